import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import type { Desk } from "./in-settings.ts";
import { spaceOf, type JobFlags } from "./options/job-options.ts";
import { failsAt, type Outlet } from "./outlet.ts";
import { humanChanges, humanChangeTotals } from "./report-changes.ts";
import { humanDiagnostic, humanReport, humanSummary } from "./report-human.ts";
import { jsonReport, type ArticleReport } from "./report.ts";
import { run, type RunOrder } from "./run.ts";
import type { RightsOrder } from "./rights.ts";
import type { SettingValues } from "./settings/settings.ts";

/** What the command line and the settings say of each article's pages, as an order for the pipeline. */
export function jobOf({ template, condition, icc, folio }: SettingValues, flags: JobFlags) {
  return {
    template,
    condition,
    space: spaceOf(flags),
    ...(icc !== undefined && { icc }),
    ...(folio !== undefined && { folio }),
  };
}

/**
 * How rights are judged: by the day of the page where the desk gives one, else by the clock. It is the only look at the clock
 * there is, and nothing on a page depends on it.
 */
export function rightsOf({ date }: SettingValues, ignoreEmbargo: boolean): RightsOrder {
  const now =
    date === undefined ? { kind: "moment" as const, milliseconds: Date.now() } : { kind: "day" as const, day: date };
  return { now, ignoreEmbargo };
}

/** Sets article after article and says of each what became of it; gives the gravest exit code. */
export async function setArticles({ world, outlet }: Desk, order: RunOrder): Promise<ExitCode> {
  const reports: ArticleReport[] = [];
  const codes: ExitCode[] = [];
  for await (const { report, code } of run(world, order)) {
    const failed = code === EXIT.done && failsAt(outlet.manner.failOn, report.diagnostics) ? EXIT.findings : code;
    const human = `${humanText(report, outlet)}\n`;
    outlet.say({ human, json: jsonReport(report), matters: failed !== EXIT.done });
    reports.push(report);
    codes.push(failed);
  }
  outlet.remark(humanEnd(reports, order, outlet));
  return gravest(codes);
}

/** A list of changes leaves out what does not spoil the result, so that it can be read through. */
function humanText(report: ArticleReport, { style }: Outlet): string {
  if (report.changes === undefined) return humanReport(report, style);
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  return [
    ...errors.map((error) => `${humanDiagnostic(error, style)}\n`),
    humanChanges(report.article, report.changes, style.paint),
  ].join("");
}

function humanEnd(reports: readonly ArticleReport[], order: RunOrder, { style: { paint } }: Outlet): string {
  if (order.changes === true) {
    const all = reports.flatMap(({ changes = [] }) => changes);
    return humanChangeTotals(all, paint);
  }
  return reports.length > 1 ? humanSummary(reports, paint) : "";
}
