import { sliceCopy, type Pt } from "../base/index.ts";
import type { Justification } from "../template/index.ts";
import type { Line, LineEnd, PlacedGlyph, Run } from "./line.ts";
import { hangOfGlyphs, shapeRange, wordSpaceAt, type SizedGlyph, type StyledCopy } from "./shape.ts";

/** What is to be set as one line: a stretch of copy, its measure, and how it ends. */
export interface LineOrder {
  readonly start: number;
  readonly end: number;
  readonly measure: Pt;
  readonly inset: Pt;
  readonly endsWith: LineEnd;
  /** Whether the line must fill its measure. The last line of a paragraph and ragged lines keep their natural width. */
  readonly fill: boolean;
}

/** How a line's width is made up: natural sums, in points. */
interface Content {
  readonly pieces: readonly Piece[];
  readonly glyphWidth: Pt;
  /** Glyphs behind which letterfit is added: all but the last, and not the word spaces. */
  readonly gaps: number;
  readonly spaceWidth: Pt;
  readonly spaces: number;
  /** How far the line may stand outside its measure on either side. */
  readonly hang: { readonly left: Pt; readonly right: Pt };
}

type Piece =
  | { readonly kind: "word"; readonly glyphs: readonly SizedGlyph[] }
  | { readonly kind: "space"; readonly glyph: SizedGlyph; readonly width: Pt };

/** How a line is set: letterfit in points, glyph scaling and word spaces as factors. */
interface Setting {
  readonly ratio: number;
  readonly tracking: Pt;
  readonly scaling: number;
  /** What each word space gets beyond its natural width, in points. */
  readonly spaceGain: Pt;
}

/**
 * Sets one line. To fill it, letterfit and glyph scaling give in proportion up to their limits, word spaces take the rest,
 * so that the glyphs end on the measure exactly, whatever rounding the breaker's sums had.
 */
export function setLine(styled: StyledCopy, order: LineOrder): Line {
  const { style } = styled;
  const content = collect(styled, order);
  const room =
    order.measure - order.inset + content.hang.left + content.hang.right - content.glyphWidth - content.spaceWidth;
  const filled = order.fill || room < 0;
  const setting = filled ? adjust(content, room, style.justification, style.size) : NATURAL;
  const glyphs = place(content, setting, order);
  const end = glyphs.at(-1);
  const width = end === undefined ? 0 : end.x + end.advance - order.inset;
  const inset = order.inset + slack(style.align, order.measure - order.inset - width) - content.hang.left;
  const shift = inset - order.inset;
  return {
    runs: groupRuns(closeLine(glyphs, order, styled), setting, style.size, shift),
    measure: order.measure,
    inset,
    hang: filled ? content.hang.right : 0,
    width,
    ratio: setting.ratio,
    wordSpace: meanWordSpace(content, setting, styled),
    spaces: content.spaces,
    endsWith: order.endsWith,
    copy: sliceCopy(styled.copy, order.start, order.end),
  };
}

const NATURAL: Setting = { ratio: 0, tracking: 0, scaling: 1, spaceGain: 0 };

function slack(align: StyledCopy["style"]["align"], room: Pt): Pt {
  if (align === "right") return Math.max(0, room);
  return align === "center" ? Math.max(0, room) / 2 : 0;
}

function collect(styled: StyledCopy, { start, end, endsWith }: LineOrder): Content {
  const pieces: Piece[] = [];
  for (const match of styled.copy.text.slice(start, end).matchAll(/[ \u00A0]|[^ \u00A0]+/g)) {
    const from = start + match.index;
    const until = from + match[0].length;
    const [space] = /^[ \u00A0]$/.test(match[0]) ? shapeRange(styled, from, until) : [];
    if (space !== undefined) pieces.push({ kind: "space", glyph: space, width: wordSpaceAt(styled, from) });
    else pieces.push({ kind: "word", glyphs: shapeRange(styled, from, until, endsWith === "hyphen" && until === end) });
  }
  const glyphs = pieces.flatMap((piece) => (piece.kind === "word" ? piece.glyphs : []));
  const widths = pieces.map((piece) => (piece.kind === "space" ? piece.width : 0));
  return {
    pieces,
    glyphWidth: glyphs.reduce((sum, { advance }) => sum + advance, 0),
    gaps: Math.max(0, glyphs.length - 1),
    spaceWidth: widths.reduce((sum, width) => sum + width, 0),
    spaces: pieces.filter(({ kind }) => kind === "space").length,
    hang: hangOfGlyphs(glyphs, styled.style),
  };
}

