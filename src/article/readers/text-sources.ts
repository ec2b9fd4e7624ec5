import { placeOf, report, type Copy, type Diagnostic, type Source } from "../../base/index.ts";
import { findings } from "../findings.ts";
import { joinLines } from "../join-copy.ts";
import { isPictureBlock } from "../picture-block.ts";
import type { Head } from "./text-head.ts";
import { linesAfter } from "./text-label.ts";
import { textMarks } from "./text-marks.ts";

const LABEL = /^Quellen?:\s*/;

/**
 * Takes the sources from the end of a plain text: the last block that is no picture, where it begins "Quellen:" or
 * "Quelle:". Anywhere else in the body such a block is a text like any other.
 */
export function takeSources(
  source: Source,
  { fields, rest }: Head,
  diagnostics: Diagnostic[],
): Pick<Head, "fields" | "rest"> {
  const at = rest.findLastIndex((block) => !isPictureBlock(block));
  const block: readonly Copy[] = rest[at] ?? [];
  const [first] = block;
  if (first === undefined || !LABEL.test(first.text)) return { fields, rest };
  if (fields.sources !== undefined) {
    diagnostics.push(report(findings.duplicate, "the sources are given twice", placeOf(first)));
    return { fields, rest };
  }
  const lines = linesAfter(block, LABEL);
  const sources = textMarks(joinLines(source, first.origins[0] ?? 0, lines));
  return { fields: { ...fields, sources }, rest: rest.filter((_, index) => index !== at) };
}
