import type { Pt } from "../base/index.ts";
import type { Face } from "./font/face.ts";

/** A glyph of a stretch of copy at its style's size: its natural advance in points, without letterfit or scaling. */
export interface SizedGlyph {
  readonly face: Face;
  readonly glyph: number;
  readonly advance: Pt;
  readonly text: string;
}
