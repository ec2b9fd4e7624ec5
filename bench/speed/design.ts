import { fileURLToPath } from "node:url";
import type { Pt } from "../../src/base/index.ts";
import { openWorld } from "../../src/index.ts";
import { openTemplate } from "../../src/pipeline.ts";
import type { Template } from "../../src/template/index.ts";

/** The folder of the fonts that all set with. */
export const FONTS = fileURLToPath(new URL("../fonts/", import.meta.url));

/** A bundled template by name. Throws when there is none. */
export function bundledDesign(name: string): Template {
  const { value } = openTemplate(openWorld(), name);
  if (value === undefined) throw new Error(`there is no template ${name}`);
  return value;
}

/** The headline's size where it is not searched for: the second largest of an article over all columns. */
export function headlineSize({ headline, grid }: Template): Pt {
  const sizes = (headline.steps.find(({ columns }) => columns === grid.columns) ?? headline.steps.at(-1))?.sizes ?? [];
  return sizes[1] ?? sizes[0] ?? grid.leading;
}

/** The picture's size where it is not searched for: half of the columns wide, and no more than a third of the page high. */
export function pictureOf({ grid, typeArea }: Template): { readonly width: Pt; readonly height: Pt } {
  const width = Math.ceil(grid.columns / 2) * (grid.columnWidth + grid.gutter) - grid.gutter;
  return { width, height: Math.min(width / 1.5, typeArea.height / 3) };
}
