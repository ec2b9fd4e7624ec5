import type { Command } from "commander";
import { makeUp } from "../pipeline.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { compositionsJson, explainMakeup } from "./explain-makeup.ts";
import { explainWords, wordsJson } from "./explain-word.ts";
import { DESIGN, inSettings, type Desk } from "./in-settings.ts";
import { withJobOptions, type JobFlags } from "./options/job-options.ts";
import { articleFile } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { jsonDiagnostic } from "./report.ts";
import { codeOfUnusable } from "./run.ts";
import { EXPLAIN_VERSION, WORDS_VERSION } from "./schema/versions.ts";
import { jobOf } from "./set-articles.ts";

interface ExplainFlags extends JobFlags, ReportFlags {
  readonly word?: readonly string[];
}

/** Adds `explain` to the command line. */
export function explainCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("explain")
    .argument("[article]", "article file", articleFile)
    .description("Explain a decision: how an article's pages were composed and why so, or where words may be divided.")
    .option("--word <word...>", "words to divide")
    .action(async (article: string | undefined, flags: ExplainFlags) => {
      const { word: words } = flags;
      if (words) end(await inSettings([], flags, (desk) => divide(desk, words)));
      else if (article !== undefined)
        end(await inSettings([article], flags, (desk) => explain(desk, article, flags), DESIGN));
      else command.error("error: give an article, or --word and words");
    });
  withReportOptions(withJobOptions(command));
}

function divide({ outlet }: Desk, words: readonly string[]): ExitCode {
  const json = { version: WORDS_VERSION, words: wordsJson(words) };
  outlet.say({ human: explainWords(words), json, matters: true });
  return EXIT.done;
}

function explain({ world, settings, outlet }: Desk, article: string, flags: ExplainFlags): ExitCode {
  const { value, diagnostics } = makeUp(world, { article, compare: true, ...jobOf(settings, flags) });
  outlet.complain(diagnostics.filter(({ severity }) => severity === "error"));
  const facts = { version: EXPLAIN_VERSION, article, pages: value ? compositionsJson(value) : null };
  outlet.say({
    human: value ? explainMakeup(value) : "",
    json: { ...facts, diagnostics: diagnostics.map(jsonDiagnostic) },
    matters: true,
  });
  return value === undefined ? codeOfUnusable(diagnostics) : EXIT.done;
}
