import type { Edit } from "../../base/index.ts";
import { isFunctionWord } from "../words.ts";
import { guarded, merged, narrow, noBreak, replaceAll } from "./rule.ts";

/**
 * Titles and initials hold on to the name behind them, the numbers of monarchs to the name before them; between
 * initials stands a narrow space (Forssman/de Jong, Detailtypografie).
 */
export function names(text: string): readonly Edit[] {
  return merged(
    replaceAll(text, betweenInitials, "initials", narrow),
    replaceAll(text, behindInitial, "initials", (found) => (isFunctionWord(found[1] ?? "") ? " " : noBreak)),
    replaceAll(text, behindTitle, "titles", noBreak),
    replaceAll(text, besideFaculty, "titles", noBreak),
    replaceAll(text, beforeRegnal, "monarchs", (found) =>
      isFunctionWord(found.groups?.["name"] ?? "") ? " " : noBreak,
    ),
  );
}

/** Titles and forms of address with a full stop, none of them a word that sentences end with („Obst.“); „St.“ for Saint and Sankt behaves alike. */
const titles =
  "Dr|DDr|Prof|Univ\\.-Prof|Hon\\.-Prof|Doz|Priv\\.-Doz|Univ\\.-Doz|Prim|Mag|MMag|Ing|Dipl\\.-Ing|Dir|Gen\\.-Dir|Bgm|Vbgm|Abg|LAbg|LH-Stv|Präs|Min|Hr|Fr|Frl|Hl|hl|St|Mr|Mrs|Ms|Gen|Oblt|Hptm|Mjr|Kdt|Dkfm|Lic|Mons|Msgr";

// Nobody has more than six initials; without a bound a list of single letters would be read again for each.
// A single small letter before them makes them part of an abbreviation: „i. d. R. Huber“.
const initials = String.raw`(?<![\p{L}\p{N}.\-‑]|(?<!\p{L})\p{Ll}\.[ \u00A0\u202F]?)(?:\p{Lu}\.[ \u00A0\u202F]?){0,5}\p{Lu}\.`;

// Two full stops in „J.R.R. Tolkien“ could be an abbreviation; the name behind them tells.
const betweenInitials = guarded(
  /(?<![A-Za-z])[A-Z\u0080-\uFFFF]\. ?[A-Z\u0080-\uFFFF]{1,2}\./,
  String.raw`(?<=${initials}) ?(?=(?:\p{Lu}\.[ \u00A0\u202F]?){1,5}\p{Lu}\p{Ll})`,
);
const behindInitial = guarded(
  /(?<![A-Za-z])[A-Z\u0080-\uFFFF]\. [A-Z\u0080-\uFFFF]/,
  String.raw`(?<=${initials}) (?=(\p{Lu}\p{Ll}[\p{L}]*))`,
);
const behindTitle = guarded(
  // Read backwards from the full stop, so that titles are not looked for at every letter.
  new RegExp(String.raw`\.(?:in|a)? (?<=(?:(?:${titles})\.|Dr\.in|Mag\.a) )[A-Z\u0080-\uFFFF]`),
  String.raw`(?<=(?<![\p{L}\p{N}.\-‑])(?:(?:${titles})\.|Dr\.in|Mag\.a)) (?=\p{Lu})`,
);

/** „Dr. med. Huber“ */
const besideFaculty = guarded(
  /Dr\. [a-z]/,
  String.raw`(?<=(?<!\p{L})Dr\.) (?=(?:med|phil|iur|jur|rer|techn)\.)|(?<=(?<!\p{L})Dr\. (?:med|phil|iur|jur|techn)\.) (?=\p{Lu})`,
);

const beforeRegnal = guarded(
  / [IVX]+\./,
  String.raw`(?= )(?<=(?<!\p{L})(?<name>\p{Lu}\p{Ll}+)) (?=(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})\.(?!\p{L}))`,
);
