import { toMm } from "../../base/index.ts";
import type { Box, Mark } from "../content/index.ts";
import type { Document } from "../document.ts";
import { markName } from "../mark-colours.ts";
import type { PageFacts } from "../page-facts.ts";
import type { Rule, Tell } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";
import { overlaps } from "./colour-rules.ts";
import { isUnseen } from "./pages-rules.ts";

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

/** What stands at the edges of a page that says where it is trimmed. */
export function watchEdges(view: PageView): Watch {
  const { document, page } = view;
  const bleed = document.condition.bleed / page.unit;
  const safety = document.condition.safety / page.unit;
  return {
    mark: (mark) => {
      if (!page.isTrimmed || isUnseen(mark) || !overlaps(mark.box, page.trim)) return;
      if (mark.kind === "text") checkSafety(mark.box, safety, view);
      else if (bleed > 0) checkReach(mark, bleed, view);
    },
  };
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
