import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Dirent,
  type Stats,
} from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { World } from "../pipeline.ts";
import { draftOf } from "./draft-name.ts";
import { whyUnread } from "./why-unread.ts";
import { SteadyFiles } from "./steady-files.ts";

/** The endings of files that can be articles. */
export const ARTICLE_ENDINGS = [".txt", ".md", ".markdown", ".json"];

/** The world as the file system has it. */
export function openWorld(): World {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)));
  const files = new SteadyFiles();
  const templates = openShelf(join(root, "templates"), files);
  const conditions = openShelf(join(root, "conditions"), files);
  const isData = (path: string): boolean => [templates.folder, conditions.folder].includes(dirname(path));
  return {
    read: (path) => (isData(path) ? ifPossible(() => files.read(path)) : bytesOf(path)),
    whyUnread,
    resolve: (from, relative) => resolve(dirname(from), relative),
    font: (file) => readFileSync(join(root, "fonts", file)),
    template: templates.find,
    templates: templates.names,
    condition: conditions.find,
    conditions: conditions.names,
    deflated: (digest) => ifPossible(() => readFileSync(join(root, "conditions", `${digest.slice(0, 16)}.deflated`))),
  };
}

/** The bytes of a file; undefined where there is none, and of what is no file: who opened a pipe would wait for its other end. */
export function bytesOf(path: string): Uint8Array | undefined {
  return ifPossible(() => (statSync(path).isFile() ? readFileSync(path) : undefined));
}

/** All that comes through the standard input; undefined when nothing can, as when a folder was put there. */
export function standardInput(): Uint8Array | undefined {
  return ifPossible(() => readFileSync(0));
}

/** The JSON files of a folder of the package, by their names. */
function openShelf(folder: string, files: SteadyFiles) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => basename(file, ".json"))
    .sort();
  const find = (name: string): { readonly path: string; readonly bytes: Uint8Array } | undefined => {
    if (!names.includes(name)) return undefined;
    const path = join(folder, `${name}.json`);
    return { path, bytes: files.read(path) };
  };
  return { folder, names, find };
}

/** The folder that holds fonts and templates: above dist/ when built, above src/app/ in development. */
export function packageRoot(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "fonts")) && existsSync(join(folder, "templates"))) return folder;
  }
  throw new Error("fonts/ and templates/ are missing from the package");
}

function ifPossible<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // The pipeline reports what is missing, with its place, and asks whyUnread for the reason.
    return undefined;
  }
}

/** Whether a file is an article by its ending. */
export function isArticle(file: string): boolean {
  return ARTICLE_ENDINGS.includes(extname(file).toLowerCase());
}

/** The articles that a path stands for: itself, or a folder's articles in the order of their names. */
export function articlesAt(path: string): readonly string[] {
  return filesAt(path, isArticle);
}

/** What the file system says of a path; undefined where there is nothing, or where we may not look. */
export function statsOf(path: string): Stats | undefined {
  return ifPossible(() => statSync(path));
}

/**
 * The files that a path stands for: itself, or those of a folder that are wanted, in the order of their names and without hidden ones,
 * as patterns take them. Folders, pipes, sockets and devices in it are none; a link that leads nowhere is one, for it is meant to be.
 * What cannot be looked into stands for itself: who reads it finds out why.
 */
export function filesAt(path: string, isWanted: (file: string) => boolean): readonly string[] {
  const isFolder = statsOf(path)?.isDirectory() === true;
  const entries = isFolder ? ifPossible(() => readdirSync(path, { withFileTypes: true })) : undefined;
  if (entries === undefined) return [path];
  const isFile = (entry: Dirent): boolean =>
    entry.isFile() || (entry.isSymbolicLink() && statsOf(join(path, entry.name))?.isFile() !== false);
  return entries
    .filter((entry) => !entry.name.startsWith(".") && isWanted(entry.name) && isFile(entry))
    .map(({ name }) => name)
    .sort()
    .map((name) => join(path, name));
}

/** Where a file that is made of an article goes; its ending says what it is for: `press.pdf`. */
export function outputPath(article: string, folder: string, ending: string): string {
  return join(folder, `${basename(article, extname(article))}.${ending}`);
}

/**
 * Makes a folder, with those above it that are missing; one that is there is left as it is. Throws the system's error when it cannot.
 * (Node's own way to make several at once never ends where a file system refuses them with ENOENT, as /proc does.)
 */
export function makeFolder(path: string): void {
  if (statsOf(path)?.isDirectory() === true) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (statsOf(path)?.isDirectory() !== true) throw error;
  }
}

/**
 * Writes a file whole or not at all: under a temporary name first, then renamed. Throws the system's error when it cannot.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  makeFolder(dirname(path));
  const draft = draftOf(path);
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
