import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Story } from "./story.ts";

/** Where the producers work and what they may use. Paths are absolute. */
export interface Shop {
  readonly story: Story;
  /** A folder of the producer's own; whatever it leaves there is thrown away. */
  readonly folder: string;
  readonly profile: string;
  readonly fontFolder: string;
  /** PDFs that producers before this one made, by the name of their sample. */
  readonly made: (name: string) => string | undefined;
}

/** Makes one sample in the shop's folder and says where it is. Throws with the producer's own words when it fails. */
export interface Producer {
  /** The sample's file name without ending. */
  readonly name: string;
  readonly title: string;
  readonly make: (shop: Shop) => string;
}

/** What a producer throws that is not on this machine. */
export class Missing extends Error {}

/** Runs a program in the folder, at most three minutes. */
export function run(folder: string, program: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 180_000,
    maxBuffer: 1 << 26,
    env: { ...process.env, HOME: folder, SOURCE_DATE_EPOCH: "1739059200" },
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT")
    throw new Missing(`${program} is not installed`);
  if (status !== 0) throw new Error(`${program}: ${(stderr + stdout).trim().slice(-600) || `status ${status}`}`);
  return stdout;
}

/** The only PDF in a folder: what a program made that chooses the name itself. */
export function onlyPdf(folder: string): string {
  const found = readdirSync(folder).filter((file) => file.endsWith(".pdf"));
  const [first] = found;
  if (first === undefined) throw new Error("no PDF was written");
  return join(folder, first);
}
