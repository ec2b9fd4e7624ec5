import { Argument, type Command } from "commander";
import { completionScript, SHELLS, type Shell } from "./completions.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";

/** Adds `completions` to the command line. */
export function completionsCommand(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("completions")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .description("Print a script that lets a shell complete commands, options and their values.")
    .action((shell: Shell) => {
      process.stdout.write(completionScript(program, shell));
      end(EXIT.done);
    });
}
