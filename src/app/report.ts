import { toMm, type Diagnostic, type PagePlace, type Place, type Pt, type Rect } from "../base/index.ts";
import type { FitReport, Tally } from "../page/index.ts";
import type { PlacedChange } from "./report-changes.ts";

/** The version of the report; it rises when a field changes its meaning or goes. */
export const REPORT_VERSION = 3;

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
  /** Where the report is that of a file which articles were gathered in: how much is in it. */
  readonly gathered?: Gathered;
}

/** What a file of several articles holds. */
export interface Gathered {
  readonly articles: number;
  readonly pages: number;
}

/** The same facts as the report for people, as an object for JSON. */
export function jsonReport(report: ArticleReport): object {
  const { article, template, outputs, tally, fit, diagnostics, changes, gathered } = report;
  const setting = { setting: tally ?? null, fit: fit ? jsonFit(fit) : null };
  const facts = { version: REPORT_VERSION, article, template, outputs, ...setting };
  const findings = { diagnostics: diagnostics.map(jsonDiagnostic) };
  return { ...facts, ...findings, ...(changes && { changes }), ...(gathered && { gathered }) };
}

function jsonFit({ state, rows, characters, height, reliefs, cuts }: FitReport): object {
  const list = cuts.map(({ text, place, rows: saved }) => ({ text, rows: saved, place: jsonPlace(place) }));
  return { state, rows, characters, millimetres: millimetres(height), reliefs, cuts: list };
}

/** A finding as an object for JSON: its place in the source without the text, its place on the page in millimetres. */
export function jsonDiagnostic({ severity, code, message, place, onPage, hint }: Diagnostic): object {
  return {
    severity,
    code,
    message,
    ...(place && { place: jsonPlace(place) }),
    ...(onPage && { onPage: jsonPagePlace(onPage) }),
    ...(hint !== undefined && { hint }),
  };
}

function jsonPlace({ kind, source, line, column, length }: Place): object {
  return { kind, file: source.name, line, column, length };
}

function jsonPagePlace({ rect, ...place }: PagePlace): object {
  return rect === undefined ? place : { ...place, box: jsonBox(rect) };
}

/** A rectangle on a page for JSON, in millimetres. */
export function jsonBox({ x, y, width, height }: Rect): object {
  return { x: millimetres(x), y: millimetres(y), width: millimetres(width), height: millimetres(height) };
}

/** Points as millimetres, to a hundredth. */
export function millimetres(points: Pt): number {
  return Number(toMm(points).toFixed(2));
}
