import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.ts";
import { DESIGN, inSettings } from "./in-settings.ts";
import { ARTICLES, batchOf, withBatchOptions, type BatchFlags } from "./options/batch-options.ts";
import { withJobOptions, withRightsOptions, type JobFlags, type RightsFlags } from "./options/job-options.ts";
import { inputs } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { jobOf, rightsOf, setArticles } from "./set-articles.ts";

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
      const changes = flags.changes === true;
      end(
        await inSettings(
          articles,
          flags,
          (desk) => {
            const batch = batchOf(articles, desk.settings, flags);
            const order = {
              articles: batch.articles,
              changes,
              rights: rightsOf(desk.settings, flags.ignoreEmbargo === true),
              ...jobOf(desk.settings, flags),
            };
            return setArticles(desk, order, batch.wish);
          },
          DESIGN,
        ),
      );
    });
  withReportOptions(withRightsOptions(withBatchOptions(withJobOptions(command))));
}
