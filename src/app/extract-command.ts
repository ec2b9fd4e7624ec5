import { basename, join } from "node:path";
import { Option, type Command } from "commander";
import { cannotWrite } from "./cannot-write.ts";
import { openArchive, readManifest, type EnclosedFile, type Manifest } from "../archive/index.ts";
import { hasErrors, report, toMm, type Diagnostic, type Finding } from "../base/index.ts";
import { unreadable } from "../pipeline.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { inSettings, type Desk } from "./in-settings.ts";
import { folder, input } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { jsonDiagnostic } from "./report.ts";
import { jobOf } from "./reproduce.ts";
import { EXTRACT_VERSION } from "./schema/versions.ts";
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

interface ExtractFlags extends ReportFlags {
  readonly out?: string;
}

/** Adds `extract` to the command line. */
export function extractCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("extract")
    .argument("<file>", "an archive file, or any PDF with files inside", input)
    .description("Take out what an archive file was made from, byte for byte.")
    .addOption(
      new Option("-o, --out <dir>", "folder for the files; named after the archive file when left out").argParser(
        folder,
      ),
    )
    .action(async (file: string, flags: ExtractFlags) => {
      const folder = flags.out ?? basename(file).replace(/(\.archive)?\.pdf$/i, "") + ".files";
      end(await inSettings([file], flags, (desk) => extractAndSay(desk, file, folder)));
    });
  withReportOptions(command);
}

function extractAndSay(desk: Desk, file: string, folder: string): ExitCode {
  const { outputs, again, diagnostics, code } = extract(desk, file, folder);
  desk.outlet.complain(diagnostics);
  const said = again === "" ? [] : [`the same page again: ${again}`];
  desk.outlet.say({
    human: [...outputs, ...said].map((line) => `${line}\n`).join(""),
    json: { version: EXTRACT_VERSION, file, outputs, again, diagnostics: diagnostics.map(jsonDiagnostic) },
    matters: hasErrors(diagnostics),
  });
  return code;
}

/** What came out of a file. */
interface Extracted {
  readonly outputs: readonly string[];
  /** The command that makes the same file again; empty where nothing says how. */
  readonly again: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly code: ExitCode;
}

function extract({ world }: Desk, path: string, folder: string): Extracted {
  const bytes = world.read(path);
  if (bytes === undefined) return failed(EXIT.input, unreadable(world, path));
  const { files, damage } = openArchive(bytes);
  if (files.length === 0) {
    const reasons = damage.length > 0 ? damage : [report(NOTHING_INSIDE, `there are no files inside ${path}`)];
    return failed(EXIT.input, ...reasons);
  }
  const unsafe = files
    .filter(({ name }) => safePath(name) === undefined)
    .map(({ name }) => report(UNSAFE_NAME, `“${name}” is left out`));
  const lost = files.find(({ name, bytes: own }) => wouldOverwrite(join(folder, safePath(name) ?? name), own));
  if (lost) {
    const message = `${join(folder, lost.name)} is there with other content`;
    return failed(EXIT.output, ...unsafe, report(WOULD_OVERWRITE, message));
  }
  try {
    const outputs = writeFiles(folder, files);
    const code = damage.length > 0 ? EXIT.refused : EXIT.done;
    return { outputs, again: howToSet(files, folder), diagnostics: [...unsafe, ...damage], code };
  } catch (error) {
    return failed(EXIT.output, ...unsafe, cannotWrite(folder, error));
  }
}

function failed(code: ExitCode, ...diagnostics: readonly Diagnostic[]): Extracted {
  return { outputs: [], again: "", diagnostics, code };
}

/** The command that makes the same file again from what came out. */
function howToSet(files: readonly EnclosedFile[], folder: string): string {
  const { value: manifest } = readManifest(files);
  if (manifest === undefined) return "";
  const words = ["umbruch", "set", ...optionsOf(manifest, folder), "--for", "archive"];
  return words.map(quoted).join(" ");
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
