import type { Pt } from "../base/index.ts";
import type { Face, Galley, Line, Typesetter } from "../galley/index.ts";
import type { PlacedLine, TextRole } from "./page.ts";
import type { Ink } from "../template/index.ts";

/** Texts of different styles one below the other, off the grid: a heading, a caption. y is from the stack's own top. */
export interface StackedText {
  readonly role: TextRole;
  readonly ink: Ink;
  readonly lines: readonly PlacedLine[];
}

/** Builds a stack from the top down; `y` is where the next thing may begin. */
export class Stack {
  readonly texts: StackedText[] = [];
  y: Pt = 0;
  private readonly setter: Typesetter;

  constructor(setter: Typesetter) {
    this.setter = setter;
  }

  /**
   * Adds a galley of so many lines with its capitals' tops at the present height; afterwards y is below the last line's descenders.
   * The lines themselves are asked for when the stack is placed: most are only measured.
   */
  add(role: TextRole, galley: Galley, count = galley.lines.length): void {
    const { style } = galley;
    const face: Face = this.setter.fonts.face(style.face);
    const text = new GalleyInStack(role, galley, this.y + face.capHeight * style.size, this.setter);
    this.texts.push(text);
    this.y = (count > 0 ? text.baseline(count - 1) : this.y) + DESCENT * style.size;
  }

  space(height: Pt): void {
    this.y += height;
  }
}

/** A galley whose first line stands so far below the stack's top. */
class GalleyInStack implements StackedText {
  readonly role: TextRole;
  readonly ink: Ink;
  private readonly galley: Galley;
  private readonly first: Pt;
  private readonly setter: Typesetter;

  constructor(role: TextRole, galley: Galley, first: Pt, setter: Typesetter) {
    this.role = role;
    this.ink = galley.style.ink;
    this.galley = galley;
    this.first = first;
    this.setter = setter;
  }

  baseline(index: number): Pt {
    return this.first + index * this.galley.style.leading;
  }

  get lines(): readonly PlacedLine[] {
    return this.galley.lines.map((line, index) => ({ x: this.left(line), baseline: this.baseline(index), line }));
  }

  /** Where a line begins so that its ink does on the edge: the white beside a letter grows with it, and large type looks indented. */
  private left({ runs: [run] }: Line): Pt {
    const glyph = run?.glyphs[0]?.glyph;
    if (run === undefined || glyph === undefined || this.galley.style.align !== "left") return 0;
    return -this.setter.fonts.face(run.face).bearing(glyph) * run.size;
  }
}

/** How far letters with descenders reach below the baseline in the faces at hand, in em. */
const DESCENT = 0.22;
