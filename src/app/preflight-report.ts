import type { FoldedFinding, Occurrence, PreflightReport, Rule } from "../preflight/index.ts";
import type { HumanStyle } from "./report-human.ts";
import { PREFLIGHT_VERSION } from "./schema/versions.ts";

/** A finding on several places shows so many of them to people. */
const SHOWN = 3;

/** What a file was judged by, as it was named. */
export interface Judged {
  readonly file: string;
  readonly condition: string;
  readonly report: PreflightReport;
}

/** A file's judgement as an object for JSON. */
export function jsonPreflight({ file, condition, report }: Judged): object {
  const { findings, unchecked, size, ...facts } = report;
  const head = { version: PREFLIGHT_VERSION, file, condition, ...facts, size: size?.map(rounded) ?? null };
  return { ...head, unchecked, findings: findings.map(jsonFinding) };
}

function jsonFinding({ rule, count, pages, occurrences }: FoldedFinding): object {
  const { id, code, severity, clause, hint } = rule;
  return { rule: id, code, severity, clause, count, pages, occurrences, hint };
}

function rounded(millimetres: number): number {
  return Number(millimetres.toFixed(2));
}

/** A file's judgement for people: the verdict, what the file is, then each finding with its places, its source and what to do. */
export function humanPreflight({ file, condition, report }: Judged, { paint }: HumanStyle): string {
  const { verdict, findings, unchecked } = report;
  const refused = paint.red("refused");
  const said = verdict === "refused" ? refused : paint.green("accepted");
  const lines = [`${paint.bold(file)}: ${said} for ${condition}`, `  ${factsOf(report)}`];
  if (report.ink) lines.push(`  ${inkText(report.ink)}`);
  for (const finding of findings) lines.push(...findingLines(finding, paint));
  for (const sentence of unchecked) lines.push(`  ${paint.yellow("not checked:")} ${sentence}`);
  return `${lines.join("\n")}\n`;
}

function factsOf({ pdfVersion, claims, producer, pages, size, findings }: PreflightReport): string {
  const of = (severity: Rule["severity"]): number => findings.filter(({ rule }) => rule.severity === severity).length;
  return [
    ...(pdfVersion === undefined ? [] : [`PDF ${pdfVersion}`]),
    ...(claims === "" ? [] : [claims]),
    counted(pages, "page"),
    ...(size ? [`${size.map((side) => side.toFixed(1)).join(" × ")} mm`] : []),
    ...(producer === "" ? [] : [producer]),
    `${counted(of("error"), "error")}, ${counted(of("warning"), "warning")}`,
  ].join(" · ");
}

function inkText({ most, page, place, plates }: NonNullable<PreflightReport["ink"]>): string {
  const inks = plates.length > 0 ? plates.join(" ") : "none";
  return `inks: ${inks} · at most ${Math.round(most)} % in all, on page ${page}, ${place.x} mm from the left, ${place.y} mm from the top`;
}

function findingLines({ rule, count, pages, occurrences }: FoldedFinding, paint: HumanStyle["paint"]): string[] {
  const label = rule.severity === "error" ? paint.red("error:") : paint.yellow("warning:");
  const [first, ...others] = occurrences;
  const lines = [`  ${label} ${first?.found ?? rule.when} ${paint.dim(`[${rule.id}]`)}`];
  const where = first && placeText(first);
  if (where) lines.push(`    ${paint.cyan(where)}`);
  const shown = others.slice(0, SHOWN - 1);
  for (const other of shown)
    lines.push(
      `    ${paint.cyan(placeText(other) ?? "also:")} ${other.found === first?.found ? "" : other.found}`.trimEnd(),
    );
  const rest = count - 1 - shown.length;
  if (rest > 0)
    lines.push(`    and ${counted(rest, "other")}${pages > 1 ? `, on ${counted(pages, "page")} in all` : ""}`);
  lines.push(`    ${paint.dim(rule.clause)}`, `    ${paint.green("try:")} ${rule.hint}`);
  return lines;
}

function placeText({ page, place }: Occurrence): string | undefined {
  if (page === undefined) return undefined;
  if (place === undefined) return `page ${page}`;
  const { x, y, width, height } = place;
  return `page ${page}, ${x} mm from the left, ${y} mm from the top (${width} × ${height} mm)`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
