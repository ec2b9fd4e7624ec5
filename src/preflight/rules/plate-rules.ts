import type { Document } from "../document.ts";
import { measureInk, measuringPpi, type PageInk, type PlateMaker } from "../raster.ts";
import type { Rule, Tell } from "../rule.ts";

export const TOTAL_INK = {
  id: "INK-2",
  code: "preflight/total-ink",
  severity: "error",
  when: "Somewhere on the page, as it is rendered for the plates, there is more ink in all than the paper holds.",
  clause: "print condition, inks.total",
  hint: "separate the picture with the profile of the press, whose total ink is lower",
} as const satisfies Rule;

/** The most ink of a file, and the page that has it. */
export interface FileInk extends PageInk {
  readonly page: number;
  /** How many pages were measured. */
  readonly measured: number;
}

/** What came of measuring: the most ink, and what was not measured. */
export interface Measured {
  readonly ink: FileInk | undefined;
  readonly unmeasured: readonly string[];
}

/** More pages than a newspaper has; each takes the renderer about a second. */
const MOST_PAGES = 96;
/** Percent that separation and JPEG may be off. */
const NEARLY = 2;

/** Total ink, measured on rendered pages one by one. */
export function measurePages({ pages, condition }: Document, make: PlateMaker, tell: Tell): Measured {
  const { total } = condition.inks;
  const reasons = new Map<string, number>();
  let ink: FileInk | undefined;
  let measured = 0;
  for (const page of pages.slice(0, MOST_PAGES)) {
    const raster = make(page.number, measuringPpi(page));
    if (typeof raster === "string") {
      reasons.set(raster, (reasons.get(raster) ?? 0) + 1);
      // What is missing on the first page is missing on all.
      if (page.number === 1) break;
      continue;
    }
    const found = measureInk(raster, page, total + NEARLY);
    if (found === undefined) continue;
    measured += 1;
    if (ink === undefined || found.most > ink.most) ink = { ...found, page: page.number, measured };
    if (found.most > total + NEARLY) tellInk(found, total, page.number, tell);
  }
  const unmeasured = [...reasons.keys()].map((reason) => `total ink was not measured: ${reason}`);
  if (measured > 0 && measured < pages.length)
    unmeasured.push(`total ink was measured on ${measured} of ${pages.length} pages`);
  return { ink: ink && { ...ink, measured }, unmeasured };
}

function tellInk({ most, place, above }: PageInk, total: number, page: number, tell: Tell): void {
  const share = above < 0.001 ? "less than 0.1" : (above * 100).toFixed(1);
  const found = `there is ${Math.round(most)} % of ink, the paper holds ${total} %; ${share} % of the page are above it`;
  tell(TOTAL_INK, found, { page, place });
}
