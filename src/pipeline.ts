import type { Article } from "./article/index.ts";
import type { Outcome } from "./base/index.ts";
import type { Page } from "./page/index.ts";
import type { Tally } from "./page/tally.ts";
import type { DisplayList } from "./render/display/display-list.ts";

/** The outside world, handed in: nothing else here touches files. */
export interface World {
  /** The bytes of a file named by the user or by an article; undefined when it cannot be read. */
  read(path: string): Uint8Array | undefined;
  /** The path of a file that another file names: `relative` seen from the folder of `from`. */
  resolve(from: string, relative: string): string;
  /** A bundled font by file name; throws when the package is incomplete, which is our error. */
  font(file: string): Uint8Array;
  /** A bundled template by name: its path and bytes; undefined when there is none of that name. */
  template(name: string): { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Names of the bundled templates, sorted. */
  readonly templates: readonly string[];
}

export interface Job {
  /** Path of the article. */
  readonly article: string;
  /** Name of a bundled template, or path of a template file. */
  readonly template: string;
  /** The page number printed on the first page, where known. */
  readonly folio?: number;
}

/** An article made up into pages, with everything a dump or a backend asks for. */
export interface MadeUp {
  readonly article: Article;
  readonly pages: readonly Page[];
  readonly tally: Tally;
}

/** Reads, sets and makes up one article. The value is undefined when the copy or the template cannot be used at all. */
export declare function makeUp(world: World, job: Job): Outcome<MadeUp | undefined>;

/** What the backends draw. */
export declare function display(madeUp: MadeUp): DisplayList;

/** The press page as PDF bytes. */
export declare function press(world: World, madeUp: MadeUp): Promise<Outcome<Uint8Array>>;
