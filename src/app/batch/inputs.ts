import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { articlesAt, isArticle, statsOf } from "../workspace.ts";

/** What the name of an input came to: articles, or none. */
export interface Input {
  /** As it was given. */
  readonly given: string;
  /** Paths of articles, in the order of their names. */
  readonly articles: readonly string[];
}

/**
 * The articles that files, folders and patterns stand for, in the order given and each once, whoever names it again, also by way of
 * a folder that is a link to another; a link to an article is one of its own, by its own name. A folder
 * is looked into, those below it are not; a pattern reaches as deep as it says. `piped` is no file: it comes through the
 * standard input, and a file of the same name is another article, which nobody shall take for the same.
 */
export async function findInputs(given: readonly string[], piped?: string): Promise<readonly Input[]> {
  const seen = new Set<string>();
  const folders = new Map<string, string>();
  const isNew = (path: string): boolean => {
    const folder = dirname(resolve(path));
    const real = folders.get(folder) ?? realFolder(folder);
    folders.set(folder, real);
    const whole = join(real, basename(path));
    const known = seen.has(whole);
    seen.add(whole);
    return !known;
  };
  const inputs: Input[] = [];
  for (const one of given) {
    const found = one === piped ? [one] : await findArticles(one);
    const articles = one === piped ? found : found.filter(isNew);
    if (articles.length > 0 || found.length === 0) inputs.push({ given: one, articles });
  }
  return inputs;
}

function realFolder(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** A file that is there is meant as it is written, whatever signs its name has. */
async function findArticles(path: string): Promise<readonly string[]> {
  if (existsSync(path) || !/[*?[\]{}()!]/.test(path)) return articlesAt(path);
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(path)) return [path];
  const found = await glob(path, { onlyFiles: true, expandDirectories: false, absolute: isAbsolute(path) });
  // Code units, as in folders: the same order on every machine.
  return found.filter((file) => isArticle(file) && statsOf(file)?.isFile() !== false).sort();
}
