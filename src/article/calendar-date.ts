import { placeOf, report, type Copy, type Outcome } from "../base/index.ts";
import { findings } from "./findings.ts";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date of the form 2025-02-09 that is in the calendar (ISO 8601, proleptic Gregorian); undefined, and a finding, otherwise. */
export function calendarDate(copy: Copy | undefined): Outcome<string | undefined> {
  const text = copy?.text.trim() ?? "";
  if (copy === undefined || text === "") return { value: undefined, diagnostics: [] };
  if (isCalendarDate(text)) return { value: text, diagnostics: [] };
  return { value: undefined, diagnostics: [report(findings.date, `"${text}" is no date.`, placeOf(copy))] };
}

function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leapDay = month === 2 && isLeapYear(year) ? 1 : 0;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + leapDay;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
