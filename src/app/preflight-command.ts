import { extname } from "node:path";
import type { Command } from "commander";
import { report, type Finding } from "../base/index.ts";
import { openPress, unreadable } from "../pipeline.ts";
import { preflight } from "../preflight/index.ts";
import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import { openPlateMaker } from "./ghostscript.ts";
import { inSettings, type Desk } from "./in-settings.ts";
import { inputs, someName } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { failsAt, type Outlet } from "./outlet.ts";
import { humanPreflight, jsonPreflight } from "./preflight-report.ts";
import { PURPOSES, type Purpose } from "./purposes.ts";
import { codeOfUnusable } from "./run.ts";
import { DEFAULTS, type SettingFlags } from "./settings/settings.ts";
import { filesAt } from "./workspace.ts";

export const NO_PDFS = {
  code: "app/no-pdfs",
  severity: "error",
  when: "A folder that is to be judged holds no PDF, or only such as are named for another purpose (.screen.pdf).",
  hint: "name the files, or a folder with files that end in .pdf",
} as const satisfies Finding;

interface PreflightFlags extends ReportFlags, Pick<SettingFlags, "condition" | "icc"> {
  readonly plates: boolean;
}

/** Adds `preflight` to the command line. */
export function preflightCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("preflight")
    .argument("<file...>", "PDF files, of any maker, or folders of them", inputs)
    .description("Judge whether a print shop would take PDF files: by PDF/X-4 and by a print condition.")
    .option(
      "-c, --condition <name|file>",
      `a bundled print condition by name, or a file (default: ${DEFAULTS.condition})`,
      someName,
    )
    .option("--icc <file>", "the profile of the press, in place of the condition's", someName)
    .option("--no-plates", "do not render the pages to measure their ink")
    .action(async (files: string[], flags: PreflightFlags) => {
      end(await inSettings(files, flags, (desk) => judgeAll(desk, files, flags.plates), ["condition"]));
    });
  withReportOptions(command);
}

async function judgeAll(desk: Desk, paths: readonly string[], plates: boolean): Promise<ExitCode> {
  const { world, settings, outlet } = desk;
  const { value: press, diagnostics } = openPress(world, settings.condition, settings.icc);
  outlet.complain(diagnostics);
  if (press === undefined) return codeOfUnusable(diagnostics);
  return overPdfs(paths, "press", outlet, (file) => judge(desk, file, press, plates));
}

/** Does something with each PDF that paths stand for, in their order, and gives the gravest code; a folder without any is complained of. */
export async function overPdfs(
  paths: readonly string[],
  purpose: Purpose,
  outlet: Outlet,
  act: (file: string) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const path of paths) {
    const files = pdfsAt(path, purpose);
    if (files.length === 0) {
      outlet.complain([report(NO_PDFS, `${path} holds no PDF for the ${purpose}`)]);
      codes.push(EXIT.input);
    }
    for (const file of files) {
      // Signals are heard between files.
      await new Promise(setImmediate);
      codes.push(await act(file));
    }
  }
  return gravest(codes);
}

type Press = NonNullable<ReturnType<typeof openPress>["value"]>;

function judge({ world, outlet }: Desk, file: string, { condition }: Press, measured: boolean): ExitCode {
  const bytes = world.read(file);
  if (bytes === undefined) {
    outlet.complain([unreadable(world, file)]);
    return EXIT.input;
  }
  const plates = measured ? openPlateMaker(file) : () => "left out by --no-plates";
  const judged = { file, condition: condition.name, report: preflight(bytes, { condition, plates }) };
  const { verdict, findings } = judged.report;
  const failed = failsAt(
    outlet.manner.failOn,
    findings.map(({ rule }) => rule),
  );
  const code = verdict === "refused" ? EXIT.refused : failed ? EXIT.findings : EXIT.done;
  const human = `${humanPreflight(judged, outlet.style)}\n`;
  outlet.say({ human, json: jsonPreflight(judged), matters: code !== EXIT.done });
  return code;
}

/** The PDFs that a path stands for: itself, or those of a folder in the order of their names, but for what is named as made for something else. */
function pdfsAt(path: string, purpose: Purpose): readonly string[] {
  const isForOther = (file: string): boolean =>
    PURPOSES.some((other) => other !== purpose && file.toLowerCase().endsWith(`.${other}.pdf`));
  return filesAt(path, (file) => extname(file).toLowerCase() === ".pdf" && !isForOther(file));
}
