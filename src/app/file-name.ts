/** What a pattern for file names may name, each between braces. */
export interface NameFacts {
  /** The newspaper's title, as the shop knows it; where nobody says it, the article's file name. */
  readonly title: string;
  readonly article: string;
  readonly section: string;
  /** ISO 8601; printed without hyphens. */
  readonly date: string;
  /** The page's number, as printed where it is known. */
  readonly page: number;
  readonly version: number;
  readonly condition: string;
}

const FIELDS: readonly (keyof NameFacts)[] = ["title", "article", "section", "date", "page", "version", "condition"];

/** The fields of a pattern that do not exist, in its order. */
export function unknownFields(pattern: string): readonly string[] {
  const named = Array.from(pattern.matchAll(/\{([^{}]*)\}/g), ([, field = ""]) => field);
  return named.filter((field) => !FIELDS.some((known) => known === field));
}

/** What is wrong with a pattern for file names, as a sentence; undefined when nothing is. */
export function fileNameFault(pattern: string): string | undefined {
  const [unknown] = unknownFields(pattern);
  if (unknown !== undefined) return `There is no field {${unknown}}.`;
  if (/[/\\]/.test(pattern)) return "A file name has no folders in it; --out names the folder.";
  return undefined;
}

/**
 * The name of a page's file by a shop's pattern, as `{title}_{date}_{page}_v{version}`, with `.pdf` behind it. Shops take
 * letters without accents, digits, hyphen, underline and full stop; pages have three digits so that they sort.
 */
export function fileNameOf(pattern: string, facts: NameFacts): string {
  const written = pattern.replace(/\{([^{}]*)\}/g, (_, field: string) => fieldOf(field as keyof NameFacts, facts));
  return `${plainName(written.replace(/\.pdf$/i, ""))}.pdf`;
}

function fieldOf(field: keyof NameFacts, facts: NameFacts): string {
  if (field === "page") return String(facts.page).padStart(3, "0");
  if (field === "date") return facts.date.replaceAll("-", "");
  return plainName(String(facts[field]));
}

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
  ẞ: "SS",
};

/** Nothing that a server of whatever make could stumble over. */
function plainName(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[äöüÄÖÜßẞ]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/-+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}
