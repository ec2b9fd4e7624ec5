import type { Finding } from "../base/index.ts";

export const OVERSET = {
  code: "page/overset",
  severity: "error",
  when: "A piece of the body is taller than any column and has no place.",
  hint: "shorten it, or divide it into several",
} as const satisfies Finding;

export const WIDOW = {
  code: "page/widow",
  severity: "warning",
  when: "A paragraph's last line stands alone at a column's head.",
  hint: "a word more or less in this paragraph moves it",
} as const satisfies Finding;

export const ORPHAN = {
  code: "page/orphan",
  severity: "warning",
  when: "A paragraph's first line stands alone at a column's foot.",
  hint: "a word more or less in a paragraph above moves it",
} as const satisfies Finding;

export const WIDE_TABLE = {
  code: "page/wide-table",
  severity: "error",
  when: "A table is wider than its column, also in smaller type and with its columns moved together.",
  hint: "leave out a column, shorten its words, or set the article in wider columns",
} as const satisfies Finding;

export const UNEVEN_COLUMNS = {
  code: "page/uneven-columns",
  severity: "note",
  when: "The columns of an article's last page do not all end on the same row.",
} as const satisfies Finding;

export const NO_ROOM = {
  code: "page/no-room",
  severity: "error",
  when: "The space that the desk gives cannot even hold the heading and a row of text.",
  hint: "give more height, or more columns",
} as const satisfies Finding;

export const TOO_LONG = {
  code: "page/too-long",
  severity: "error",
  when: "The copy is longer than the space that the desk gives, whatever the make-up does within the template's limits.",
} as const satisfies Finding;

export const TOO_SHORT = {
  code: "page/too-short",
  severity: "error",
  when: "The copy does not fill the space that the desk gives, whatever the make-up does within the template's limits.",
} as const satisfies Finding;

export const PICTURE_LEFT_OUT = {
  code: "page/picture-left-out",
  severity: "warning",
  when: "A picture of the article has no place in the space that the desk gives.",
  hint: "give more space, or leave the picture to another article",
} as const satisfies Finding;

export const CUT = {
  code: "page/cut",
  severity: "note",
  when: "The copy is too long for its space, and this sentence is part of the smallest cut that makes it fit.",
} as const satisfies Finding;
