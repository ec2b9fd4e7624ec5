import type { Edit } from "../../base/index.ts";
import { guarded, narrow, replaceAll } from "./rule.ts";

/** Groups of thousands that are parted by a space hold together: 10 000 (DIN 5008). */
export function thousands(text: string): readonly Edit[] {
  return replaceAll(text, gap, "thousands", narrow);
}

// A group before or behind that is no group of three belongs to another kind of number.
const gap = guarded(
  /\d \d{3}/,
  String.raw`(?= )(?<=(?<![\p{L}\p{N}.,:+/–−]|(?<!\p{L})\d[ \u202F])[1-9]\d{0,2}(?:[ \u202F]\d{3}){0,5}) (?=\d{3}(?:[ \u202F]\d{3}){0,5}(?!\p{N}|[.:/]\d))`,
);
