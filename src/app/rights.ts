import type { Article, Embargo } from "../article/index.ts";
import { placeOf, report, type Diagnostic, type Finding } from "../base/index.ts";

export const EMBARGO = {
  code: "app/embargo",
  severity: "error",
  when: "The article must not be published before a moment that is later than the date of the run; nothing is written.",
  hint: "wait, give the date of the page with --date, or answer for it with --ignore-embargo",
} as const satisfies Finding;

export const WITHHELD = {
  code: "app/withheld",
  severity: "error",
  when: "The article is marked as withheld; nothing is written.",
  hint: "ask the agency; when it is released, take the status out",
} as const satisfies Finding;

export const CANCELLED = {
  code: "app/cancelled",
  severity: "error",
  when: "The article was cancelled by its agency; nothing is written.",
  hint: "it must not be published any more; set what came in its place",
} as const satisfies Finding;

export const NO_CREDIT = {
  code: "app/no-credit",
  severity: "error",
  when: "A picture has no credit; the page is not written for the press.",
  hint: "say below the caption whose it is: © APA",
} as const satisfies Finding;

/** When a run takes place, for rights alone: the day that the desk gives its page, or the moment that it is. */
export type RunDate =
  { readonly kind: "day"; readonly day: string } | { readonly kind: "moment"; readonly milliseconds: number };

/** Rights as they stand at a time. */
export interface RightsOrder {
  readonly now: RunDate;
  readonly ignoreEmbargo: boolean;
}

/** What keeps an article from being written at all. */
export function heldBack({ embargo, hold }: Article, { now, ignoreEmbargo }: RightsOrder): readonly Diagnostic[] {
  const held = hold
    ? [report(hold.status === "withheld" ? WITHHELD : CANCELLED, SAID[hold.status], placeOf(hold.at))]
    : [];
  if (embargo === undefined || ignoreEmbargo || !holds(embargo, now)) return held;
  const message = `${until(embargo)}, and this is ${now.kind === "day" ? now.day : iso(now.milliseconds)}`;
  return [...held, report(EMBARGO, message, placeOf(embargo.at))];
}

/** What keeps an article off the press: pictures that nobody is named for. */
export function uncredited({ pictures }: Article): readonly Diagnostic[] {
  return pictures.flatMap(({ file, caption, credit }, index) => {
    if (file === undefined || credit.text !== "") return [];
    const at = caption.text === "" ? file.at : caption;
    return [report(NO_CREDIT, `picture ${index + 1} has no credit: the page is not written`, placeOf(at))];
  });
}

const SAID = { withheld: "the article is withheld", cancelled: "the article was cancelled" };

function until({ until: end }: Embargo): string {
  return end === undefined ? "there is an embargo without an end that can be read" : `the embargo ends on ${end}`;
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16) + "Z";
}

/**
 * Whether an embargo still holds. A page of a day is out as the day begins, there where the embargo was written: a moment later
 * on that day is too late. Without the date of a page, it is the moment that counts.
 */
function holds({ until: end }: Embargo, now: RunDate): boolean {
  if (end === undefined) return true;
  const [day = "", time = "00:00"] = end.split("T");
  if (now.kind === "moment") return now.milliseconds < Date.parse(end);
  return now.day < day || (now.day === day && !/^00:00(?::00)?(?!\d)/.test(time));
}
