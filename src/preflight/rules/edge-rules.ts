import { toMm } from "../../base/index.ts";
import { inksOf, isWhite, type Box, type Mark } from "../content/index.ts";
import type { Document } from "../document.ts";
import { coloursOf, markName } from "../mark-colours.ts";
import { sizeInMm, type PageFacts } from "../page-facts.ts";
import type { Rule, Tell } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";
import { overlaps } from "./colour-rules.ts";

export const NO_BLEED = {
  id: "BLEED-1",
  code: "preflight/no-bleed",
  severity: "error",
  when: "The BleedBox does not reach as far beyond the trim as the print condition asks.",
  clause: "print condition, bleed; ISO 32000-1, 14.11.2",
  hint: "export with bleed, and what stands at the edge drawn out into it",
} as const satisfies Rule;

export const ENDS_AT_TRIM = {
  id: "BLEED-2",
  code: "preflight/ends-at-trim",
  severity: "error",
  when: "An area or picture ends at the trim, or a little beyond it, and does not reach into the bleed: a white edge shows where the knife is not exact.",
  clause: "print condition, bleed; ISO 32000-1, 14.11.2",
  hint: "draw it out into the bleed",
} as const satisfies Rule;

export const NEAR_TRIM = {
  id: "SAFE-1",
  code: "preflight/near-trim",
  severity: "warning",
  when: "Type stands nearer to the trim than the print condition asks, or is cut by it.",
  clause: "print condition, safety",
  hint: "move it inwards",
} as const satisfies Rule;

export const NO_PAGES = {
  id: "PAGES-1",
  code: "preflight/no-pages",
  severity: "error",
  when: "The document has no pages.",
  clause: "ISO 32000-1, 7.7.3",
  hint: "export the document again",
} as const satisfies Rule;

export const BLANK = {
  id: "PAGES-2",
  code: "preflight/blank",
  severity: "warning",
  when: "A page has nothing printed on it.",
  clause: "practice of GWG's recommendations",
  hint: "look whether it is meant to be blank",
} as const satisfies Rule;

export const SIZES_DIFFER = {
  id: "PAGES-3",
  code: "preflight/sizes-differ",
  severity: "warning",
  when: "The pages are not all of one size and orientation.",
  clause: "practice of GWG's recommendations; ISO 32000-1, 14.11.2",
  hint: "export pages of different sizes as files of their own",
} as const satisfies Rule;

/** A tenth of a millimetre: what no knife keeps. */
const NEARLY = 0.29;
const SIDES = ["left", "right", "bottom", "top"] as const;
type Side = (typeof SIDES)[number];

/** How far one box reaches beyond another on a side; negative inside. */
function beyond(side: Side, outer: Box, inner: Box): number {
  const isLow = side === "left" || side === "bottom";
  return isLow ? inner[side] - outer[side] : outer[side] - inner[side];
}

/** The BleedBox of a page against the condition's bleed. */
export function checkBleed({ condition }: Document, page: PageFacts, tell: Tell): void {
  const wanted = condition.bleed / page.unit;
  const least = Math.min(...SIDES.map((side) => beyond(side, page.bleed, page.trim)));
  if (wanted <= 0 || !page.isTrimmed || least >= wanted - NEARLY) return;
  const has = toMm(Math.max(0, least) * page.unit).toFixed(1);
  tell(NO_BLEED, `the bleed is ${has} mm, the condition asks for ${toMm(condition.bleed).toFixed(1)} mm`, {
    page: page.number,
  });
}

/** What stands at the edges of a page, and whether anything is on it at all. */
export function watchEdges(view: PageView): Watch {
  const { document, page, tell } = view;
  const bleed = document.condition.bleed / page.unit;
  const safety = document.condition.safety / page.unit;
  // A page whose content cannot be read is not blank, but damaged.
  const faults = document.file.faults.size;
  let isBlank = true;
  return {
    mark: (mark) => {
      if (isUnseen(mark) || !overlaps(mark.box, page.trim)) return;
      isBlank = false;
      if (!page.isTrimmed) return;
      if (mark.kind === "text") checkSafety(mark.box, safety, view);
      else if (bleed > 0) checkReach(mark, bleed, view);
    },
    end: () => {
      if (isBlank && document.file.faults.size === faults) tell(BLANK, "nothing is printed on the page");
    },
  };
}

function isUnseen(mark: Mark): boolean {
  const colours = coloursOf(mark);
  if (mark.kind === "image" && mark.stencil === undefined) return false;
  return (
    colours.length > 0 &&
    colours.every((colour) => {
      const inks = inksOf(colour);
      return inks !== undefined && isWhite(inks);
    })
  );
}

function checkSafety(box: Box, safety: number, { page, tell }: PageView): void {
  const near = SIDES.filter((side) => beyond(side, page.trim, box) < safety - NEARLY);
  if (near.length === 0) return;
  const least = Math.min(...near.map((side) => beyond(side, page.trim, box))) * page.unit;
  const distance = toMm(least).toFixed(1);
  const what = least < -NEARLY ? "type is cut by the trim" : `type stands ${distance} mm from the trim`;
  tell(NEAR_TRIM, `${what} (${near.join(", ")})`, { box, about: near.join(" ") });
}

function checkReach(mark: Mark, bleed: number, { page, tell }: PageView): void {
  // A line across the edge is no area; what it lacks is not seen.
  if (mark.kind === "stroke" && mark.width < bleed) return;
  const short = SIDES.filter((side) => {
    const reach = beyond(side, mark.box, page.trim);
    return reach > -NEARLY && reach < bleed - NEARLY;
  });
  if (short.length > 0)
    tell(ENDS_AT_TRIM, `${markName(mark)} ends at the trim (${short.join(", ")})`, {
      box: mark.box,
      about: `${mark.kind} ${short.join(" ")}`,
    });
}

/** All pages of one size and orientation, within half a millimetre. */
export function checkSizes({ pages }: Document, tell: Tell): void {
  const [first] = pages;
  if (first === undefined) return;
  const [width, height] = sizeInMm(first, first.trim);
  for (const page of pages) {
    const [own, high] = sizeInMm(page, page.trim);
    if (Math.abs(own - width) <= 0.5 && Math.abs(high - height) <= 0.5) continue;
    tell(
      SIZES_DIFFER,
      `the page measures ${own.toFixed(1)} × ${high.toFixed(1)} mm, the first one ${width.toFixed(1)} × ${height.toFixed(1)} mm`,
      { page: page.number },
    );
  }
}
