import { toMm, type Diagnostic, type PagePlace, type Severity } from "../base/index.ts";
import type { FitReport, Relief, Tally } from "../page/index.ts";
import { codeFrame } from "./code-frame.ts";
import type { Paint } from "./colour.ts";
import type { ArticleReport, Gathered } from "./report.ts";

/** How the report is laid out: columns of the terminal, and its colours. */
export interface HumanStyle {
  readonly width: number;
  readonly paint: Paint;
}

/** An article's report as a desk reads it: the result in two lines, then each finding with its place in the copy. */
export function humanReport(report: ArticleReport, style: HumanStyle): string {
  const { paint } = style;
  if (report.gathered !== undefined) return gatheredReport(report, report.gathered, style);
  const name = paint.bold(report.article);
  const goal = report.outputs.length === 0 ? "" : ` → ${report.outputs.map((path) => paint.cyan(path)).join(", ")}`;
  const facts = report.tally
    ? tallyLines(report.tally, report.fit).map((line) => `  ${line}`)
    : [`  ${paint.red("not set")}`];
  const findings = report.diagnostics.map((diagnostic) => humanDiagnostic(diagnostic, style));
  return `${[`${name}${goal}`, ...facts, ...findings].join("\n")}\n`;
}

/** The report of a file that articles were gathered in: what is in it, then what is to be said of it as a whole. */
function gatheredReport(
  { article, outputs, diagnostics }: ArticleReport,
  gathered: Gathered,
  style: HumanStyle,
): string {
  const { paint } = style;
  const isWritten = outputs.length > 0;
  const holds = `${count(gathered.articles, "article")} · ${count(gathered.pages, "page")}`;
  const lines = [
    isWritten ? `→ ${paint.cyan(article)}` : paint.bold(article),
    `  ${isWritten ? holds : paint.red("not written")}`,
    ...diagnostics.map((diagnostic) => humanDiagnostic(diagnostic, style)),
  ];
  return `${lines.join("\n")}\n`;
}

function tallyLines(tally: Tally, fitted: FitReport | undefined): string[] {
  const share = tally.lines > 0 ? ` (${Math.round((100 * tally.hyphens) / tally.lines)} %)` : "";
  const loosest = tally.loosest;
  const where = loosest && `page ${loosest.page}, column ${loosest.column}, row ${loosest.row}`;
  return [
    [
      count(tally.pages, "page"),
      count(tally.columns, "column"),
      count(tally.lines, "line"),
      fitText(tally, fitted),
    ].join(" · "),
    [
      `${count(tally.hyphens, "hyphen")}${share}, at most ${tally.longestHyphenRun} in a row`,
      ...(loosest ? [`loosest line ${loosest.wordSpace.toFixed(2)}× (${where})`] : []),
    ].join(" · "),
    // Copy that fits nowhere was not relieved: none was enough.
    ...(fitted && (fitted.state === "fits" || fitted.reliefs.length > 0)
      ? [`relief: ${reliefText(fitted.reliefs)}`]
      : []),
  ];
}

/** How the copy fits, in a few words. */
export function fitText({ overset, empty }: Tally, fitted: FitReport | undefined): string {
  if (fitted?.state === "fits") return "fills its space to the line";
  if (overset > 0) return `too long by ${count(fitted?.rows ?? overset, "line")}`;
  return empty > 0 ? `${count(empty, "empty line")}` : "fits to the line";
}

/** What was done to the text so that it fits, in the order of the ladder. */
export function reliefText(reliefs: readonly Relief[]): string {
  const of = (kind: Relief["kind"]): number => reliefs.filter((relief) => relief.kind === kind).length;
  const longer = reliefs.filter((relief) => relief.kind === "lines" && relief.more > 0).length;
  const parts: [number, string][] = [
    [of("lines") - longer, "set shorter"],
    [longer, "set longer"],
    [of("out") + of("head"), "left out"],
    [of("pulled"), "quotation pulled"],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${count(number, "block")} ${what}`);
  return said.length > 0 ? said.join(", ") : "none needed";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A finding: severity, message, code; its place and the copy there; what to try. */
export function humanDiagnostic(diagnostic: Diagnostic, { width, paint }: HumanStyle): string {
  const { severity, message, code, place, onPage, hint } = diagnostic;
  const lines = [`  ${label(severity, paint)} ${message} ${paint.dim(`[${code}]`)}`];
  const where = [
    ...(place ? [`${place.source.name}:${place.line}:${place.column}`] : []),
    ...(onPage ? [pagePlaceText(onPage)] : []),
  ];
  if (where.length > 0) lines.push(`    ${paint.cyan(where.join(" · "))}`);
  if (place) {
    const frame = codeFrame(place, width - 4, paint);
    if (frame !== "") lines.push(...frame.split("\n").map((line) => `    ${line}`));
  }
  if (hint !== undefined) lines.push(`    ${paint.green("try:")} ${hint}`);
  return lines.join("\n");
}

/** `page 1, column 2, row 14`, or where there is no column in millimetres. */
function pagePlaceText({ page, column, row, rect }: PagePlace): string {
  if (column !== undefined) return `page ${page}, column ${column}${row === undefined ? "" : `, row ${row}`}`;
  if (rect === undefined) return `page ${page}`;
  return `page ${page}, ${toMm(rect.x).toFixed(1)} mm from the left, ${toMm(rect.y).toFixed(1)} mm from the top`;
}

function label(severity: Severity, paint: Paint): string {
  const colour = { error: paint.red, warning: paint.yellow, note: paint.dim }[severity];
  return colour(`${severity}:`);
}

/** What a run over several articles came to. */
export interface Totals {
  readonly articles: number;
  readonly set: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

export const NOTHING_YET: Totals = { articles: 0, set: 0, findings: { error: 0, warning: 0, note: 0 } };

/** The totals with one report more, of an article that was set, or not. */
export function addTo(
  { articles, set, findings }: Totals,
  { diagnostics, gathered }: ArticleReport,
  isSet: boolean,
): Totals {
  const of = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    articles: articles + (gathered === undefined ? 1 : 0),
    set: set + (isSet ? 1 : 0),
    findings: {
      error: findings.error + of("error"),
      warning: findings.warning + of("warning"),
      note: findings.note + of("note"),
    },
  };
}

/** The last line of a run over several articles. */
export function humanSummary({ articles, set, findings }: Totals, paint: Paint): string {
  const counts = [count(findings.error, "error"), count(findings.warning, "warning"), count(findings.note, "note")];
  return `${paint.bold(`${set} of ${count(articles, "article")} set`)} · ${counts.join(" · ")}\n`;
}
