export { setBySense } from "./by-sense.ts";
export { setEvenly } from "./evenly.ts";
export { Paragraph, setGalley, type Galley, type GalleyMeasure } from "./galley.ts";

export { openFontBook, filesOf, BUNDLED_FACES, type FontBook } from "./font/font-book.ts";
export type { Face } from "./font/face.ts";
export { HeadlineCopy, type Headline, type HeadlineOrder } from "./headline.ts";
export { dumpLine } from "./dump.ts";
export { lineWith, type Line, type LineEnd, type PlacedGlyph, type Run } from "./line.ts";
export type { Typesetter } from "./shape.ts";
export { styleWith } from "./style-with.ts";
