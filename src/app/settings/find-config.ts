import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { statsOf } from "../workspace.ts";

/** The names that a configuration file can have; the first one of a folder counts. */
export const CONFIG_NAMES = ["umbruch.config.yaml", "umbruch.config.yml", "umbruch.config.json"] as const;

/** The configuration file that is nearest above a file or in a folder, as seen from here; undefined when there is none. */
export function findConfig(path: string): string | undefined {
  const whole = resolve(path);
  const isFolder = statsOf(whole)?.isDirectory() === true;
  for (let folder = isFolder ? whole : dirname(whole); ; folder = dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
    if (found !== undefined) return relative(process.cwd(), found);
    if (folder === dirname(folder)) return undefined;
  }
}
