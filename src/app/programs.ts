import { spawnSync } from "node:child_process";

/** A program that is not needed, and what it is good for. */
export interface Program {
  readonly name: string;
  /** Undefined where it is not installed. */
  readonly version: string | undefined;
  readonly use: string;
  /** What is lost without it. */
  readonly without: string;
}

const PROGRAMS = [
  {
    name: "gs",
    ask: "--version",
    use: "preflight measures ink on its plates",
    without: "preflight measures ink with mutool, which minds overprint only in part; without both, not at all",
  },
  {
    name: "mutool",
    ask: "-v",
    use: "preflight measures ink with it where Ghostscript is missing",
    without: "nothing, as long as Ghostscript is there",
  },
] as const;

/** The programs that are used where they are installed. */
export function programs(): readonly Program[] {
  return PROGRAMS.map(({ name, ask, use, without }) => ({ name, version: versionOf(name, ask), use, without }));
}

function versionOf(name: string, ask: string): string | undefined {
  const { error, stdout, stderr } = spawnSync(name, [ask], { encoding: "utf8", timeout: 5_000 });
  if (error !== undefined) return undefined;
  return /\d+(?:\.\d+)+/.exec(`${stdout}${stderr}`)?.[0] ?? "of unknown version";
}
