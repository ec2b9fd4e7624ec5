import { bindsForward } from "./binding.ts";
import { bondBehind } from "./bonds.ts";
import { breakPoints, ligatureBreaks } from "./hyphenation/index.ts";
import type { Language, LanguageTag } from "./language.ts";
import { longDate } from "./long-date.ts";
import { microtype } from "./microtype/index.ts";

const monthsFromFebruary = [
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

/** What a variety of German has to itself. */
export interface Variety {
  readonly tag: LanguageTag;
  /** The first month: „Jänner“ in Austria, „Januar“ elsewhere. */
  readonly january: string;
}

/** German as all its varieties share it. */
export function german({ tag, january }: Variety): Language {
  const months = [january, ...monthsFromFebruary];
  return {
    tag,
    microtype,
    breakPoints,
    ligatureBreaks,
    bindsForward,
    bondBehind,
    longDate: (isoDate) => longDate(isoDate, months),
  };
}
