import type { PdfDict, PdfStream } from "../reader/index.ts";
import type { Colour } from "./colour.ts";
import type { ColourSpace } from "./colour-space.ts";
import type { PageFont } from "./font.ts";
import type { Box } from "./matrix.ts";
import type { Outline } from "./outline.ts";

/** How something is put on what is already there. */
export interface Manner {
  readonly overprint: boolean;
  /** OPM: with 1 a DeviceCMYK component of 0 leaves what is below (ISO 32000-1, 8.6.7). */
  readonly overprintMode: number;
  /** Less than 1, another blend mode than Normal, or a soft mask: what is below shows through. */
  readonly transparent: boolean;
}

/** What a page paints, with its place in PDF's coordinates of the page; only what the clip leaves is handed on. */
export type Mark = TextMark | FillMark | StrokeMark | ImageMark | ShadingMark;

export interface TextMark extends Manner {
  readonly kind: "text";
  readonly box: Box;
  readonly font: PageFont;
  /** Points from one baseline to the next when set solid, as it is printed. */
  readonly size: number;
  readonly fill?: Colour;
  readonly stroke?: Colour;
}

export interface FillMark extends Manner {
  readonly kind: "fill";
  readonly box: Box;
  readonly colour: Colour;
  readonly outline: Outline;
  readonly evenOdd: boolean;
  /** The shorter side of the rectangle around it, before the clip; what is this thin is a rule. */
  readonly thickness: number;
}

export interface StrokeMark extends Manner {
  readonly kind: "stroke";
  readonly box: Box;
  readonly colour: Colour;
  /** Points as printed, at the thinnest; 0 is the thinnest line of the device. */
  readonly width: number;
}

export interface ImageMark extends Manner {
  readonly kind: "image";
  readonly box: Box;
  readonly outline: Outline;
  readonly dict: PdfDict;
  readonly stream: PdfStream;
  readonly pixels: { readonly width: number; readonly height: number };
  /** Pixels to the inch as printed, the lesser of both directions. */
  readonly ppi: number;
  readonly bits: number;
  /** Undefined for JPEG 2000, which may say it itself. */
  readonly space: ColourSpace | undefined;
  /** A stencil's colour. */
  readonly stencil?: Colour;
}

export interface ShadingMark extends Manner {
  readonly kind: "shading";
  readonly box: Box;
  readonly space: ColourSpace | undefined;
  /** Colours at both ends, where they can be told. */
  readonly ends: readonly Colour[];
}

/** What a content stream makes use of besides painting. */
export type Use =
  | { readonly kind: "gstate"; readonly dict: PdfDict }
  | { readonly kind: "form"; readonly stream: PdfStream }
  /** Drawn for a soft mask: it prints nothing itself, but what it is made of must be there. */
  | { readonly kind: "masked"; readonly mark: Mark }
  | { readonly kind: "postscript" }
  | { readonly kind: "intent"; readonly name: string }
  | { readonly kind: "operator"; readonly word: string }
  | { readonly kind: "resource"; readonly category: string; readonly name: string }
  | { readonly kind: "unbalanced"; readonly what: string }
  | { readonly kind: "depth"; readonly most: number }
  | { readonly kind: "fault"; readonly what: string };

/** Takes what an interpreter finds. */
export interface Sink {
  readonly mark: (mark: Mark) => void;
  readonly use: (use: Use) => void;
}
