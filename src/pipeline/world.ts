import { openFontBook, type FontBook } from "../galley/index.ts";

/** Why a file cannot be read. */
export interface Unread {
  /** The end of a sentence that begins with its name: "is not there". */
  readonly reason: string;
  /** What to try. */
  readonly hint: string;
  /** Whether there is nothing of that name. */
  readonly isMissing: boolean;
}

/** The outside world, handed in: nothing else here touches files. */
export interface World {
  /** The bytes of a file named by the user or by an article; undefined when it cannot be read. */
  read(path: string): Uint8Array | undefined;
  /** Why it cannot be: for who was given nothing. */
  whyUnread(path: string): Unread;
  /** The path of a file that another file names: `relative` seen from the folder of `from`. */
  resolve(from: string, relative: string): string;
  /** A bundled font by file name; throws when the package is incomplete, which is our error. */
  font(file: string): Uint8Array;
  /** A bundled template by name: its path and bytes; undefined when there is none of that name. */
  template(name: string): { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Names of the bundled templates, sorted. */
  readonly templates: readonly string[];
  /** A bundled print condition by name: its path and bytes; undefined when there is none of that name. */
  condition(name: string): { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Names of the bundled print conditions, sorted. */
  readonly conditions: readonly string[];
  /** A bundled profile deflated, by the SHA-256 (in hex) of its bytes; undefined when it is none of ours. */
  deflated(digest: string): Uint8Array | undefined;
}

/** Stands for a file in the working folder: what the command names is seen from there. */
export const HERE = "here";

// Fonts are opened once for a world, however many articles it sets.
const fontBooks = new WeakMap<World, FontBook>();

/** The bundled fonts, opened at first use. */
export function fontsOf(world: World): FontBook {
  let fonts = fontBooks.get(world);
  if (fonts === undefined) {
    fonts = openFontBook((file) => world.font(file));
    fontBooks.set(world, fonts);
  }
  return fonts;
}
