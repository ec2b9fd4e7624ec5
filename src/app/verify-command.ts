import { Option, type Command } from "commander";
import { openArchive } from "../archive/index.ts";
import { hasErrors, report, type Diagnostic } from "../base/index.ts";
import { UNREADABLE_FILE, type World } from "../pipeline.ts";
import { openPaint, type Paint } from "./colour.ts";
import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import { pdfsAt } from "./preflight-command.ts";
import { humanDiagnostic } from "./report-human.ts";
import { reproduce } from "./reproduce.ts";
import { openWorld } from "./workspace.ts";

interface VerifyOptions {
  readonly format: "human" | "json";
  readonly color: boolean;
}

/** What was found of a file. */
interface Verified {
  readonly file: string;
  /** Names of the files inside. */
  readonly inside: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds `verify` to the command line. */
export function verifyCommand(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("verify")
    .argument("<file...>", "archive files, or folders of them")
    .description("Check that archive files are as they were, hold what they say, and make themselves again.")
    .addOption(
      new Option("--format <format>", "report for people, or a JSON object per file")
        .choices(["human", "json"])
        .default("human"),
    )
    .option("--no-color", "no colours (also with NO_COLOR set, or when the output is not a terminal)")
    .action(async (paths: string[], options: VerifyOptions) => {
      end(await verifyAll(openWorld(), paths, options));
    });
}

async function verifyAll(world: World, paths: readonly string[], { format, color }: VerifyOptions): Promise<ExitCode> {
  const paint = openPaint(color && process.env["NO_COLOR"] === undefined && process.stdout.isTTY);
  const codes: ExitCode[] = [];
  for (const file of paths.flatMap(pdfsAt)) {
    const verified = await verify(world, file);
    process.stdout.write(format === "json" ? jsonOf(verified) : humanOf(verified, paint));
    const isMissing = verified.diagnostics.some(({ code }) => code === UNREADABLE_FILE.code);
    codes.push(isMissing ? EXIT.input : hasErrors(verified.diagnostics) ? EXIT.refused : EXIT.done);
  }
  return codes.length === 0 ? EXIT.input : gravest(codes);
}

/** A file that is not as it was is not made again: that it differs is known already. */
async function verify(world: World, file: string): Promise<Verified> {
  const bytes = world.read(file);
  if (bytes === undefined)
    return { file, inside: [], diagnostics: [report(UNREADABLE_FILE, `${file} cannot be read`)] };
  const { files, diagnostics } = openArchive(bytes);
  const unproven = hasErrors(diagnostics) ? [] : await reproduce(world, bytes, files);
  return { file, inside: files.map(({ name }) => name), diagnostics: [...diagnostics, ...unproven] };
}

const REPORT_VERSION = 1;

function jsonOf({ file, inside, diagnostics }: Verified): string {
  const verdict = hasErrors(diagnostics) ? "failed" : diagnostics.length > 0 ? "unproven" : "proven";
  return `${JSON.stringify({ version: REPORT_VERSION, file, verdict, inside, diagnostics })}\n`;
}

function humanOf({ file, inside, diagnostics }: Verified, paint: Paint): string {
  const verdict = hasErrors(diagnostics)
    ? paint.red("failed")
    : diagnostics.length > 0
      ? paint.yellow("whole, but not proven")
      : paint.green("proven");
  const facts = `  ${inside.length} files inside${inside.length > 0 ? `: ${inside.join(", ")}` : ""}`;
  const proof =
    diagnostics.length === 0 ? ["  sealed · checksums and metadata agree · made again: the same bytes"] : [];
  const found = diagnostics.map((diagnostic) => humanDiagnostic(diagnostic, { width: 100, paint }));
  return `${[`${paint.bold(file)}: ${verdict}`, facts, ...proof, ...found].join("\n")}\n`;
}
