import type { Document } from "../document.ts";
import { heightOf, isWithin, widthOf } from "../content/index.ts";
import { BOX_NAMES, sizeInMm, type PageFacts } from "../page-facts.ts";
import type { Rule, Tell } from "../rule.ts";

export const NO_MEDIA_BOX = {
  id: "BOX-1",
  code: "preflight/no-media-box",
  severity: "error",
  when: "A page has no MediaBox, or one that is no rectangle.",
  clause: "ISO 32000-1, 14.11.2",
  hint: "export the page again",
} as const satisfies Rule;

export const NO_TRIM_BOX = {
  id: "BOX-2",
  code: "preflight/no-trim-box",
  severity: "error",
  when: "A page does not have exactly one of TrimBox and ArtBox, by which it is cut and placed.",
  clause: "ISO 15930-7; ISO 32000-1, 14.11.2",
  hint: "export as PDF/X-4, or set the TrimBox",
} as const satisfies Rule;

export const EMPTY_BOX = {
  id: "BOX-3",
  code: "preflight/empty-box",
  severity: "error",
  when: "A box of a page has no area, or is no rectangle.",
  clause: "ISO 15930-7; ISO 32000-1, 14.11.2",
  hint: "export the page again",
} as const satisfies Rule;

export const NESTING = {
  id: "BOX-4",
  code: "preflight/box-nesting",
  severity: "error",
  when: "A page's boxes do not lie in each other: TrimBox or ArtBox in the BleedBox, BleedBox and CropBox in the MediaBox.",
  clause: "ISO 15930-7; ISO 32000-1, 14.11.2",
  hint: "make the page large enough for its bleed, and export it again",
} as const satisfies Rule;

export const CROPPED = {
  id: "BOX-5",
  code: "preflight/cropped",
  severity: "error",
  when: "The CropBox cuts into the trimmed page.",
  clause: "ISO 15930-7; ISO 32000-1, 14.11.2",
  hint: "remove the CropBox; cropping in a PDF program hides, it does not cut",
} as const satisfies Rule;

export const BOX_SIZE = {
  id: "BOX-6",
  code: "preflight/box-size",
  severity: "error",
  when: "A side of a box is shorter than 3 or longer than 14 400 units.",
  clause: "ISO 19005-2, 6.1.13; ISO 32000-1, annex C.2",
  hint: "export the page at its true size",
} as const satisfies Rule;

/** Boxes come from programs that round to hundredths of a point. */
const ROUNDED = 0.02;
const SHORTEST = 3;
const LONGEST = 14_400;

/** The boxes of a page (ISO 32000-1, 14.11.2). */
export function checkBoxes({ file }: Document, page: PageFacts, tell: Tell): void {
  const { named, number, node } = page;
  const at = { page: number };
  if (named.MediaBox === undefined) tell(NO_MEDIA_BOX, "there is no MediaBox", at);
  const both = named.TrimBox && named.ArtBox;
  if (both) tell(NO_TRIM_BOX, "there are both TrimBox and ArtBox", { ...at, about: "both" });
  if (!named.TrimBox && !named.ArtBox) tell(NO_TRIM_BOX, "there is neither TrimBox nor ArtBox", at);
  for (const name of BOX_NAMES) {
    const given = file.resolve(node.inherited(name)) !== null;
    const box = named[name];
    const spot = { ...at, about: name };
    if (given && box === undefined && name !== "MediaBox") tell(EMPTY_BOX, `${name} is no rectangle`, spot);
    if (box === undefined) continue;
    const sides = [widthOf(box), heightOf(box)];
    if (sides.some((side) => side === 0)) tell(EMPTY_BOX, `${name} has no area`, spot);
    else if (sides.some((side) => side < SHORTEST || side > LONGEST))
      tell(BOX_SIZE, `${name} measures ${sizeText(page, name)}`, spot);
  }
  checkNesting(page, tell);
}

function sizeText(page: PageFacts, name: (typeof BOX_NAMES)[number]): string {
  const box = page.named[name] ?? page.media;
  return sizeInMm(page, box)
    .map((side) => side.toFixed(1))
    .join(" × ")
    .concat(" mm");
}

function checkNesting({ named, media, number }: PageFacts, tell: Tell): void {
  const trim = named.TrimBox ?? named.ArtBox;
  const trimName = named.TrimBox ? "TrimBox" : "ArtBox";
  const pairs = [
    [trimName, trim, "BleedBox", named.BleedBox],
    [trimName, trim, "MediaBox", media],
    ["BleedBox", named.BleedBox, "MediaBox", media],
    ["CropBox", named.CropBox, "MediaBox", media],
  ] as const;
  for (const [inner, box, outer, around] of pairs)
    if (box && around && !isWithin(box, around, ROUNDED))
      tell(NESTING, `the ${inner} reaches out of the ${outer}`, { page: number, about: `${inner} ${outer}` });
  if (trim && named.CropBox && !isWithin(trim, named.CropBox, ROUNDED))
    tell(CROPPED, `the CropBox cuts into the ${trimName}`, { page: number });
}
