import { Command, CommanderError } from "commander";
import { VERSION } from "../base/index.ts";
import { checkCommand } from "./check-command.ts";
import { completionsCommand } from "./completions-command.ts";
import { doctorCommand } from "./doctor-command.ts";
import { dumpCommand } from "./dump-command.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { explainCommand } from "./explain-command.ts";
import { extractCommand } from "./extract-command.ts";
import { fontsCommand } from "./fonts-command.ts";
import { initCommand } from "./init-command.ts";
import { preflightCommand } from "./preflight-command.ts";
import { schemaCommand } from "./schema-command.ts";
import { setCommand } from "./set-command.ts";
import { templatesCommand } from "./templates-command.ts";
import { watchCommand } from "./watch-command.ts";
import { verifyCommand } from "./verify-command.ts";

type AddCommand = (program: Command, end: (code: ExitCode) => void) => void;

/** The commands, in the groups and the order of the help. */
const COMMANDS: Readonly<Record<string, readonly AddCommand[]>> = {
  "Articles:": [setCommand, watchCommand, checkCommand, explainCommand, dumpCommand],
  "Files:": [preflightCommand, verifyCommand, extractCommand],
  "What there is:": [templatesCommand, fontsCommand, schemaCommand],
  "The desk:": [initCommand, doctorCommand, completionsCommand],
};

const EXIT_CODES = `
Exit codes:
  0   done                              5   refused: no print shop would take it
  1   findings at the fail level        6   must not be published (rights)
  2   wrong usage or configuration      7   cannot read or write
  3   input unreadable or invalid       8   some articles of a batch failed
  4   does not fit the space given      70  a bug of ours`;

const EXAMPLES = `
Examples:
  umbruch set articles                                      every article of a folder, into output/
  umbruch set kim.txt --template a4-3 --out pages           one article on A4
  umbruch set kim.txt --height 180mm --columns 4            fill this space, or say what to cut
  umbruch set kim.txt --condition coated --single-pages     a file for each page, with bleed and marks
  umbruch set kim.txt --for press archive                   and a PDF/A with the article inside
  umbruch set kim.txt --for proof --grid                    a PNG of each page, and why things stand where they do
  umbruch watch kim.txt --grid                              set again on every save, a proof kept up to date
  umbruch set wire --one-file day                           all articles in one PDF, pages numbered through
  umbruch set 'wire/**/*.txt' --for archive --jobs 2        thousands of them; started again it goes on where it ended
  umbruch verify kim.archive.pdf                            is it as it was, and does it make itself again?
  umbruch explain kim.txt                                   how the page was composed, and why so
  umbruch check kim.txt --format json                       set, report, write nothing
  umbruch templates show nordisch-6 --out nordisch-6.png    a template with its grid and slots
  umbruch preflight output --condition coated               whether a print shop would take these pages
  umbruch check kim.txt --changes                           what was changed in the copy, and where
  umbruch dump kim.txt --after page                         the made-up page as text
  umbruch init                                              begin: a configuration and an example article
  umbruch doctor kim.txt                                    every setting, its value, and where it came from
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
    // Options belong to the command that they stand behind: `templates` and `templates show` have the same ones.
    .enablePositionalOptions()
    .showHelpAfterError("(umbruch --help explains the commands)")
    .addHelpText("after", EXAMPLES + "\n" + EXIT_CODES)
    .exitOverride();
  for (const [group, commands] of Object.entries(COMMANDS)) {
    program.commandsGroup(group);
    for (const add of commands) add(program, end);
  }
  return program;
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
