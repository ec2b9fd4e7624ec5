import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NOT_REPRODUCED, OTHER_ENGINE, readManifest, type EnclosedFile, type Manifest } from "../archive/index.ts";
import { report, VERSION, type Diagnostic } from "../base/index.ts";
import { archive, makeUp, type Job, type SpaceWish, type World } from "../pipeline.ts";
import { safePath, writeFiles } from "./write-files.ts";

/**
 * Makes an archive file again from what is inside it, and says where the bytes differ. Only the version of the engine that made
 * it can do so; of another's files it says that it cannot tell. The files go through a folder that is removed again.
 */
export async function reproduce(
  world: World,
  bytes: Uint8Array,
  files: readonly EnclosedFile[],
): Promise<readonly Diagnostic[]> {
  const { value: manifest, diagnostics } = readManifest(files);
  if (manifest === undefined) return diagnostics;
  if (manifest.umbruch !== VERSION) {
    const message = `made by Umbruch ${manifest.umbruch}, this is ${VERSION}: it was not made again`;
    return [report(OTHER_ENGINE, message)];
  }
  const folder = mkdtempSync(join(tmpdir(), "umbruch-verify-"));
  try {
    writeFiles(folder, files);
    return differences(bytes, await makeAgain(world, folder, manifest));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The order as it stands in the manifest, with names of files inside as paths below a folder. */
export function jobOf({ article, template, condition, icc, folio, space }: Manifest, folder: string): Job {
  const path = (name: string): string => join(folder, safePath(name) ?? "nothing");
  const pathIfFile = (name: string): string => (name.includes("/") ? path(name) : name);
  return {
    article: path(article),
    template: pathIfFile(template),
    condition: pathIfFile(condition),
    ...(icc !== undefined && { icc: path(icc) }),
    ...(folio !== undefined && { folio }),
    ...(space && { space: space as SpaceWish }),
  };
}

async function makeAgain(world: World, folder: string, manifest: Manifest): Promise<Uint8Array | undefined> {
  const { value: madeUp } = makeUp(world, jobOf(manifest, folder));
  if (madeUp === undefined) return undefined;
  const { value } = await archive(world, madeUp, manifest.date === undefined ? {} : { date: manifest.date });
  return value;
}

function differences(bytes: Uint8Array, again: Uint8Array | undefined): Diagnostic[] {
  if (again === undefined) return [report(NOT_REPRODUCED, "what is inside cannot be set")];
  const length = Math.max(bytes.length, again.length);
  for (let at = 0; at < length; at++) {
    if (bytes[at] === again[at]) continue;
    const message = `made again it has other bytes from ${at} on (${bytes.length} bytes here, ${again.length} there)`;
    return [report(NOT_REPRODUCED, message)];
  }
  return [];
}
