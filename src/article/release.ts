import { nearestWord, placeOf, report, type Copy, type Outcome } from "../base/index.ts";
import { isCalendarDate } from "./calendar-date.ts";
import { findings } from "./findings.ts";

/** Until when copy must not be published. */
export interface Embargo {
  /**
   * ISO 8601: a day, which ends the embargo as it begins, or a moment with its distance from UTC. Undefined where what is
   * written cannot be read: such an embargo has no end.
   */
  readonly until: string | undefined;
  readonly at: Copy;
}

/** Copy that its agency has taken back: for a time, or for good (IPTC pubStatus `withheld`, `canceled`). */
export interface Hold {
  readonly status: "withheld" | "cancelled";
  readonly at: Copy;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

/** An embargo as it is written. One that cannot be read holds, and is an error. */
export function embargoOf(copy: Copy | undefined): Outcome<Embargo | undefined> {
  const written = copy?.text.trim() ?? "";
  if (copy === undefined || written === "") return { value: undefined, diagnostics: [] };
  const day = MOMENT.exec(written)?.[1];
  if (day !== undefined && isCalendarDate(day)) return { value: { until: written, at: copy }, diagnostics: [] };
  const found = report(findings.embargo, `"${written}" is no moment that an embargo could end at`, placeOf(copy));
  return { value: { until: undefined, at: copy }, diagnostics: [found] };
}

/** What agencies and desks write, and what it means. */
const STATUSES: Readonly<Record<string, Hold["status"] | "usable">> = {
  frei: "usable",
  freigegeben: "usable",
  usable: "usable",
  gesperrt: "withheld",
  withheld: "withheld",
  zurückgezogen: "cancelled",
  cancelled: "cancelled",
  canceled: "cancelled",
};

/** What keeps copy from being published, by its status. A status that nobody knows keeps it, and is an error. */
export function holdOf(copy: Copy | undefined): Outcome<Hold | undefined> {
  const written = copy?.text.trim().toLowerCase() ?? "";
  if (copy === undefined || written === "") return { value: undefined, diagnostics: [] };
  const status = Object.hasOwn(STATUSES, written) ? STATUSES[written] : undefined;
  if (status === "usable") return { value: undefined, diagnostics: [] };
  if (status !== undefined) return { value: { status, at: copy }, diagnostics: [] };
  const near = nearestWord(written, Object.keys(STATUSES));
  const hint = near === undefined ? findings.status.hint : `did you mean "${near}"?`;
  const found = report(findings.status, `"${written}" is no status; the article is withheld`, placeOf(copy), hint);
  return { value: { status: "withheld", at: copy }, diagnostics: [found] };
}
