import type { Grade } from "../language.ts";
import { breakPoints } from "./break-points.ts";
import { SIGNS } from "./exceptions.ts";

const signOf = new Map<Grade, string>(Object.entries(SIGNS).map(([sign, grade]) => [grade, sign]));

/** A word with its breaks marked by grade: „Ver<tei-di-gungs=mi-nis-te-ri-um“; `|` where it ends a line without a hyphen. */
export function markedWord(word: string): string {
  let marked = "";
  let from = 0;
  for (const { offset, kind, grade } of breakPoints(word)) {
    marked += word.slice(from, offset) + (kind === "explicit" ? "|" : (signOf.get(grade) ?? "-"));
    from = offset;
  }
  return marked + word.slice(from);
}
