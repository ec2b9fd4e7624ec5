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

export const UNEVEN_COLUMNS = {
  code: "page/uneven-columns",
  severity: "note",
  when: "The columns of an article's last page do not all end on the same row.",
} as const satisfies Finding;
