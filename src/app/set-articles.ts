import type { Diagnostic } from "../base/index.ts";
import type { World } from "../pipeline.ts";
import { openProgress } from "./batch/progress.ts";
import { runBatch, runIntoOneFile, type BatchResult, type BatchWish } from "./batch/run-batch.ts";
import { codeOfBatch, EXIT, type ExitCode } from "./exit-codes.ts";
import { DESIGN, inSettings, type Desk } from "./in-settings.ts";
import { batchOf, type BatchFlags } from "./options/batch-options.ts";
import { spaceOf, type JobFlags, type RightsFlags } from "./options/job-options.ts";
import type { ReportFlags } from "./options/report-options.ts";
import { failsAt, type Outlet } from "./outlet.ts";
import { humanChanges, humanChangeTotals, type PlacedChange } from "./report-changes.ts";
import { addTo, humanDiagnostic, humanReport, humanSummary, NOTHING_YET, type Totals } from "./report-human.ts";
import { jsonReport, type ArticleReport } from "./report.ts";
import type { RunOrder, RunResult } from "./run.ts";
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

type SetFlags = JobFlags & ReportFlags & RightsFlags & BatchFlags;

/** Sets the articles that a command names, in the settings that hold for them; `own` is what that command makes of them. */
export function setInSettings(
  given: readonly string[],
  flags: SetFlags,
  own: (settings: SettingValues) => Pick<RunOrder, "delivery" | "changes">,
): Promise<ExitCode> {
  const set = (desk: Desk): Promise<ExitCode> => {
    const { articles, wish } = batchOf(given, desk.settings, flags);
    const rights = rightsOf(desk.settings, flags.ignoreEmbargo === true);
    return setArticles(desk, { articles, ...own(desk.settings), rights, ...jobOf(desk.settings, flags) }, wish);
  };
  return inSettings(given, flags, set, DESIGN);
}

/**
 * Sets article after article and says of each what became of it. Gives the exit code that they share, 8 when some failed and
 * others did not, or that of what the run had to end for before its time.
 */
async function setArticles({ world, outlet }: Desk, order: RunOrder, wish: BatchWish): Promise<ExitCode> {
  const progress = outlet.manner.quiet ? undefined : openProgress(process.stderr, () => 1000 * process.uptime());
  const codes = new Set<ExitCode>();
  const changes: PlacedChange[] = [];
  let totals = NOTHING_YET;
  let blocked: ExitCode | undefined;
  const complain = (finding: Diagnostic): void => {
    progress?.clear();
    outlet.complain([finding]);
  };
  for await (const result of resultsOf(world, order, { ...wish, complain })) {
    const { report } = result;
    const fails = result.code === EXIT.done && failsAt(outlet.manner.failOn, report.diagnostics);
    const code = fails ? EXIT.findings : result.code;
    progress?.clear();
    outlet.say({ human: `${humanText(report, outlet)}\n`, json: jsonReport(report), matters: code !== EXIT.done });
    if (report.gathered === undefined) progress?.count({ ...result, code });
    totals = addTo(totals, report, isSet(result, order));
    changes.push(...(report.changes ?? []));
    codes.add(code);
    if (result.isBlocked) {
      blocked = code;
      // Those that were not begun count, too: nobody shall take a part for the whole.
      totals = { ...totals, articles: result.total };
    }
  }
  progress?.end();
  outlet.remark(humanEnd(totals, order.changes === true ? changes : undefined, outlet));
  return blocked ?? codeOfBatch(codes);
}

function resultsOf(world: World, order: RunOrder, wish: BatchWish): AsyncGenerator<BatchResult> {
  const { delivery } = order;
  if (delivery?.oneFile === undefined) return runBatch(world, order, wish);
  return runIntoOneFile(world, { ...order, delivery }, delivery.oneFile, wish);
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

/** Whether an article's pages were made, and written where they were to be; what is gathered is written at the end. */
function isSet({ report: { tally, outputs }, code }: RunResult, { delivery }: RunOrder): boolean {
  if (tally === undefined) return false;
  if (delivery === undefined || outputs.length > 0) return true;
  return delivery.oneFile !== undefined && code !== EXIT.rights;
}

function humanEnd(totals: Totals, changes: readonly PlacedChange[] | undefined, { style: { paint } }: Outlet): string {
  if (changes !== undefined) return humanChangeTotals(changes, paint);
  return totals.articles > 1 ? humanSummary(totals, paint) : "";
}
