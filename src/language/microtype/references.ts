import type { Edit } from "../../base/index.ts";
import { guarded, merged, narrow, noBreak, replaceAll } from "./rule.ts";

/**
 * What says what a number is holds on to it: § 5, Abs. 2, Art. II, lit. a with a narrow space (DIN 5008); what is read as a word
 * of its own, such as „ca.“, „Jg.“ or „Tel.“, with a whole one.
 */
export function references(text: string): readonly Edit[] {
  return merged(
    replaceAll(text, reference, "references", narrow),
    replaceAll(text, letter, "references", narrow),
    replaceAll(text, spoken, "references", noBreak),
  );
}

const reference = guarded(
  /[§.] [\dIVXL]/,
  String.raw`(?<=§|(?<![\p{L}\p{N}])(?:(?:Nr|Nrn|Art|Abs|S|Bd|Kap|Abb|Tab|Z|Pkt|Rz|Rn)\.|BGBl\.|LGBl\.|ABl\.)) (?=\d|[IVXL]+(?![\p{L}\p{N}]))`,
);

/** „§ 7 Abs. 1 Z 3 lit. a“: „Z“ stands for „Ziffer“ behind what else is counted only. */
const letter = guarded(
  /lit\. [a-z]|\d[a-z]? Z \d/,
  String.raw`(?<=(?<!\p{L})lit\.) (?=[a-z]+(?!\p{L}))|(?<=(?:§|Abs\.)[ \u202F]\d+[a-z]? Z) (?=\d)`,
);

const spoken = guarded(
  /[.:xW] [(+\d]/,
  String.raw`(?<=(?<![\p{L}\p{N}])(?:(?:ca|rd|max|mind|Jg|Hausnr|Str)\.|(?:Tel\.|Fax|Mob\.|DW):?)) (?=[(+]?\d)`,
);
