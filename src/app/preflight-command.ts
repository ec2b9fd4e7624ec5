import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { Option, type Command } from "commander";
import { report, type Finding } from "../base/index.ts";
import { openPress, UNREADABLE_FILE, type World } from "../pipeline.ts";
import { preflight } from "../preflight/index.ts";
import { openPaint } from "./colour.ts";
import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import { openPlateMaker } from "./ghostscript.ts";
import { humanPreflight, jsonPreflight } from "./preflight-report.ts";
import { humanDiagnostic, type HumanStyle } from "./report-human.ts";
import { openWorld } from "./workspace.ts";

const DEFAULT_CONDITION = "austria-newsprint";

export const NO_PDFS = {
  code: "app/no-pdfs",
  severity: "error",
  when: "A folder that is to be judged holds no PDF.",
  hint: "name the files, or a folder with files that end in .pdf",
} as const satisfies Finding;

interface PreflightOptions {
  readonly condition: string;
  readonly icc?: string;
  readonly format: "human" | "json";
  readonly color: boolean;
  readonly plates: boolean;
}

/** Adds `preflight` to the command line. */
export function preflightCommand(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("preflight")
    .argument("<file...>", "PDF files, of any maker, or folders of them")
    .description("Judge whether a print shop would take PDF files: by PDF/X-4 and by a print condition.")
    .option("--condition <name|file>", "a bundled print condition by name, or a file", DEFAULT_CONDITION)
    .option("--icc <file>", "the profile of the press, in place of the condition's")
    .addOption(
      new Option("--format <format>", "report for people, or a JSON object per file")
        .choices(["human", "json"])
        .default("human"),
    )
    .option("--no-plates", "do not render the pages to measure their ink")
    .option("--no-color", "no colours (also with NO_COLOR set, or when the output is not a terminal)")
    .action((files: string[], options: PreflightOptions) => {
      end(judgeAll(openWorld(), files, options));
    });
}

function judgeAll(world: World, paths: readonly string[], options: PreflightOptions): ExitCode {
  const errors = styleOf(options, process.stderr);
  const { value: press, diagnostics } = openPress(world, options.condition, options.icc);
  for (const diagnostic of diagnostics) process.stderr.write(`${humanDiagnostic(diagnostic, errors)}\n`);
  if (press === undefined) return EXIT.input;
  const codes: ExitCode[] = [];
  for (const path of paths) {
    const files = pdfsAt(path);
    if (files.length === 0) {
      process.stderr.write(`${humanDiagnostic(report(NO_PDFS, `${path} holds no PDF`), errors)}\n`);
      codes.push(EXIT.input);
    }
    for (const file of files) codes.push(judge(world, file, press, options));
  }
  return gravest(codes);
}

type Press = NonNullable<ReturnType<typeof openPress>["value"]>;

function judge(world: World, file: string, { condition }: Press, options: PreflightOptions): ExitCode {
  const bytes = world.read(file);
  if (bytes === undefined) {
    const diagnostic = report(UNREADABLE_FILE, `${file} cannot be read`);
    process.stderr.write(`${humanDiagnostic(diagnostic, styleOf(options, process.stderr))}\n`);
    return EXIT.input;
  }
  const plates = options.plates ? openPlateMaker(file) : () => "left out by --no-plates";
  const judged = { file, condition: condition.name, report: preflight(bytes, { condition, plates }) };
  const text =
    options.format === "json" ? jsonPreflight(judged) : `${humanPreflight(judged, styleOf(options, process.stdout))}\n`;
  process.stdout.write(text);
  return judged.report.verdict === "refused" ? EXIT.refused : EXIT.done;
}

/** The PDFs that a path stands for: itself, or a folder's in the order of their names. */
export function pdfsAt(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path)
    .filter((file) => extname(file).toLowerCase() === ".pdf")
    .sort()
    .map((file) => join(path, file));
}

function styleOf({ color }: { readonly color: boolean }, stream: NodeJS.WriteStream): HumanStyle {
  const wanted = color && process.env["NO_COLOR"] === undefined && stream.isTTY;
  return { width: Math.min(stream.columns || 100, 120), paint: openPaint(wanted) };
}
