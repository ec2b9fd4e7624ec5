import { basename, join } from "node:path";
import type { Command } from "commander";
import { openArchive, readManifest, type EnclosedFile, type Manifest } from "../archive/index.ts";
import { report, toMm, type Diagnostic, type Finding } from "../base/index.ts";
import { UNREADABLE_FILE, type World } from "../pipeline.ts";
import { openPaint } from "./colour.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { humanDiagnostic } from "./report-human.ts";
import { jobOf } from "./reproduce.ts";
import { CANNOT_WRITE } from "./run.ts";
import { openWorld } from "./workspace.ts";
import { safePath, wouldOverwrite, writeFiles } from "./write-files.ts";

export const NOTHING_INSIDE = {
  code: "app/nothing-inside",
  severity: "error",
  when: "A PDF that is to be opened holds no files.",
  hint: "only archive files (umbruch set --for archive) hold what they were made from",
} as const satisfies Finding;

export const WOULD_OVERWRITE = {
  code: "app/would-overwrite",
  severity: "error",
  when: "A file that comes out of a PDF has the name of another one that is there already.",
  hint: "name another folder with --out",
} as const satisfies Finding;

export const UNSAFE_NAME = {
  code: "app/unsafe-name",
  severity: "warning",
  when: "A file inside a PDF has a name that would lead out of the folder; it is left out.",
} as const satisfies Finding;

/** Adds `extract` to the command line. */
export function extractCommand(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("extract")
    .argument("<file>", "an archive file, or any PDF with files inside")
    .description("Take out what an archive file was made from, byte for byte.")
    .option("-o, --out <dir>", "folder for the files; named after the archive file when left out")
    .action((file: string, { out }: { out?: string }) => {
      end(extract(openWorld(), file, out ?? basename(file).replace(/(\.archive)?\.pdf$/i, "") + ".files"));
    });
}

function extract(world: World, path: string, folder: string): ExitCode {
  const bytes = world.read(path);
  if (bytes === undefined) return fail(EXIT.input, report(UNREADABLE_FILE, `${path} cannot be read`));
  const { files } = openArchive(bytes);
  if (files.length === 0) return fail(EXIT.input, report(NOTHING_INSIDE, `there are no files inside ${path}`));
  const unsafe = files.filter(({ name }) => safePath(name) === undefined);
  fail(EXIT.done, ...unsafe.map(({ name }) => report(UNSAFE_NAME, `“${name}” is left out`)));
  const lost = files.find(({ name, bytes: own }) => wouldOverwrite(join(folder, safePath(name) ?? name), own));
  if (lost) return fail(EXIT.output, report(WOULD_OVERWRITE, `${join(folder, lost.name)} is there with other content`));
  try {
    for (const written of writeFiles(folder, files)) process.stdout.write(`${written}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(EXIT.output, report(CANNOT_WRITE, `${folder}: ${reason}`));
  }
  const altered = files.flatMap(({ diagnostics }) => diagnostics);
  process.stdout.write(howToSet(files, folder));
  return fail(altered.length > 0 ? EXIT.refused : EXIT.done, ...altered);
}

/** The command that makes the same file again from what came out. */
function howToSet(files: readonly EnclosedFile[], folder: string): string {
  const { value: manifest } = readManifest(files);
  if (manifest === undefined) return "";
  const words = ["umbruch", "set", ...optionsOf(manifest, folder), "--for", "archive"];
  return `the same page again: ${words.map(quoted).join(" ")}\n`;
}

function optionsOf(manifest: Manifest, folder: string): string[] {
  const { article, template, condition, icc, folio, space = {} } = jobOf(manifest, folder);
  const { slot, rows, height, columns, onePage } = space;
  const option = (name: string, value: string | number | undefined): string[] =>
    value === undefined ? [] : [`--${name}`, String(value)];
  return [
    article,
    ...option("template", template),
    ...option("condition", condition),
    ...option("icc", icc),
    ...option("folio", folio),
    ...option("slot", slot),
    ...option("rows", rows),
    ...option("height", height === undefined ? undefined : `${Number(toMm(height).toFixed(4))}mm`),
    ...option("columns", columns),
    ...(onePage === true ? ["--one-page"] : []),
    ...option("date", manifest.date),
  ];
}

function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function fail(code: ExitCode, ...diagnostics: readonly Diagnostic[]): ExitCode {
  const style = { width: 100, paint: openPaint(false) };
  for (const diagnostic of diagnostics) process.stderr.write(`${humanDiagnostic(diagnostic, style)}\n`);
  return code;
}
