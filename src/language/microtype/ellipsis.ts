import type { Edit } from "../../base/index.ts";
import { noBreak, replaceAll } from "./rule.ts";

/**
 * Three dots become one character; where a whole word is missing the space before it does not break, where a
 * part of a word is missing there is none (Duden, Auslassungspunkte).
 */
export function ellipsis(text: string): readonly Edit[] {
  return replaceAll(text, dots, "ellipsis", (match) => (match[1] === undefined ? "…" : `${noBreak}…`));
}

const dots = /(?:(?<=\S)([ \t\u00A0\u202F]+))?(?:\.{3,}|\.(?: \.){2,}|…)/gu;
