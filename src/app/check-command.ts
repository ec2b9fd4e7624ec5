import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.ts";
import { inSettings } from "./in-settings.ts";
import { withJobOptions, withRightsOptions, type JobFlags, type RightsFlags } from "./options/job-options.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { jobOf, rightsOf, setArticles } from "./set-articles.ts";

/** Adds `check` to the command line. */
export function checkCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("check")
    .argument("<article...>", "article files (.txt, .md, .json), or folders of them")
    .description("Read, validate and set articles and report; write nothing.")
    .option("--changes", "list every change that microtype made to the copy, instead of warnings and notes")
    .action(
      async (articles: string[], flags: JobFlags & ReportFlags & RightsFlags & { readonly changes?: boolean }) => {
        const changes = flags.changes === true;
        end(
          await inSettings(articles, flags, (desk) =>
            setArticles(desk, {
              articles,
              changes,
              rights: rightsOf(desk.settings, flags.ignoreEmbargo === true),
              ...jobOf(desk.settings, flags),
            }),
          ),
        );
      },
    );
  withReportOptions(withRightsOptions(withJobOptions(command)));
}
