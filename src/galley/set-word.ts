import type { Pt } from "../base/index.ts";
import type { TextStyle } from "../template/index.ts";
import { hangOf } from "./font/hanging.ts";
import type { SizedGlyph } from "./glyph.ts";
import type { Item } from "./items.ts";

/** Glyphs side by side as they are set in a style: a word, a part of one, or a space. Lengths in points. */
export interface SetGlyphs {
  readonly glyphs: readonly SizedGlyph[];
  /** Their natural width; of a space with the kerning across it. */
  readonly width: Pt;
  /** How far a line may stand outside its measure that begins with them, and one that ends with them. */
  readonly hangLeft: Pt;
  readonly hangRight: Pt;
}

/** What a word or a space is made of to the breaker: an item, and the stretch it stands for (UTF-16 offsets in the word). */
export interface WordPart {
  readonly item: Item;
  readonly from: number;
  readonly until: number;
  /** Whether a break here puts in a hyphen that the word does not have. */
  readonly hyphen: boolean;
}

/** A word of a text (what stands between spaces), or a space. What it is made of is kept with it once it has been asked for. */
export interface SetWord extends SetGlyphs {
  /** Whether it stands in the style's own face throughout, and is what it is by nothing but its letters. */
  readonly plain: boolean;
  parts: readonly WordPart[] | undefined;
  /** The same where it ends its paragraph: to divide it costs more then. */
  lastParts: readonly WordPart[] | undefined;
}

/** Glyphs in a style, measured. */
export function setGlyphs(glyphs: readonly SizedGlyph[], style: TextStyle): SetGlyphs {
  const { left, right } = hangOfGlyphs(glyphs, style);
  return { glyphs, width: widthOf(glyphs), hangLeft: left, hangRight: right };
}

/** Glyphs that are a whole word, or a space. */
export function setWord({ glyphs, width, hangLeft, hangRight }: SetGlyphs, plain: boolean): SetWord {
  return { glyphs, width, hangLeft, hangRight, plain, parts: undefined, lastParts: undefined };
}

/** Width of shaped glyphs in points. */
export function widthOf(glyphs: readonly SizedGlyph[]): Pt {
  let width: Pt = 0;
  for (const { advance } of glyphs) width += advance;
  return width;
}

/** How far a line may stand outside its measure that begins and ends with these glyphs, in points. */
export function hangOfGlyphs(glyphs: readonly SizedGlyph[], { hanging }: TextStyle): { left: Pt; right: Pt } {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  if (hanging === 0 || first === undefined || last === undefined) return { left: 0, right: 0 };
  return {
    left: hangOf(first.face.name, first.text).left * first.advance * hanging,
    right: hangOf(last.face.name, last.text).right * last.advance * hanging,
  };
}
