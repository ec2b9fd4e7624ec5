import type { Orientation } from "./orientation.ts";

/** What a file's own structure says of its picture, before anything is decoded. */
export interface Facts {
  /** Pixels as they are stored. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** `rgb` stands for all of three channels. */
  readonly colour: "gray" | "rgb" | "cmyk";
  /** Bits to a sample. */
  readonly depth: number;
  /** Black and white alone, one bit to a pixel. */
  readonly bilevel: boolean;
  /** Whether parts may be transparent. */
  readonly alpha: boolean;
  /** Whether the samples say how much paper shows rather than how much ink is laid on. */
  readonly inverted: boolean;
}

/** The facts of a file, or what is wrong with it: the rest of a sentence that begins with its name. */
export type Reading = Facts | string;

export const CUT_OFF = "is cut off: its end is missing";
