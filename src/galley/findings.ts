import type { Finding } from "../base/index.ts";

export const MISSING_GLYPH = {
  code: "galley/missing-glyph",
  severity: "error",
  when: "The copy has a character that no bundled face can print; a box stands in its place.",
  hint: "write the word in Latin letters, or take the character out",
} as const satisfies Finding;

export const FALLBACK_FACE = {
  code: "galley/fallback-face",
  severity: "note",
  when: "A character is not in its style's face and is set from another one.",
} as const satisfies Finding;

export const MISSING_FEATURE = {
  code: "galley/missing-feature",
  severity: "warning",
  when: "A style asks for variants of glyphs, such as small capitals, that its face does not have.",
  hint: "give the style another face, or take the feature out of it",
} as const satisfies Finding;

export const UNBREAKABLE_WORD = {
  code: "galley/unbreakable-word",
  severity: "warning",
  when: "A word is wider than its column, or a headline's than its measure, and has no place to divide it; it was divided anywhere.",
  hint: "is this a word? shorten it, or put spaces or hyphens in",
} as const satisfies Finding;

export const DIVIDED_HEADLINE = {
  code: "galley/divided-headline",
  severity: "warning",
  when: "A word of the headline is wider than its measure in the smallest size, and was divided.",
  hint: "a shorter word, or a smaller size in the template's `headline.steps`",
} as const satisfies Finding;

export const LOOSE_LINE = {
  code: "galley/loose-line",
  severity: "warning",
  when: "A justified line has word spaces of more than twice the normal one: the paragraph has no better breaks.",
  hint: "a word more or less in this paragraph closes the gap",
} as const satisfies Finding;

export const OVERFULL_LINE = {
  code: "galley/overfull-line",
  severity: "error",
  when: "A line is wider than its measure, however much it is squeezed and its words are divided: the measure is too narrow for type of that size.",
  hint: "give it a wider column, or a smaller size",
} as const satisfies Finding;
