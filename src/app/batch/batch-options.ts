import { readFileSync } from "node:fs";
import { InvalidArgumentError, Option, type Command } from "commander";
import { ARTICLE_ENDINGS } from "../workspace.ts";
import type { BatchWish } from "./run-batch.ts";

/** What the command line says of many articles. */
export interface BatchOptions {
  readonly jobs: number;
  readonly stdinName: string;
  readonly force?: boolean;
}

/** Adds what concerns many articles to a command. */
export function withBatch(command: Command): Command {
  return command
    .addOption(
      new Option("-j, --jobs <number>", "how many articles are set at the same time").argParser(jobs).default(1),
    )
    .addOption(
      new Option("--stdin-name <file>", "what an article on the standard input (-) is called; the ending says its form")
        .argParser(articleName)
        .default("stdin.txt"),
    );
}

const MOST_JOBS = 64;

function jobs(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MOST_JOBS) {
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

/** The articles and how they are set; what `-` stands for is read here. */
export function batchOf(
  given: readonly string[],
  { jobs: number, stdinName, force }: BatchOptions,
): { readonly articles: readonly string[]; readonly wish: BatchWish } {
  const wish = { jobs: number, force: force === true };
  if (!given.includes("-")) return { articles: given, wish };
  const articles = given.map((name) => (name === "-" ? stdinName : name));
  return { articles, wish: { ...wish, piped: { path: stdinName, bytes: readFileSync(0) } } };
}
