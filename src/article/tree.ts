import type { Copy, JsonPath, LocatedData, Source } from "../base/index.ts";

/** Data of a JSON text or a YAML front matter that knows where each value stands. */
export interface Tree extends LocatedData {
  readonly source: Source;
  /** The string at a path as copy, each character with its origin; empty copy where there is no string. */
  copyAt(path: JsonPath): Copy;
  /** The offset where the value at a path begins. */
  offsetAt(path: JsonPath): number;
}
