import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { cannotWrite } from "./cannot-write.ts";
import { openPaint } from "./colour.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { INIT_FILES } from "./init-files.ts";
import { humanDiagnostic } from "./report-human.ts";
import { CONFIG_NAMES } from "./settings/find-config.ts";
import { writeWhole } from "./workspace.ts";

/** Adds `init` to the command line. */
export function initCommand(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("init")
    .argument("[dir]", "folder to begin in", ".")
    .description("Write a configuration with comments and an example article; nothing that is there is overwritten.")
    .action((folder: string) => {
      end(init(folder));
    });
}

function init(folder: string): ExitCode {
  try {
    for (const { name, text } of INIT_FILES) process.stdout.write(`${begin(folder, name, text)}\n`);
  } catch (error) {
    const style = { width: 100, paint: openPaint(false) };
    process.stderr.write(`${humanDiagnostic(cannotWrite(folder, error), style)}\n`);
    return EXIT.output;
  }
  process.stdout.write(nextSteps(folder));
  return EXIT.done;
}

/** Writes a file that is not there, and says what it did. A configuration under another of its names is one, too. */
function begin(folder: string, name: string, text: string): string {
  const names: readonly string[] = CONFIG_NAMES.some((known) => known === name) ? CONFIG_NAMES : [name];
  const there = names.map((one) => join(folder, one)).find((path) => existsSync(path));
  if (there !== undefined) return `kept     ${there}`;
  const path = join(folder, name);
  writeWhole(path, new TextEncoder().encode(text));
  return `written  ${path}`;
}

function nextSteps(folder: string): string {
  const articles = join(folder, "articles");
  const steps = [
    [`umbruch check ${articles}`, "what is to be said of the articles"],
    [`umbruch set ${articles}`, "make their pages"],
    [`umbruch doctor ${folder}`, "every setting, and where it came from"],
  ] as const;
  const width = Math.max(...steps.map(([command]) => command.length));
  const lines = steps.map(([command, meaning]) => `  ${command.padEnd(width)}   ${meaning}\n`);
  return `\nNext:\n${lines.join("")}`;
}
