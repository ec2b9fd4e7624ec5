import { placeOf, report, type Copy, type Outcome } from "../base/index.ts";
import { findings } from "./findings.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const GERMAN = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;

/**
 * A date as ISO 8601 calendar date (clause 5.2.2.1, extended format), if it is one and the calendar has it.
 * A German date is refused with the ISO date it stands for.
 */
export function calendarDate(copy: Copy | undefined): Outcome<string | undefined> {
  const written = copy?.text.trim() ?? "";
  if (copy === undefined || written === "") return { value: undefined, diagnostics: [] };
  if (isCalendarDate(written)) return { value: written, diagnostics: [] };
  const meant = fromGerman(written);
  const hint = meant === undefined ? findings.date.hint : `write it as ${meant}`;
  return { value: undefined, diagnostics: [report(findings.date, `"${written}" is no date`, placeOf(copy), hint)] };
}

/** Whether a text is a day of the calendar as ISO 8601 writes it: `2025-02-09`. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? [];
  return isDay(Number(year), Number(month), Number(day));
}

function fromGerman(written: string): string | undefined {
  const [, day = "", month = "", year = ""] = GERMAN.exec(written) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Whether the Gregorian calendar has such a day. */
function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}
