const weekdays = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

/**
 * An ISO 8601 calendar date in words: `2025-02-09` → `Sonntag, 9. Februar 2025`. Months are the language's own,
 * January first. Throws on anything that is no date of the calendar, which the article room has ruled out.
 */
export function longDate(isoDate: string, months: readonly string[]): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  const [year = 0, month = 0, day = 0] = (parts ?? []).slice(1).map(Number);
  const name = months[month - 1];
  if (parts === null || name === undefined || day < 1 || day > daysIn(year, month)) {
    throw new Error(`not a calendar date: ${isoDate}`);
  }
  return `${weekdays[weekdayOf(year, month, day)] ?? ""}, ${day}. ${name} ${year}`;
}

/**
 * Weekday of the Gregorian calendar, Sunday 0, by Sakamoto's method: January and February count to the year
 * before, so that the leap day comes last.
 */
function weekdayOf(year: number, month: number, day: number): number {
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (y + leapDays + (offsets[month - 1] ?? 0) + day) % 7;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
