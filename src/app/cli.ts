import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { dumpArticle, isCalendarDate } from "../article/index.ts";
import { hasErrors, mm, VERSION, type Pt } from "../base/index.ts";
import type { Sheet } from "../condition/index.ts";
import { dumpSlugs, dumpPages } from "../page/index.ts";
import { DEFAULT_CONDITION, display, makeUp, type MadeUp, type SpaceWish, type World } from "../pipeline.ts";
import { dumpDisplay } from "../render/display/index.ts";
import { batchOf, withBatch, type BatchOptions } from "./batch/batch-options.ts";
import { openProgress } from "./batch/progress.ts";
import { runBatch, type BatchWish } from "./batch/run-batch.ts";
import { openPaint } from "./colour.ts";
import { explainMakeup } from "./explain-makeup.ts";
import { explainWords } from "./explain-word.ts";
import { codeOfBatch, EXIT, type ExitCode } from "./exit-codes.ts";
import { extractCommand } from "./extract-command.ts";
import { preflightCommand } from "./preflight-command.ts";
import { humanChanges, humanChangeTotals, type PlacedChange } from "./report-changes.ts";
import {
  humanDiagnostic,
  addTo,
  humanReport,
  humanSummary,
  NOTHING_YET,
  type HumanStyle,
  type Totals,
} from "./report-human.ts";
import { jsonReport, type ArticleReport } from "./report.ts";
import { unknownFields } from "./file-name.ts";
import { PURPOSES, type Delivery, type Purpose, type RunOrder } from "./run.ts";
import { templatesCommand } from "./templates-command.ts";
import { verifyCommand } from "./verify-command.ts";
import { openWorld } from "./workspace.ts";

const DEFAULT_TEMPLATE = "berliner-5";
const DEFAULT_OUT = "output";
const ROOMS = ["article", "galley", "page", "display"] as const;

interface CommonOptions extends BatchOptions {
  readonly template: string;
  readonly condition: string;
  readonly icc?: string;
  readonly folio?: number;
  readonly height?: Pt;
  readonly rows?: number;
  readonly columns?: number;
  readonly slot?: string;
  readonly onePage?: boolean;
  readonly format: "human" | "json";
  readonly color: boolean;
}

const EXIT_CODES = `
Exit codes:
  0   done                              5   refused: no print shop would take it
  1   findings at error level           7   cannot write
  2   wrong usage                       8   some of a batch failed
  3   input unreadable or invalid       70  a bug of ours
  4   does not fit the space given`;

interface SetOptions extends CommonOptions {
  readonly out: string;
  readonly for: readonly Purpose[];
  readonly singlePages?: boolean;
  readonly name?: string;
  readonly title?: string;
  readonly date?: string;
  readonly fileVersion: number;
  readonly marks?: Partial<Sheet>;
}

const ARTICLES = "article files (.txt, .md, .json), folders, patterns ('wire/**/*.txt'), or - for the standard input";

