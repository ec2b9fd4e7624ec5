import type { Edit } from "../../base/index.ts";
import { guarded, merged, replaceAll } from "./rule.ts";

/**
 * „Bis“ between figures is an en dash without spaces (DIN 5008). Only figures that rise are a range: 60-0 is a
 * telephone's extension, 2:1 and 737-800 are names of their own.
 */
export function ranges(text: string): readonly Edit[] {
  return merged(
    replaceAll(text, pair, "ranges", (found) => (isRange(found) ? "–" : "-")),
    replaceAll(text, dates, "ranges", "–"),
  );
}

/** „1.-3.5.“, „30.4.-2.5.“, „1.1.-31.12.2024“: a full stop behind each part leaves no doubt. */
const dates = guarded(
  /\d\.?-\d/,
  String.raw`(?=-)(?<=(?<![\p{L}\p{N}.,:/])\d{1,2}\.(?:\d{1,2}\.(?:\d{4})?)?)-(?=\d{1,2}\.\d{1,2}\.(?:\d{4})?(?![\p{L}\p{N}]))`,
);

const figure = String.raw`\d{1,2}[.:]\d{2}|\d{1,3}(?:[.\u202F]\d{3})+|\d{1,4}`;
const pair = guarded(
  /\d\.?-\d/,
  String.raw`(?=-)(?<=(?<![\p{L}\p{N}.,:/+\-‑–−]|\d\u202F|Boeing )(?<from>(?:${figure})(?:,\d+)?)\.?)-(?=(?<to>(?:${figure})(?:,\d+)?)(?![\p{L}\p{N}]|[-/‑–:]|[.,]\d))`,
);

function isRange(found: RegExpExecArray): boolean {
  const from = found.groups?.["from"] ?? "";
  const to = found.groups?.["to"] ?? "";
  if (/^0\d/.test(from)) return false;
  return valueOf(from) < valueOf(to) || isShortYear(from, to);
}

/** 2010-24: the second year is written without its century. */
function isShortYear(from: string, to: string): boolean {
  return from.length === 4 && to.length === 2 && Number(from.slice(2)) < Number(to);
}

function valueOf(figure: string): number {
  const withoutGroups = figure.replaceAll(/[.\u202F](?=\d{3}(?!\d))/g, "");
  return Number(withoutGroups.replace(/[,:]/, "."));
}
