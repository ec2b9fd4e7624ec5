import type { Copy, JsonPath, Place, Source } from "../base/index.ts";

/** Data of a JSON text or a YAML front matter that knows where each value stands. */
export interface Tree {
  readonly source: Source;
  readonly value: unknown;
  /** The string at a path as copy, each character with its origin; empty copy where there is no string. */
  copyAt(path: JsonPath): Copy;
  /** The offset where the value at a path begins. */
  offsetAt(path: JsonPath): number;
  placeAt(path: JsonPath): Place;
  placeOfKey(path: JsonPath, key: string): Place;
}
