import { nearestWord } from "./nearest.ts";

/** What a schema refuses, before it has words: as zod tells it, which is not known here. */
export interface RawIssue {
  readonly code?: string;
  readonly input?: unknown;
  /** Of a wrong kind: the kind that is asked for. */
  readonly expected?: unknown;
  /** Of too little and too much: how much there should be. */
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  /** Whether the least or the most may itself stand there; it may where nothing is said. */
  readonly inclusive?: unknown;
  /** The only values that may stand there, or kinds of which one must. */
  readonly values?: unknown;
  readonly options?: unknown;
  /** The key whose value says of which kind an object is. */
  readonly discriminator?: unknown;
  /** The form that a text should have: `date`. */
  readonly format?: unknown;
}

/**
 * What is wrong with a value, in the words of the desk and without its name: what stands there, what should. For every schema the
 * same, so that article, template, print condition and configuration are told of in one voice; where a schema has words of its own,
 * these go before.
 */
export function schemaWords(issue: RawIssue): string | undefined {
  const { code, input } = issue;
  if (input === undefined) return MISSING_VALUE;
  switch (code) {
    case "invalid_type":
      return ofOtherKind(input, String(issue.expected));
    case "invalid_value":
      return noneOf(input, issue.values);
    case "invalid_union":
      return typeof issue.discriminator === "string"
        ? noneOf((input as Readonly<Record<string, unknown>>)[issue.discriminator], issue.options)
        : `${kindOf(input)} cannot stand here`;
    case "too_small":
      return isCounted(input)
        ? tooFew(input, Number(issue.minimum))
        : `${String(input)} is ${issue.inclusive === false ? "not more" : "less"} than ${String(issue.minimum)}`;
    case "too_big":
      return isCounted(input)
        ? `has ${counted(input)}, and may have ${String(issue.maximum)}`
        : `${String(input)} is ${issue.inclusive === false ? "not less" : "more"} than ${String(issue.maximum)}`;
    case "invalid_format":
      return `“${String(input)}” is ${FORMS[String(issue.format)] ?? "not written as it should be"}`;
    default:
      return undefined;
  }
}

const MISSING_VALUE = "is missing";

/** A schema's own words for what may stand in a place: "expected … , found a number". */
export function expected(what: string): (issue: RawIssue) => string {
  return ({ input }) => (input === undefined ? MISSING_VALUE : `expected ${what}, found ${kindOf(input)}`);
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "nothing",
};

const FORMS: Readonly<Record<string, string>> = {
  date: "no date as 2025-02-09",
  datetime: "no moment as 2025-02-09T10:00+01:00",
};

/** What a value is, in words. */
function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (typeof value === "boolean") return String(value);
  return (Array.isArray(value) ? KINDS["array"] : KINDS[typeof value]) ?? typeof value;
}

function ofOtherKind(value: unknown, kind: string): string {
  const found = kind === "int" && typeof value === "number" ? String(value) : kindOf(value);
  return `expected ${KINDS[kind] ?? kind}, found ${found}`;
}

function noneOf(value: unknown, allowed: unknown): string {
  const words = Array.isArray(allowed) ? allowed.map(String) : [];
  const choice = words.length > 1 ? `one of ${words.join(", ")}` : words.join();
  if (value === undefined) return `expected ${choice}`;
  if (typeof value !== "string" || words.length < 2) return `expected ${choice}, found ${kindOf(value)}`;
  const near = nearestWord(value, words);
  return `“${value}” is none of ${words.join(", ")}${near === undefined ? "" : `; did you mean “${near}”?`}`;
}

type Counted = string | readonly unknown[];

function isCounted(value: unknown): value is Counted {
  return typeof value === "string" || Array.isArray(value);
}

function tooFew(value: Counted, least: number): string {
  return value.length === 0 ? "is empty" : `has ${counted(value)}, and must have ${least}`;
}

function counted(value: Counted): string {
  const [one, more] = typeof value === "string" ? ["character", "characters"] : ["entry", "entries"];
  return `${value.length} ${value.length === 1 ? one : more}`;
}
