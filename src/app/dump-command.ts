import { Option, type Command } from "commander";
import { dumpArticle } from "../article/index.ts";
import { hasErrors } from "../base/index.ts";
import { dumpPages, dumpSlugs } from "../page/index.ts";
import { display, makeUp, type MadeUp } from "../pipeline.ts";
import { dumpDisplay } from "../render/display/index.ts";
import { articleDump, displayDump, galleyDump, pageDump } from "./dump-json.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { DESIGN, inSettings, type Desk } from "./in-settings.ts";
import { withJobOptions, type JobFlags } from "./options/job-options.ts";
import { articleFile } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { failsAt } from "./outlet.ts";
import { jsonDiagnostic } from "./report.ts";
import { codeOfUnusable } from "./run.ts";
import { DUMP_VERSION } from "./schema/versions.ts";
import { jobOf } from "./set-articles.ts";

const ROOMS = ["article", "galley", "page", "display"] as const;

type Room = (typeof ROOMS)[number];

/** What a room made, for people and for machines. */
interface Dump {
  readonly text: (madeUp: MadeUp) => string;
  readonly json: (madeUp: MadeUp) => object;
}

const DUMPS: Readonly<Record<Room, Dump>> = {
  article: { text: ({ article }) => dumpArticle(article), json: articleDump },
  galley: { text: ({ slugs }) => dumpSlugs(slugs), json: galleyDump },
  page: { text: ({ pages }) => dumpPages(pages), json: pageDump },
  display: { text: (madeUp) => dumpDisplay(display(madeUp)), json: displayDump },
};

interface DumpFlags extends JobFlags, ReportFlags {
  readonly after: Room;
}

/** Adds `dump` to the command line. */
export function dumpCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("dump")
    .argument("<article>", "article file", articleFile)
    .description("Print what a room of the engine makes of an article.")
    .addOption(new Option("--after <room>", "the room").choices(ROOMS).makeOptionMandatory())
    .action(async (article: string, flags: DumpFlags) => {
      end(await inSettings([article], flags, (desk) => dump(desk, article, flags), DESIGN));
    });
  withReportOptions(withJobOptions(command));
}

function dump({ world, settings, outlet }: Desk, article: string, flags: DumpFlags): ExitCode {
  const { value, diagnostics } = makeUp(world, { article, ...jobOf(settings, flags) });
  outlet.complain(diagnostics);
  const { text, json } = DUMPS[flags.after];
  const facts = { version: DUMP_VERSION, article, after: flags.after, made: value ? json(value) : null };
  outlet.say({
    human: value ? text(value) : "",
    json: { ...facts, diagnostics: diagnostics.map(jsonDiagnostic) },
    matters: true,
  });
  if (value === undefined) return codeOfUnusable(diagnostics);
  return hasErrors(diagnostics) || failsAt(outlet.manner.failOn, diagnostics) ? EXIT.findings : EXIT.done;
}
