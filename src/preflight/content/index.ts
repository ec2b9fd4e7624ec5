export {
  BLACK,
  colourName,
  inkCount,
  inksOf,
  isBlackOnly,
  isWhite,
  totalInk,
  type Colour,
  type Inks,
} from "./colour.ts";
export { ColourSpaces, spaceName, type ColourSpace, type Inked } from "./colour-space.ts";
export type { PageFont } from "./font.ts";
export { interpret, interpretAppearance, type Drawing } from "./interpreter.ts";
export type { Shared } from "./machine.ts";
export type { FillMark, ImageMark, Mark, ShadingMark, Sink, StrokeMark, TextMark, Use } from "./mark.ts";
export * from "./matrix.ts";
export type { Outline } from "./outline.ts";
