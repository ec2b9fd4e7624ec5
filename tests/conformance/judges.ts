import { spawnSync } from "node:child_process";

/** What a program printed and how it ended; a program that is not there fails the suite and says how to get it. */
export function ask(
  program: string,
  ...args: string[]
): { readonly status: number; readonly stdout: string; readonly stderr: string } {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (error !== undefined) throw new Error(`${program} is not installed: bash tests/conformance/install.sh`);
  return { status: status ?? -1, stdout, stderr };
}
