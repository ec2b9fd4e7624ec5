import { BLACK, type Colour } from "./colour.ts";
import type { PageFont } from "./font.ts";
import { IDENTITY, type Box, type Matrix } from "./matrix.ts";

/** The graphics state of a content stream (ISO 32000-1, 8.4), as far as a check asks for it. */
export interface GraphicsState {
  ctm: Matrix;
  /** The rectangle around what may be painted on; what is clipped away is not printed. */
  clip: Box;
  fill: Colour;
  stroke: Colour;
  lineWidth: number;
  overprintFill: boolean;
  overprintStroke: boolean;
  overprintMode: number;
  fillAlpha: number;
  strokeAlpha: number;
  blendMode: string;
  softMask: boolean;
  font: PageFont | undefined;
  fontSize: number;
  charSpace: number;
  wordSpace: number;
  /** Horizontal scaling, 1 for 100 %. */
  stretch: number;
  leading: number;
  rise: number;
  /** Text rendering mode; 3 and 7 show nothing. */
  mode: number;
}

export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    fill: BLACK,
    stroke: BLACK,
    lineWidth: 1,
    overprintFill: false,
    overprintStroke: false,
    overprintMode: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    blendMode: "Normal",
    softMask: false,
    font: undefined,
    fontSize: 0,
    charSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}

/** Matrices of the text object (ISO 32000-1, 9.4.2). */
export interface TextPlace {
  matrix: Matrix;
  line: Matrix;
}

export function textStart(): TextPlace {
  return { matrix: IDENTITY, line: IDENTITY };
}
