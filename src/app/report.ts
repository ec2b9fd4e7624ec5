import { toMm, type Diagnostic, type Place } from "../base/index.ts";
import type { FitReport, Tally } from "../page/index.ts";
import type { PlacedChange } from "./report-changes.ts";

/** What is said of one article at the end. */
export interface ArticleReport {
  readonly article: string;
  readonly template: string;
  /** The files that were written. */
  readonly outputs: readonly string[];
  /** Undefined when the article could not be set at all. */
  readonly tally?: Tally;
  /** How the copy fits the space that the desk gave; undefined where it gave none. */
  readonly fit?: FitReport;
  readonly diagnostics: readonly Diagnostic[];
  /** What microtype changed; only where it was asked for. */
  readonly changes?: readonly PlacedChange[];
}

/** The version of the JSON report; it rises when a field changes its meaning or goes. */
const REPORT_VERSION = 2;

/** The same facts as the report for people, as an object for JSON. */
export function jsonReport({ article, template, outputs, tally, fit, diagnostics, changes }: ArticleReport): object {
  const setting = { setting: tally ?? null, fit: fit ? jsonFit(fit) : null };
  const facts = { version: REPORT_VERSION, article, template, outputs, ...setting };
  const findings = { diagnostics: diagnostics.map(jsonDiagnostic) };
  return { ...facts, ...findings, ...(changes && { changes }) };
}

function jsonFit({ state, rows, characters, height, reliefs, cuts }: FitReport): object {
  const list = cuts.map(({ text, place, rows: saved }) => ({ text, rows: saved, place: jsonPlace(place) }));
  return { state, rows, characters, millimetres: Number(toMm(height).toFixed(2)), reliefs, cuts: list };
}

/** A finding as an object for JSON; its place without the source's text. */
export function jsonDiagnostic({ severity, code, message, place, hint }: Diagnostic): object {
  return { severity, code, message, ...(place && { place: jsonPlace(place) }), ...(hint !== undefined && { hint }) };
}

function jsonPlace(place: Place): object {
  if (place.kind === "page") return place;
  return { kind: "source", file: place.source.name, line: place.line, column: place.column, length: place.length };
}
