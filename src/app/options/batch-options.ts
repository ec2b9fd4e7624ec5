import { InvalidArgumentError, Option, type Command } from "commander";
import type { BatchWish } from "../batch/run-batch.ts";
import { DEFAULTS, type SettingFlags, type SettingValues } from "../settings/settings.ts";
import { ARTICLE_ENDINGS, standardInput } from "../workspace.ts";

/** What the command line says of many articles. */
export interface BatchFlags extends Pick<SettingFlags, "jobs"> {
  readonly stdinName?: string;
  readonly force?: boolean;
}

/** What an article argument may be, for the help. */
export const ARTICLES =
  "article files (.txt, .md, .json), folders, patterns ('wire/**/*.txt'), or - for standard input";

/** Adds what concerns many articles to a command. */
export function withBatchOptions(command: Command): Command {
  return command
    .optionsGroup("Batch:")
    .addOption(
      new Option("-j, --jobs <number>", `how many articles are set at once (default: ${DEFAULTS.jobs})`).argParser(
        jobs,
      ),
    )
    .addOption(
      new Option(
        "--stdin-name <file>",
        `what the article on the standard input is called; the ending says its form (default: ${STDIN_NAME})`,
      ).argParser(articleName),
    );
}

/** Adds what concerns articles that were set before. */
export function withForceOption(command: Command): Command {
  return command.option("--force", "set also the articles of a batch that have not changed since they were set");
}

const STDIN_NAME = "stdin.txt";
const MOST_JOBS = 256;

function jobs(text: string): number {
  const number = Number(text);
  if (!/^[1-9]\d{0,2}$/.test(text) || number > MOST_JOBS) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_JOBS}.`);
  }
  return number;
}

function articleName(text: string): string {
  if (!ARTICLE_ENDINGS.some((ending) => text.toLowerCase().endsWith(ending))) {
    throw new InvalidArgumentError("Articles end in .txt, .md, .markdown or .json.");
  }
  return text;
}

/** The articles that were given, `-` by the name that it is to have, and how they are set; the standard input is read here. */
export function batchOf(
  given: readonly string[],
  { jobs: number }: SettingValues,
  { stdinName = STDIN_NAME, force }: BatchFlags,
): { readonly articles: readonly string[]; readonly wish: BatchWish } {
  const wish = { jobs: number, force: force === true };
  if (!given.includes("-")) return { articles: given, wish };
  const articles = given.map((name) => (name === "-" ? stdinName : name));
  return { articles, wish: { ...wish, piped: { path: stdinName, bytes: standardInput() } } };
}
