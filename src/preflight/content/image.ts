import { type PdfDict, type PdfFile } from "../reader/index.ts";
import type { Colour } from "./colour.ts";
import type { ColourSpaces, ColourSpace } from "./colour-space.ts";
import { scaleX, scaleY, type Matrix } from "./matrix.ts";

/** What an image says of itself, and how densely it is printed. */
export interface ImageFacts {
  readonly pixels: { readonly width: number; readonly height: number };
  readonly ppi: number;
  readonly bits: number;
  readonly space: ColourSpace | undefined;
  readonly stencil?: Colour;
}

const INCH = 72;

/** Reads an image's dictionary (ISO 32000-1, 8.9.5), long keys or the short ones of inline images; its samples stay packed. */
export function readImage(
  file: PdfFile,
  dict: PdfDict,
  ctm: Matrix,
  { spaces, resources, fill }: { readonly spaces: ColourSpaces; readonly resources: PdfDict; readonly fill: Colour },
): ImageFacts {
  const { entries } = dict;
  const of = (long: string, short: string) => entries.get(long) ?? entries.get(short);
  const width = Math.max(1, file.number(of("Width", "W")) ?? 1);
  const height = Math.max(1, file.number(of("Height", "H")) ?? 1);
  const isStencil = file.resolve(of("ImageMask", "IM")) === true;
  const across = (width * INCH) / Math.max(1e-6, scaleX(ctm));
  const down = (height * INCH) / Math.max(1e-6, scaleY(ctm));
  return {
    pixels: { width, height },
    ppi: Math.min(across, down),
    bits: isStencil ? 1 : (file.number(of("BitsPerComponent", "BPC")) ?? 8),
    space: isStencil ? undefined : spaces.open(of("ColorSpace", "CS"), resources),
    ...(isStencil && { stencil: fill }),
  };
}
