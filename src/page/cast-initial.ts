import { Pattern, sliceCopy, type Copy, type Outcome, type Pt } from "../base/index.ts";
import { lineWith, setGalley, styleWith, type Galley, type Line, type Typesetter } from "../galley/index.ts";
import type { Template } from "../template/index.ts";
import type { SlugLine } from "./slug.ts";

/** A paragraph with a large initial: the letter, and the text that runs beside it and below. */
export interface Initial {
  readonly letter: SlugLine;
  readonly galley: Outcome<Galley>;
  readonly rows: number;
}

/** Paper between an initial and the text beside it, in em of the text. */
const GAP = 0.35;

const WORD_WITH_CAPITAL = new Pattern(String.raw`^\p{Lu}\p{L}`);

/**
 * Sets a paragraph with its first letter over the template's number of rows: the top at the capitals' height of the first row,
 * the baseline on the grid's last one, the left edge of its ink on the column's edge. Undefined when the template has no
 * initials, the paragraph does not begin with a letter, or has too few lines to stand beside it.
 */
export function castInitial(copy: Copy, template: Template, setter: Typesetter): Initial | undefined {
  const { initial, grid, styles } = template;
  const [first] = copy.text;
  if (initial === undefined || first === undefined || !WORD_WITH_CAPITAL.test(copy.text)) return undefined;
  const [bodyFace, face] = [setter.fonts.face(styles.body.face), setter.fonts.face(initial.face)];
  const height = (initial.rows - 1) * grid.leading + bodyFace.capHeight * styles.body.size;
  const style = styleWith(styles.body, {
    face: initial.face,
    emphasis: initial.face,
    strong: initial.face,
    size: height / face.capHeight,
    align: "left",
    hanging: 0,
    ink: initial.ink,
  });
  const letter = setGalley(sliceCopy(copy, 0, first.length), style, flush(grid.columnWidth), setter).value.lines[0];
  if (letter === undefined) return undefined;
  const bearing = face.bearing(letter.runs[0]?.glyphs[0]?.glyph ?? 0) * style.size;
  const width = letter.width - bearing + GAP * styles.body.size;
  const beside = Array.from({ length: initial.rows }, () => ({ left: width, right: 0 }));
  const rest = sliceCopy(copy, first.length, copy.text.length);
  const galley = setGalley(rest, styles.body, { ...flush(grid.columnWidth), beside }, setter);
  if (galley.value.lines.length <= initial.rows) return undefined;
  const y = (initial.rows - 1) * grid.leading;
  const placed: SlugLine = {
    line: withoutSpace(letter),
    ink: style.ink,
    role: "initial",
    x: -bearing,
    y,
    onGrid: false,
  };
  return { letter: placed, galley, rows: initial.rows };
}

/** The word goes on behind the letter: the space with which a set line closes has to go. */
function withoutSpace(letter: Line): Line {
  const runs = letter.runs.map((run) => ({ ...run, glyphs: run.glyphs.filter(({ text }) => text !== " ") }));
  return lineWith(letter, { runs, endsWith: "explicit" });
}

function flush(width: Pt) {
  return { width, firstInset: 0, inset: 0 };
}
