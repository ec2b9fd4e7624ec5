import { locateDeskJson, nearestWord, report, type LocatedJson, type Outcome, type Source } from "../base/index.ts";
import type { DataFindings } from "./findings.ts";

/** Where data find what they extend. */
export interface Parents {
  /** The text by the name that `extends` gives, as seen from the file `from`. */
  find(name: string, from: string): Source | undefined;
  /** Why a file of that name cannot be read; undefined where there is none. */
  whyUnread?(name: string, from: string): string | undefined;
  /** Names that can be had, for who mistypes one. */
  readonly names: readonly string[];
}

export const NO_PARENTS: Parents = { find: () => undefined, names: [] };

/** A text's JSON with its places; undefined when it is none. */
export function locateData(source: Source, { invalidJson }: DataFindings): Outcome<LocatedJson | undefined> {
  const json = locateDeskJson(source);
  if ("value" in json) return { value: json, diagnostics: [] };
  return { value: undefined, diagnostics: [report(invalidJson, json.message, json.place, json.hint)] };
}

/**
 * Data laid over those that they extend, and so on upwards: objects are merged key by key, lists and values replaced
 * whole. The value is undefined when a parent is missing, broken, or a descendant of its own.
 */
export function inherit(
  source: Source,
  json: LocatedJson,
  { parents, findings }: { readonly parents: Parents; readonly findings: DataFindings },
  line: readonly string[] = [source.name],
): Outcome<unknown> {
  const own = json.value;
  if (!isObject(own) || typeof own["extends"] !== "string") return { value: own, diagnostics: [] };
  const name = own["extends"];
  const place = json.placeAt(["extends"]);
  const parent = parents.find(name, source.name);
  if (parent === undefined) {
    const reason = parents.whyUnread?.(name, source.name);
    const near = nearestWord(name, parents.names);
    const bundled = near ? `did you mean “${near}”?` : `bundled are: ${parents.names.join(", ")}`;
    const hint = reason === undefined ? bundled : "name a file that can be read";
    const message = reason === undefined ? `there is no ${findings.noun} “${name}”` : `“${name}” ${reason}`;
    return { value: undefined, diagnostics: [report(findings.unknownParent, message, place, hint)] };
  }
  if (line.includes(parent.name)) {
    const message = `${findings.noun}s extend each other in a circle: ${[...line, parent.name].join(" → ")}`;
    return { value: undefined, diagnostics: [report(findings.contradiction, message, place)] };
  }
  const above = locateData(parent, findings);
  if (above.value === undefined) return above;
  const inherited = inherit(parent, above.value, { parents, findings }, [...line, parent.name]);
  if (inherited.value === undefined) return inherited;
  return { value: merge(withoutOtherSize(inherited.value, own), own), diagnostics: [] };
}

/** A page's size is one thing: who gives it anew, as a format or in figures, gives all of it. */
function withoutOtherSize(parent: unknown, { page }: JsonObject): unknown {
  if (!isObject(parent) || !isObject(parent["page"]) || !isObject(page)) return parent;
  const size = ["format", "width", "height"];
  if (!size.some((key) => key in page)) return parent;
  const others = Object.entries(parent["page"]).filter(([key]) => !size.includes(key));
  return { ...parent, page: Object.fromEntries(others) };
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function merge(parent: unknown, own: unknown): unknown {
  if (!isObject(parent) || !isObject(own)) return own;
  const merged = Object.entries(own).map(([key, value]) => [key, key in parent ? merge(parent[key], value) : value]);
  return { ...parent, ...(Object.fromEntries(merged) as JsonObject) };
}
