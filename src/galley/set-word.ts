import type { Pt } from "../base/index.ts";
import type { TextStyle } from "../template/index.ts";
import { hangOf } from "./font/hanging.ts";
import type { SizedGlyph } from "./glyph.ts";
import { ItemRow, type Item } from "./items.ts";

/** Glyphs side by side as they are set in a style: a word, a part of one, or a space. Lengths in points. */
export interface SetGlyphs {
  readonly glyphs: readonly SizedGlyph[];
  /** Their natural width; of a space with the kerning across it. */
  readonly width: Pt;
  /** How far a line may stand outside its measure that begins with them, and one that ends with them. */
  readonly hangLeft: Pt;
  readonly hangRight: Pt;
}

/** A part of a word by itself: between two offsets in the word (UTF-16), perhaps with a hyphen behind it. */
export interface WordPart extends SetGlyphs {
  readonly from: number;
  readonly until: number;
  readonly hyphen: boolean;
}

/** What a word or a space is made of to the breaker, and where each item ends in it (UTF-16 offsets); it begins where the one before ends. */
export class WordItems extends ItemRow {
  readonly ends: number[] = [];
  /** Whether a break at an item puts in a hyphen that the word does not have. */
  readonly hyphens: boolean[] = [];

  add(item: Item, end: number, hyphen = false): void {
    this.put(item);
    this.ends.push(end);
    this.hyphens.push(hyphen);
  }

  /** Adds an item of another word, which ends where it does there. */
  addOf(word: WordItems, index: number): void {
    this.putOf(word, index);
    this.ends.push(word.ends[index] ?? 0);
    this.hyphens.push(word.hyphens[index] === true);
  }
}

/** A word of a text (what stands between spaces), or a space. What is worked out of it is kept with it. */
export interface SetWord extends SetGlyphs {
  /** Whether it stands in the style's own face throughout, and is what it is by nothing but its letters. */
  readonly plain: boolean;
  /** What it is made of, once that has been asked for. */
  items: WordItems | undefined;
  /** The same where it ends its paragraph: to divide it costs more then. */
  lastItems: WordItems | undefined;
  /** The parts of it that have stood on lines. */
  parts: WordPart[] | undefined;
}

/** Glyphs in a style, measured. */
export function setGlyphs(glyphs: readonly SizedGlyph[], style: TextStyle): SetGlyphs {
  return { glyphs, width: widthOf(glyphs), hangLeft: hangLeftOf(glyphs, style), hangRight: hangRightOf(glyphs, style) };
}

/** Glyphs that are a whole word, or a space. */
export function setWord({ glyphs, width, hangLeft, hangRight }: SetGlyphs, plain: boolean): SetWord {
  return { glyphs, width, hangLeft, hangRight, plain, items: undefined, lastItems: undefined, parts: undefined };
}

/** Width of shaped glyphs in points. */
export function widthOf(glyphs: readonly SizedGlyph[]): Pt {
  let width: Pt = 0;
  for (const { advance } of glyphs) width += advance;
  return width;
}

/** How far a line may stand outside its measure that begins with these glyphs, in points. */
export function hangLeftOf(glyphs: readonly SizedGlyph[], { hanging }: TextStyle): Pt {
  const first = glyphs[0];
  if (hanging === 0 || first === undefined) return 0;
  return hangOf(first.face.name, first.text).left * first.advance * hanging;
}

/** And one that ends with them. */
export function hangRightOf(glyphs: readonly SizedGlyph[], { hanging }: TextStyle): Pt {
  const last = glyphs.at(-1);
  if (hanging === 0 || last === undefined) return 0;
  return hangOf(last.face.name, last.text).right * last.advance * hanging;
}
