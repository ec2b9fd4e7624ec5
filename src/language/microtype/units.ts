import type { Edit } from "../../base/index.ts";
import { plainExponent } from "../findings.ts";
import type { HouseStyle } from "../house.ts";
import { guarded, matchesIn, merged, narrow, noBreak, replaceAll, type Remark } from "./rule.ts";

/**
 * Figures hold together with their units: signs with a narrow space, which is put in where it lacks, words with
 * a whole one (DIN 5008). „20%ige“ and „5km-Lauf“ are words and stay.
 */
export function units(text: string, house: HouseStyle): readonly Edit[] {
  return merged(
    replaceAll(text, beforeSign, "units", narrow),
    replaceAll(text, beforeAttachedSign, "units", narrow),
    replaceAll(text, behindCurrency, "units", narrow),
    replaceAll(text, beforeWord, "units", noBreak),
    house.exponents ? replaceAll(text, exponent, "exponents", (found) => (found[0] === "2" ? "²" : "³")) : [],
  );
}

/** Units of area and volume with a plain figure, where the house leaves them so. */
export function plainExponents(text: string, house: HouseStyle): readonly Remark[] {
  if (house.exponents) return [];
  return matchesIn(text, exponent).map((found) => ({
    start: found.index,
    end: found.index + 1,
    finding: plainExponent,
    message: "a plain figure stands for an exponent",
  }));
}

// Longest first, because the pattern takes the first that fits.
const signs =
  "km/h|km[²³23]|cm[²³23]|mm[²³23]|m[²³23]|m/s|kWh|MWh|GWh|TWh|kWp|mbar|hPa|kHz|MHz|GHz|km|cm|mm|µm|nm|kg|mg|µg|dag|ml|cl|dl|hl|ha|kW|MW|GW|TW|kV|mA|kB|MB|GB|TB|dB|°C|°F|Hz|EUR|USD|CHF|GBP|%|‰|€|\\$|£|¥|PS";
const shortSigns = "m|g|t|l|h|W|V";
const wordsOfMeasure =
  "Euro|Cent|Dollar|Franken|Pfund|Rubel|Yen|Yuan|Kronen|Prozent|Prozentpunkte?n?|Promille|Grad|Uhr|Meter|Metern|Kilometer|Kilometern|Zentimeter|Zentimetern|Millimeter|Millimetern|Quadratmeter|Quadratmetern|Quadratkilometer|Quadratkilometern|Kubikmeter|Kubikmetern|Kilo|Kilogramm|Gramm|Tonnen|Liter|Litern|Hektar|Watt|Kilowatt|Megawatt|Gigawatt|Kilowattstunden|Megawattstunden|Gigawattstunden|Terawattstunden|Mio\\.|Mrd\\.|Million|Millionen|Milliarde|Milliarden|Billion|Billionen";

const beforeSign = guarded(
  /\d [A-Za-z%$\u0080-\uFFFF]/,
  String.raw`(?= )(?<=\d) (?=(?:${signs}|${shortSigns})(?![\p{L}\p{N}]))`,
);
// „§ 3g“ is no weight; references have been held together before. The sign is looked for first, so that a long number is not read again from every figure of it.
const beforeAttachedSign = guarded(
  /\d[A-Za-z%$\u0080-\uFFFF]/,
  String.raw`(?=(?:${signs}|[mgtl])(?![\p{L}\p{N}\-‑]))(?<=(?<![\p{L}\p{N}.,:/§\-‑]|[§.]\u202F)\d+(?:[.,–\u202F]\d+)*)`,
);
const behindCurrency = guarded(/[€$£¥RDFP] \d/, String.raw`(?<=[€$£¥]|(?<!\p{L})(?:EUR|USD|CHF|GBP)) (?=\d)`);
const beforeWord = guarded(
  /[\d–-] [A-Z]/,
  String.raw`(?= )(?<=\d(?:,[-–])?) (?=(?:${wordsOfMeasure})(?![\p{L}\p{N}]))`,
);
const exponent = guarded(/m[23]/, String.raw`(?<=\d[ \u00A0\u202F]?[kcm]?m)[23](?![\p{L}\p{N}])`);
