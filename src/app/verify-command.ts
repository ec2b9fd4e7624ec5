import type { Command } from "commander";
import { openArchive } from "../archive/index.ts";
import { hasErrors, type Diagnostic } from "../base/index.ts";
import { unreadable, UNREADABLE_FILE, type World } from "../pipeline.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { inSettings, type Desk } from "./in-settings.ts";
import { inputs } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { failsAt, type Outlet } from "./outlet.ts";
import { overPdfs } from "./preflight-command.ts";
import { humanDiagnostic, type HumanStyle } from "./report-human.ts";
import { jsonDiagnostic } from "./report.ts";
import { reproduce } from "./reproduce.ts";
import { VERIFY_VERSION } from "./schema/versions.ts";

/** What was found of a file. */
interface Verified {
  readonly file: string;
  /** Names of the files inside. */
  readonly inside: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds `verify` to the command line. */
export function verifyCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("verify")
    .argument("<file...>", "archive files, or folders of them", inputs)
    .description("Check that archive files are as they were, hold what they say, and make themselves again.")
    .action(async (paths: string[], flags: ReportFlags) => {
      end(await inSettings(paths, flags, (desk) => verifyAll(desk, paths)));
    });
  withReportOptions(command);
}

async function verifyAll({ world, outlet }: Desk, paths: readonly string[]): Promise<ExitCode> {
  return overPdfs(paths, "archive", outlet, async (file) => {
    const verified = await verify(world, file);
    const code = codeOf(verified, outlet);
    outlet.say({ human: humanOf(verified, outlet.style), json: jsonOf(verified), matters: code !== EXIT.done });
    return code;
  });
}

function codeOf({ diagnostics }: Verified, { manner }: Outlet): ExitCode {
  if (diagnostics.some(({ code }) => code === UNREADABLE_FILE.code)) return EXIT.input;
  if (hasErrors(diagnostics)) return EXIT.refused;
  return failsAt(manner.failOn, diagnostics) ? EXIT.findings : EXIT.done;
}

/** A file that is not as it was is not made again: that it differs is known already. */
async function verify(world: World, file: string): Promise<Verified> {
  const bytes = world.read(file);
  if (bytes === undefined) return { file, inside: [], diagnostics: [unreadable(world, file)] };
  const { files, damage, claims } = openArchive(bytes);
  const diagnostics = [...damage, ...claims];
  const unproven = hasErrors(diagnostics) ? [] : await reproduce(world, bytes, files);
  return { file, inside: files.map(({ name }) => name), diagnostics: [...diagnostics, ...unproven] };
}

function jsonOf({ file, inside, diagnostics }: Verified): object {
  const verdict = hasErrors(diagnostics) ? "failed" : diagnostics.length > 0 ? "unproven" : "proven";
  return { version: VERIFY_VERSION, file, verdict, inside, diagnostics: diagnostics.map(jsonDiagnostic) };
}

function humanOf({ file, inside, diagnostics }: Verified, style: HumanStyle): string {
  const { paint } = style;
  const verdict = hasErrors(diagnostics)
    ? paint.red("failed")
    : diagnostics.length > 0
      ? paint.yellow("whole, but not proven")
      : paint.green("proven");
  const facts = `  ${inside.length} files inside${inside.length > 0 ? `: ${inside.join(", ")}` : ""}`;
  const proof =
    diagnostics.length === 0 ? ["  sealed · checksums and metadata agree · made again: the same bytes"] : [];
  const found = diagnostics.map((diagnostic) => humanDiagnostic(diagnostic, style));
  return `${[`${paint.bold(file)}: ${verdict}`, facts, ...proof, ...found].join("\n")}\n`;
}
