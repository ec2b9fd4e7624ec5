import type { Diagnostic, Place } from "../base/index.ts";
import type { Tally } from "../page/index.ts";
import type { PlacedChange } from "./report-changes.ts";

/** What is said of one article at the end. */
export interface ArticleReport {
  readonly article: string;
  readonly template: string;
  /** The file that was written. */
  readonly output?: string;
  /** Undefined when the article could not be set at all. */
  readonly tally?: Tally;
  readonly diagnostics: readonly Diagnostic[];
  /** What microtype changed; only where it was asked for. */
  readonly changes?: readonly PlacedChange[];
}

/** The version of the JSON report; it rises when a field changes its meaning or goes. */
const REPORT_VERSION = 1;

/** The same facts as the report for people, as one JSON object on one line. */
export function jsonReport({ article, template, output, tally, diagnostics, changes }: ArticleReport): string {
  const facts = { version: REPORT_VERSION, article, template, output: output ?? null, setting: tally ?? null };
  const findings = { diagnostics: diagnostics.map(jsonDiagnostic) };
  return `${JSON.stringify({ ...facts, ...findings, ...(changes && { changes }) })}\n`;
}

function jsonDiagnostic({ severity, code, message, place, hint }: Diagnostic): object {
  return { severity, code, message, ...(place && { place: jsonPlace(place) }), ...(hint !== undefined && { hint }) };
}

function jsonPlace(place: Place): object {
  if (place.kind === "page") return place;
  return { kind: "source", file: place.source.name, line: place.line, column: place.column, length: place.length };
}
