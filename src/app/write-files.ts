import { join } from "node:path";
import type { EnclosedFile } from "../archive/index.ts";
import { bytesOf, statsOf, writeWhole } from "./workspace.ts";

/**
 * A name from inside a file as a path that stays below the folder it is put into; undefined when there is none: an absolute
 * one, one that goes upwards, one with characters that are no file name's.
 */
export function safePath(name: string): string | undefined {
  const steps = name.split(/[/\\]/);
  const isBad = (step: string): boolean =>
    step === "" || step === "." || step === ".." || /[\u0000-\u001F:]/.test(step);
  return steps.some(isBad) ? undefined : steps.join("/");
}

/** Writes files below a folder and gives their paths; what has no safe name is left out. Throws the system's error. */
export function writeFiles(folder: string, files: readonly EnclosedFile[]): readonly string[] {
  return files.flatMap(({ name, bytes }) => {
    const path = safePath(name);
    if (path === undefined) return [];
    writeWhole(join(folder, path), bytes);
    return [join(folder, path)];
  });
}

/** Whether there is something of that name that is no file, or one with other content: it would be lost. */
export function wouldOverwrite(path: string, bytes: Uint8Array): boolean {
  if (statsOf(path) === undefined) return false;
  const own = bytesOf(path);
  return own === undefined || Buffer.compare(own, bytes) !== 0;
}
