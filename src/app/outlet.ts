import { report, type Diagnostic, type Finding } from "../base/index.ts";
import { openPaint } from "./colour.ts";
import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import { humanDiagnostic, type HumanStyle } from "./report-human.ts";
import { openReportFile } from "./report-file.ts";
import type { FailLevel, Format } from "./settings/settings.ts";

export const CANNOT_REPORT = {
  code: "app/cannot-report",
  severity: "error",
  when: "The file that --report names cannot be written.",
  hint: "check that its folder is a folder and may be written to",
} as const satisfies Finding;

/** How a command speaks. */
export interface Manner {
  readonly format: Format;
  readonly failOn: FailLevel;
  readonly quiet: boolean;
  readonly color: boolean;
  /** Where JSON objects go beside what the terminal gets. */
  readonly report?: string;
}

/** What is said of an article or a file: for people, and as one JSON object. */
export interface Said {
  readonly human: string;
  readonly json: object;
  /** Whether it is said also with --quiet. */
  readonly matters: boolean;
}

/** Where a command's words go: results to stdout, as the desk wants to read them; complaints to stderr. */
export interface Outlet {
  readonly manner: Manner;
  /** How what goes to stdout is laid out. */
  readonly style: HumanStyle;
  readonly say: (said: Said) => void;
  /** Words for people alone, such as a total at the end. */
  readonly remark: (text: string) => void;
  /** Findings that belong to no article, or that must not mix with a result. */
  readonly complain: (diagnostics: readonly Diagnostic[]) => void;
  /** Closes the report; gives the exit code, which is another one when the report cannot be written. */
  readonly end: (code: ExitCode) => ExitCode;
}

/** Opens an outlet. The report is written under a temporary name until it is whole. */
export function openOutlet(manner: Manner): Outlet {
  const style = styleFor(manner.color, process.stdout);
  const file = manner.report === undefined ? undefined : openReportFile(manner.report);
  const complain = (diagnostics: readonly Diagnostic[]): void => {
    const errors = styleFor(manner.color, process.stderr);
    const shown = diagnostics.filter(({ severity }) => !manner.quiet || severity === "error");
    for (const diagnostic of shown) process.stderr.write(`${humanDiagnostic(diagnostic, errors)}\n`);
  };
  return {
    manner,
    style,
    complain,
    say({ human, json, matters }) {
      const line = `${JSON.stringify(json)}\n`;
      if (manner.format === "json") process.stdout.write(line);
      else if (matters || !manner.quiet) process.stdout.write(human);
      file?.write(line);
    },
    remark(text) {
      if (manner.format === "human" && !manner.quiet) process.stdout.write(text);
    },
    end(code) {
      const reason = file?.close();
      if (reason === undefined) return code;
      complain([report(CANNOT_REPORT, `${manner.report} cannot be written: ${reason}`)]);
      return gravest([code, EXIT.output]);
    },
  };
}

/** Whether findings reach the level that ends the command with 1. */
export function failsAt(level: FailLevel, diagnostics: readonly Pick<Diagnostic, "severity">[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error" || (level === "warning" && severity === "warning"));
}

function styleFor(color: boolean, stream: NodeJS.WriteStream): HumanStyle {
  const wanted = color && process.env["NO_COLOR"] === undefined && stream.isTTY;
  return { width: Math.min(stream.columns || 100, 120), paint: openPaint(wanted) };
}
