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

const FIELD = /\{([^{}]*)\}/g;

/** What is wrong with a pattern for file names, and what to write instead; undefined when nothing is. */
export function fileNameFault(pattern: string): string | undefined {
  const named = Array.from(pattern.matchAll(FIELD), ([, field = ""]) => field);
  const unknown = named.find((field) => !FIELDS.some((known) => known === field));
  if (unknown !== undefined)
    return `there is no field {${unknown}}; there are ${FIELDS.map((field) => `{${field}}`).join(" ")}`;
  const around = pattern.replace(FIELD, "");
  if (/[{}]/.test(around)) return "a brace stands alone; write a field between two, as {page}";
  if (/[/\\]/.test(pattern)) return "a file name has no folders in it; --out names the folder";
  if (named.length === 0 && plainName(withoutEnding(pattern)) === "")
    return "it has no letter, digit or field in it; write for instance {article}_{page}";
  return undefined;
}

/**
 * The name of a page's file by a shop's pattern, as `{title}_{date}_{page}_v{version}`, with `.pdf` behind it. Shops take
 * letters without accents, digits, hyphen, underline and full stop; pages have three digits so that they sort. Where nothing that
 * they take is left (a title in another script), the page's number is the name.
 */
export function fileNameOf(pattern: string, facts: NameFacts): string {
  const written = pattern.replace(FIELD, (_, field: string) => fieldOf(field as keyof NameFacts, facts));
  return `${plainName(withoutEnding(written)) || fieldOf("page", facts)}.pdf`;
}

function withoutEnding(name: string): string {
  return name.replace(/\.pdf$/i, "");
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
