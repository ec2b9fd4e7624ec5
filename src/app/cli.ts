import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { dumpArticle } from "../article/index.ts";
import { hasErrors } from "../base/index.ts";
import { dumpSlugs, dumpPages } from "../page/index.ts";
import { display, makeUp, type MadeUp, type World } from "../pipeline.ts";
import { dumpDisplay } from "../render/display/index.ts";
import { openPaint } from "./colour.ts";
import { explainWords } from "./explain-word.ts";
import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import { humanChanges, humanChangeTotals } from "./report-changes.ts";
import { humanDiagnostic, humanReport, humanSummary, type HumanStyle } from "./report-human.ts";
import { jsonReport, type ArticleReport } from "./report.ts";
import { run, type RunOrder } from "./run.ts";
import { VERSION } from "./version.ts";
import { openWorld } from "./workspace.ts";

const DEFAULT_TEMPLATE = "berliner-5";
const DEFAULT_OUT = "output";
const ROOMS = ["article", "galley", "page", "display"] as const;

interface CommonOptions {
  readonly template: string;
  readonly folio?: number;
  readonly format: "human" | "json";
  readonly color: boolean;
}

const EXIT_CODES = `
Exit codes:
  0   done                              3   input unreadable or invalid
  1   findings at error level           7   cannot write
  2   wrong usage                       70  a bug of ours`;

const EXAMPLES = `
Examples:
  umbruch set articles                                      every article of a folder, into output/
  umbruch set kim.txt --template a4-3 --out pages           one article on A4
  umbruch check kim.txt --format json                       set, report, write nothing
  umbruch check kim.txt --changes                           what was changed in the copy, and where
  umbruch dump kim.txt --after page                         the made-up page as text
  umbruch explain --word Atomstreitkräfte                   where a word may be divided`;

/** Runs the command line; gives the exit code. Results go to stdout, all else to stderr. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = build((result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    process.stderr.write(bugReport(error, args));
    return EXIT.bug;
  }
}

function build(end: (code: ExitCode) => void): Command {
  const program = new Command("umbruch")
    .description("Sets structured news articles into print-ready PDF newspaper columns.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("(umbruch --help explains the commands)")
    .addHelpText("after", EXAMPLES + "\n" + EXIT_CODES)
    .exitOverride();
  withCommon(program.command("set").argument("<article...>", "article files (.txt, .md, .json), or folders of them"))
    .description("Set articles into press pages: DIR/<article>.press.pdf.")
    .option("-o, --out <dir>", "folder for the pages", DEFAULT_OUT)
    .action(async (articles: string[], options: CommonOptions & { out: string }) => {
      end(await runAndReport({ articles, out: options.out, ...jobOf(options) }, options));
    });
  withCommon(program.command("check").argument("<article...>", "article files (.txt, .md, .json), or folders of them"))
    .description("Read, validate and set articles and report; write nothing.")
    .option("--changes", "list every change that microtype made to the copy, instead of warnings and notes")
    .action(async (articles: string[], options: CommonOptions & { changes?: boolean }) => {
      const changes = options.changes === true;
      end(await runAndReport({ articles, changes, ...jobOf(options) }, options));
    });
  withTemplate(program.command("dump").argument("<article>", "article file"))
    .description("Print what a room of the engine makes of an article, as text.")
    .addOption(new Option("--after <room>", "the room").choices(ROOMS).makeOptionMandatory())
    .action((article: string, options: Omit<CommonOptions, "format"> & { after: (typeof ROOMS)[number] }) => {
      end(dump(article, options));
    });
  program
    .command("explain")
    .description("Explain a decision: where words may be divided, and how well.")
    .requiredOption("--word <word...>", "words to divide")
    .action(({ word }: { word: string[] }) => {
      process.stdout.write(explainWords(word));
    });
  return program;
}

function withTemplate(command: Command): Command {
  return command
    .option("-t, --template <name|file>", "a bundled template by name, or a template file", DEFAULT_TEMPLATE)
    .option("--folio <number>", "page number of the first page", wholeNumber)
    .option("--no-color", "no colours (also with NO_COLOR set, or when the output is not a terminal)");
}

function withCommon(command: Command): Command {
  return withTemplate(command).addOption(
    new Option("--format <format>", "report for people, or a JSON object per article")
      .choices(["human", "json"])
      .default("human"),
  );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError("A page number is a whole number.");
  return Number(text);
}

function jobOf({ template, folio }: CommonOptions): Pick<RunOrder, "template" | "folio"> {
  return { template, ...(folio !== undefined && { folio }) };
}

async function runAndReport(order: RunOrder, options: CommonOptions): Promise<ExitCode> {
  const style = styleOf(options, process.stdout);
  const reports: ArticleReport[] = [];
  const codes: ExitCode[] = [];
  for await (const { report, code } of run(openWorld(), order)) {
    process.stdout.write(options.format === "json" ? jsonReport(report) : `${humanText(report, style)}\n`);
    reports.push(report);
    codes.push(code);
  }
  if (options.format === "human") process.stdout.write(humanEnd(reports, order, style));
  return gravest(codes);
}

/** A list of changes leaves out what does not spoil the result, so that it can be read through. */
function humanText(report: ArticleReport, style: HumanStyle): string {
  if (report.changes === undefined) return humanReport(report, style);
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  return [
    ...errors.map((error) => `${humanDiagnostic(error, style)}\n`),
    humanChanges(report.article, report.changes, style.paint),
  ].join("");
}

function humanEnd(reports: readonly ArticleReport[], order: RunOrder, { paint }: HumanStyle): string {
  if (order.changes === true) {
    const all = reports.flatMap(({ changes = [] }) => changes);
    return humanChangeTotals(all, paint);
  }
  return reports.length > 1 ? humanSummary(reports, paint) : "";
}

function dump(article: string, options: Omit<CommonOptions, "format"> & { after: (typeof ROOMS)[number] }): ExitCode {
  const world: World = openWorld();
  const { value, diagnostics } = makeUp(world, { article, ...jobOf({ ...options, format: "human" }) });
  const style = styleOf(options, process.stderr);
  for (const diagnostic of diagnostics) process.stderr.write(`${humanDiagnostic(diagnostic, style)}\n`);
  if (value === undefined) return EXIT.input;
  process.stdout.write(DUMPS[options.after](value));
  return hasErrors(diagnostics) ? EXIT.findings : EXIT.done;
}

const DUMPS: Readonly<Record<(typeof ROOMS)[number], (madeUp: MadeUp) => string>> = {
  article: ({ article }) => dumpArticle(article),
  galley: ({ slugs }) => dumpSlugs(slugs),
  page: ({ pages }) => dumpPages(pages),
  display: (madeUp) => dumpDisplay(display(madeUp)),
};

function styleOf({ color }: { readonly color: boolean }, stream: NodeJS.WriteStream): HumanStyle {
  const wanted = color && process.env["NO_COLOR"] === undefined && stream.isTTY;
  return { width: Math.min(stream.columns || 100, 120), paint: openPaint(wanted) };
}

function bugReport(error: unknown, args: readonly string[]): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    "umbruch: this is a bug of ours, not of your article.",
    "Please send us the article, the template, and these lines:",
    `  umbruch ${VERSION}, node ${process.version}, ${process.platform}: umbruch ${args.join(" ")}`,
    ...trace.split("\n").map((line) => `  ${line}`),
    "",
  ].join("\n");
}
