import { inksOf, isWhite, type Mark } from "../content/index.ts";
import type { Document } from "../document.ts";
import { coloursOf } from "../mark-colours.ts";
import { sizeInMm } from "../page-facts.ts";
import type { Rule, Tell } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";
import { overlaps } from "./colour-rules.ts";

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

/** Whether anything is printed on a page at all. */
export function watchBlank({ document, page, tell }: PageView): Watch {
  // A page whose content cannot be read is not blank, but damaged.
  const faults = document.file.faults.size;
  let isBlank = true;
  return {
    mark: (mark) => {
      isBlank &&= isUnseen(mark) || !overlaps(mark.box, page.trim);
    },
    end: () => {
      if (isBlank && document.file.faults.size === faults) tell(BLANK, "nothing is printed on the page");
    },
  };
}

/** Whether a mark is in paper white alone. */
export function isUnseen(mark: Mark): boolean {
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
