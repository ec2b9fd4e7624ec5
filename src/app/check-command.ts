import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.ts";
import { ARTICLES, withBatchOptions, type BatchFlags } from "./options/batch-options.ts";
import { withJobOptions, withRightsOptions, type JobFlags, type RightsFlags } from "./options/job-options.ts";
import { inputs } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { setInSettings } from "./set-articles.ts";

interface CheckFlags extends JobFlags, ReportFlags, RightsFlags, BatchFlags {
  readonly changes?: boolean;
}

/** Adds `check` to the command line. */
export function checkCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("check")
    .argument("<article...>", ARTICLES, inputs)
    .description("Read, validate and set articles and report; write nothing.")
    .option("--changes", "list every change that microtype made to the copy, instead of warnings and notes")
    .action(async (articles: string[], flags: CheckFlags) => {
      end(await setInSettings(articles, flags, () => ({ changes: flags.changes === true })));
    });
  withReportOptions(withRightsOptions(withBatchOptions(withJobOptions(command))));
}