function adjust(content: Content, room: Pt, limits: Justification, size: Pt): Setting {
  const { wordSpace, letterfit, scaling } = limits;
  const wide = room > 0;
  const perSpace = content.spaceWidth / wordSpace.normal;
  const spaceGive = perSpace * (wide ? wordSpace.most - wordSpace.normal : wordSpace.normal - wordSpace.least);
  const fitGive = content.gaps * size * Math.abs(wide ? letterfit.most : letterfit.least);
  const scaleGive = content.glyphWidth * Math.abs((wide ? scaling.most : scaling.least) - 1);
  const give = spaceGive + fitGive + scaleGive;
  const ratio = give > 0 ? room / give : 0;
  // Beyond the limits only word spaces give, unless the line has none: then letters are spaced rather than left short.
  const within = content.spaces > 0 ? Math.max(-1, Math.min(1, ratio)) : ratio;
  const factor = 1 + within * Math.abs((wide ? scaling.most : scaling.least) - 1);
  const fit = content.gaps > 0 ? (within * fitGive) / content.gaps : 0;
  const rest = room - content.glyphWidth * (factor - 1) - fit * content.gaps;
  if (content.spaces > 0) return { ratio, tracking: fit / factor, scaling: factor, spaceGain: rest / content.spaces };
  const spread = content.gaps > 0 ? rest / content.gaps : 0;
  return { ratio, tracking: (fit + spread) / factor, scaling: factor, spaceGain: 0 };
}

interface SetGlyph extends PlacedGlyph {
  readonly face: string;
  readonly advance: Pt;
}

/** Places each glyph; sums are taken once over the line, so nothing accumulates from line to line. */
function place({ pieces }: Content, { tracking, scaling, spaceGain }: Setting, { inset }: LineOrder): SetGlyph[] {
  const placed: SetGlyph[] = [];
  let x: Pt = inset;
  const put = ({ face, glyph, text }: SizedGlyph, advance: Pt, step: Pt): void => {
    placed.push({ face: face.name, glyph, text, x, advance });
    x += step;
  };
  const words = pieces.flatMap((piece) => (piece.kind === "word" ? piece.glyphs : []));
  const last = words.at(-1);
  for (const piece of pieces) {
    if (piece.kind === "space") {
      const width = piece.width + spaceGain;
      put(piece.glyph, width, width);
      continue;
    }
    for (const glyph of piece.glyphs) {
      const advance = glyph.advance * scaling;
      put(glyph, advance, glyph === last ? advance : advance + tracking * scaling);
    }
  }
  return placed;
}

/**
 * A line that ends between words closes with a space: on paper it is nothing, in the text it keeps the words apart.
 */
function closeLine(glyphs: readonly SetGlyph[], { endsWith }: LineOrder, styled: StyledCopy): readonly SetGlyph[] {
  const end = glyphs.at(-1);
  if (end === undefined || endsWith === "hyphen" || endsWith === "explicit") return glyphs;
  const face = styled.faceAt(0) ?? styled.face;
  const [space] = face.shape(" ");
  if (space === undefined) return glyphs;
  return [...glyphs, { face: face.name, glyph: space.glyph, text: " ", x: end.x + end.advance, advance: 0 }];
}

function groupRuns(glyphs: readonly SetGlyph[], { tracking, scaling }: Setting, size: Pt, shift: Pt): Run[] {
  const runs: { face: string; glyphs: PlacedGlyph[] }[] = [];
  for (const { face, glyph, text, x } of glyphs) {
    let run = runs.at(-1);
    if (run?.face !== face) {
      run = { face, glyphs: [] };
      runs.push(run);
    }
    run.glyphs.push({ glyph, text, x: x + shift });
  }
  return runs.map((run) => ({ face: run.face, size, scaling, tracking, rise: 0, glyphs: run.glyphs }));
}

function meanWordSpace({ spaces, spaceWidth }: Content, { spaceGain }: Setting, styled: StyledCopy): number {
  const normal = (styled.faceAt(0) ?? styled.face).wordSpace * styled.style.size;
  return spaces > 0 && normal > 0 ? (spaceWidth / spaces + spaceGain) / normal : 1;
}
