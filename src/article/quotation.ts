import { Pattern, sliceCopy, type Copy, type Source } from "../base/index.ts";
import type { Quotation } from "./article.ts";
import { joinLines } from "./join-copy.ts";

const DASH = new Pattern(String.raw`^(?:—|–|--?)\s*(?=[\p{L}(])`);

/** A quotation from its lines: when the last one begins with a dash it says who spoke. */
export function readQuotation(source: Source, lines: readonly Copy[]): Quotation {
  const last = lines[lines.length - 1];
  const dash = lines.length > 1 && last !== undefined ? DASH.exec(last.text) : null;
  const at = lines[0]?.origins[0] ?? 0;
  if (dash === null || last === undefined) return { kind: "quotation", text: joinLines(source, at, lines) };
  return {
    kind: "quotation",
    text: joinLines(source, at, lines.slice(0, -1)),
    attribution: sliceCopy(last, dash[0].length, last.text.length),
  };
}