const EXAMPLES = `
Examples:
  umbruch set articles                                      every article of a folder, into output/
  umbruch set kim.txt --template a4-3 --out pages           one article on A4
  umbruch set kim.txt --height 180mm --columns 4            fill this space, or say what to cut
  umbruch set kim.txt --condition coated --single-pages     a file for each page, with bleed and marks
  umbruch set kim.txt --for press archive                   and a PDF/A with the article inside
  umbruch set 'wire/**/*.txt' --for archive --jobs 2        thousands of them; started again it goes on where it ended
  umbruch verify kim.archive.pdf                            is it as it was, and does it make itself again?
  umbruch explain kim.txt                                   how the page was composed, and why so
  umbruch check kim.txt --format json                       set, report, write nothing
  umbruch templates show nordisch-6 --out nordisch-6.png    a template with its grid and slots
  umbruch preflight output --condition coated               whether a print shop would take these pages
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
  setCommand(program, end);
  withCommon(program.command("check").argument("<article...>", ARTICLES))
    .description("Read, validate and set articles and report; write nothing.")
    .option("--changes", "list every change that microtype made to the copy, instead of warnings and notes")
    .action(async (articles: string[], options: CommonOptions & { changes?: boolean }) => {
      const changes = options.changes === true;
      const batch = batchOf(articles, options);
      end(await runAndReport({ articles: batch.articles, changes, ...jobOf(options) }, options, batch.wish));
    });
  withTemplate(program.command("dump").argument("<article>", "article file"))
    .description("Print what a room of the engine makes of an article, as text.")
    .addOption(new Option("--after <room>", "the room").choices(ROOMS).makeOptionMandatory())
    .action(
      (
        article: string,
        options: Omit<CommonOptions, "format" | keyof BatchOptions> & { after: (typeof ROOMS)[number] },
      ) => {
        end(dump(article, options));
      },
    );
  withTemplate(program.command("explain").argument("[article]", "article file"))
    .description("Explain a decision: how an article's pages were composed and why so, or where words may be divided.")
    .option("--word <word...>", "words to divide")
    .action(
      (
        article: string | undefined,
        options: Omit<CommonOptions, "format" | keyof BatchOptions> & { word?: string[] },
        command: Command,
      ) => {
        if (options.word) process.stdout.write(explainWords(options.word));
        else if (article !== undefined) end(explain(article, options));
        else command.error("error: give an article, or --word and words");
      },
    );
  templatesCommand(program, end);
  preflightCommand(program, end);
  extractCommand(program, end);
  verifyCommand(program, end);
  return program;
}

/** Adds `set` to the command line. */
function setCommand(program: Command, end: (code: ExitCode) => void): void {
  withCommon(program.command("set").argument("<article...>", ARTICLES))
    .description("Set articles into pages: DIR/<article>.press.pdf, DIR/<article>.archive.pdf.")
    .addOption(
      new Option("--for <purpose...>", "what the files are for; all of them share every line break")
        .choices(PURPOSES)
        .default(["press"], "press"),
    )
    .option("-o, --out <dir>", "folder for the pages", DEFAULT_OUT)
    .option("--force", "set also the articles of a batch that have not changed since they were set")
    .option("--single-pages", "a file for each page, named as the print condition says")
    .addOption(
      new Option(
        "--name <pattern>",
        "name of these files: {title} {article} {section} {date} {page} {version} {condition}",
      )
        .argParser(namePattern)
        .implies({ singlePages: true }),
    )
    .option("--title <name>", "what {title} stands for: the newspaper; otherwise the article's file name")
    .addOption(
      new Option("--date <date>", "date for metadata and file names (YYYY-MM-DD); otherwise the article's").argParser(
        date,
      ),
    )
    .addOption(
      new Option("--file-version <number>", "what {version} stands for").argParser(wholeNumber).default(1, "1"),
    )
    .addOption(
      new Option("--marks <list>", "what stands around the page: crop, registration, bar, slug; all or none").argParser(
        marks,
      ),
    )
    .action(async (articles: string[], options: SetOptions) => {
      const batch = batchOf(articles, options);
      const delivery = deliveryOf(options);
      end(await runAndReport({ articles: batch.articles, delivery, ...jobOf(options) }, options, batch.wish));
    });
}

function withTemplate(command: Command): Command {
  return command
    .option("-t, --template <name|file>", "a bundled template by name, or a template file", DEFAULT_TEMPLATE)
    .option("-c, --condition <name|file>", "a bundled print condition by name, or a condition file", DEFAULT_CONDITION)
    .option("--icc <file>", "an ICC profile in the place of the condition's own")
    .option("--folio <number>", "page number of the first page", wholeNumber)
    .addOption(
      new Option("--height <length>", "the article must fill this height, heading included: 180mm").argParser(height),
    )
    .addOption(new Option("--rows <number>", "the same in rows of the grid").argParser(wholeNumber).conflicts("height"))
    .addOption(new Option("--columns <number>", "how many columns wide it runs").argParser(wholeNumber))
    .addOption(
      new Option("--slot <name>", "the template's slot that it must fill").conflicts(["height", "rows", "columns"]),
    )
    .addOption(new Option("--one-page", "it must fill one page").conflicts(["height", "rows", "slot"]))
    .option("--no-color", "no colours (also with NO_COLOR set, or when the output is not a terminal)");
}

function withCommon(command: Command): Command {
  return withBatch(withTemplate(command)).addOption(
    new Option("--format <format>", "report for people, or a JSON object per article")
      .choices(["human", "json"])
      .default("human"),
  );
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1.");
  return Number(text);
}

function height(text: string): Pt {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(mm|pt)$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('Give a length with its unit: "180mm" or "510pt".');
  return unit === "mm" ? mm(Number(number)) : Number(number);
}

function namePattern(text: string): string {
  const [unknown] = unknownFields(text);
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no field {${unknown}}.`);
  if (/[/\\]/.test(text)) throw new InvalidArgumentError("A file name has no folders in it; --out names the folder.");
  return text;
}

