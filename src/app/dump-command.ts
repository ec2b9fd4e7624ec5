import { Option, type Command } from "commander";
import { dumpArticle } from "../article/index.ts";
import { hasErrors } from "../base/index.ts";
import { dumpPages, dumpSlugs } from "../page/index.ts";
import { display, makeUp, type MadeUp } from "../pipeline.ts";
import { dumpDisplay } from "../render/display/index.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { inSettings, type Desk } from "./in-settings.ts";
import { withJobOptions, type JobFlags } from "./options/job-options.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { failsAt } from "./outlet.ts";
import { jsonDiagnostic } from "./report.ts";
import { jobOf } from "./set-articles.ts";

const ROOMS = ["article", "galley", "page", "display"] as const;

type Room = (typeof ROOMS)[number];

const DUMPS: Readonly<Record<Room, (madeUp: MadeUp) => string>> = {
  article: ({ article }) => dumpArticle(article),
  galley: ({ slugs }) => dumpSlugs(slugs),
  page: ({ pages }) => dumpPages(pages),
  display: (madeUp) => dumpDisplay(display(madeUp)),
};

interface DumpFlags extends JobFlags, ReportFlags {
  readonly after: Room;
}

/** Adds `dump` to the command line. */
export function dumpCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("dump")
    .argument("<article>", "article file")
    .description("Print what a room of the engine makes of an article, as text.")
    .addOption(new Option("--after <room>", "the room").choices(ROOMS).makeOptionMandatory())
    .action(async (article: string, flags: DumpFlags) => {
      end(await inSettings([article], flags, (desk) => dump(desk, article, flags)));
    });
  withReportOptions(withJobOptions(command));
}

/** The version of the JSON object; it rises when a field changes its meaning or goes. */
const VERSION_OF_DUMPS = 1;

function dump({ world, settings, outlet }: Desk, article: string, flags: DumpFlags): ExitCode {
  const { value, diagnostics } = makeUp(world, { article, ...jobOf(settings, flags) });
  outlet.complain(diagnostics);
  const text = value ? DUMPS[flags.after](value) : "";
  const facts = { version: VERSION_OF_DUMPS, article, after: flags.after, text: value ? text : null };
  outlet.say({ human: text, json: { ...facts, diagnostics: diagnostics.map(jsonDiagnostic) }, matters: true });
  if (value === undefined) return EXIT.input;
  return hasErrors(diagnostics) || failsAt(outlet.manner.failOn, diagnostics) ? EXIT.findings : EXIT.done;
}