function date(text: string): string {
  if (!isCalendarDate(text)) throw new InvalidArgumentError("Give a date as 2025-02-09.");
  return text;
}

const MARKS: Readonly<Record<string, keyof Sheet>> = {
  crop: "cropMarks",
  registration: "registrationMarks",
  bar: "colourBar",
  slug: "slugLine",
};

/** What stands around the page: all four, none, or those of a list. */
function marks(text: string): Sheet {
  const names = text === "all" ? Object.keys(MARKS) : text === "none" ? [] : text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => MARKS[name] === undefined);
  if (unknown !== undefined) throw new InvalidArgumentError(`There are no marks “${unknown}”.`);
  const has = (name: string): boolean => names.includes(name);
  return {
    cropMarks: has("crop"),
    registrationMarks: has("registration"),
    colourBar: has("bar"),
    slugLine: has("slug"),
  };
}

/** The desk's date, or the one that builds which must come out the same are given (reproducible-builds.org). */
function givenDate(asked: string | undefined): string | undefined {
  const epoch = process.env["SOURCE_DATE_EPOCH"];
  if (asked !== undefined || epoch === undefined || !/^\d{1,11}$/.test(epoch)) return asked;
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}

function deliveryOf({
  out,
  for: purposes,
  singlePages,
  name,
  title,
  fileVersion,
  marks: sheet,
  date: asked,
}: SetOptions): Delivery {
  const when = givenDate(asked);
  return {
    out,
    purposes,
    version: fileVersion,
    ...(singlePages === true && { pages: { ...(name !== undefined && { pattern: name }) } }),
    ...(title !== undefined && { title }),
    ...(when !== undefined && { date: when }),
    ...(sheet && { sheet }),
  };
}

type JobOptions = Omit<CommonOptions, "format" | "color" | keyof BatchOptions>;

function jobOf({ template, condition, icc, folio, slot, rows, height: points, columns, onePage }: JobOptions) {
  const space: SpaceWish = {
    ...(slot !== undefined && { slot }),
    ...(rows !== undefined && { rows }),
    ...(points !== undefined && { height: points }),
    ...(columns !== undefined && { columns }),
    ...(onePage === true && { onePage }),
  };
  return {
    template,
    condition,
    space,
    ...(icc !== undefined && { icc }),
    ...(folio !== undefined && { folio }),
  };
}

function explain(article: string, options: Omit<CommonOptions, "format" | keyof BatchOptions>): ExitCode {
  const { value, diagnostics } = makeUp(openWorld(), { article, compare: true, ...jobOf(options) });
  const style = styleOf(options, process.stderr);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const error of errors) process.stderr.write(`${humanDiagnostic(error, style)}\n`);
  if (value === undefined) return EXIT.input;
  process.stdout.write(explainMakeup(value));
  return EXIT.done;
}

async function runAndReport(order: RunOrder, options: CommonOptions, wish: BatchWish): Promise<ExitCode> {
  const style = styleOf(options, process.stdout);
  const progress = openProgress(process.stderr, () => performance.now());
  const codes = new Set<ExitCode>();
  const changes: PlacedChange[] = [];
  let totals = NOTHING_YET;
  let isBlocked = false;
  for await (const result of runBatch(openWorld(), order, wish)) {
    progress.clear();
    const { report } = result;
    process.stdout.write(options.format === "json" ? jsonReport(report) : `${humanText(report, style)}\n`);
    progress.count(result);
    totals = addTo(totals, report);
    changes.push(...(report.changes ?? []));
    codes.add(result.code);
    isBlocked = result.isBlocked;
  }
  progress.end();
  if (options.format === "human")
    process.stdout.write(humanEnd(totals, order.changes === true ? changes : undefined, style));
  return isBlocked ? EXIT.output : codeOfBatch(codes);
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

function humanEnd(totals: Totals, changes: readonly PlacedChange[] | undefined, { paint }: HumanStyle): string {
  if (changes !== undefined) return humanChangeTotals(changes, paint);
  return totals.articles > 1 ? humanSummary(totals, paint) : "";
}

function dump(
  article: string,
  options: Omit<CommonOptions, "format" | keyof BatchOptions> & { after: (typeof ROOMS)[number] },
): ExitCode {
  const world: World = openWorld();
  const { value, diagnostics } = makeUp(world, { article, ...jobOf(options) });
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
