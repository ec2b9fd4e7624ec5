import { sourcePlace, type Place } from "./diagnostics.ts";
import { locateJson, repeatedKeys, type LocatedJson } from "./json.ts";
import type { Source } from "./source.ts";

/** Why a text cannot be read as data. */
export interface DataFault {
  readonly message: string;
  readonly place: Place;
  /** What to try, where it is not the usual slip. */
  readonly hint?: string;
}

/** Where a decoded text first has what was no UTF-8, for which the decoder put U+FFFD; undefined where all of it was. */
export function encodingFault(source: Source): DataFault | undefined {
  const at = source.text.indexOf("\uFFFD");
  if (at < 0) return undefined;
  return { message: "this is not UTF-8", place: sourcePlace(source, at), hint: "save the file as UTF-8" };
}

/** The JSON of a file that a desk writes for us, with its places: in UTF-8, comments allowed, and no key twice; or what is wrong with it. */
export function locateDeskJson(source: Source): LocatedJson | DataFault {
  const foreign = encodingFault(source);
  if (foreign !== undefined) return foreign;
  const json = locateJson(source);
  if (!("value" in json)) return { message: `this is not JSON: ${json.message}`, place: json.place };
  const [again] = repeatedKeys(source, json);
  if (again === undefined) return json;
  return { message: `“${again.key}” is given twice`, place: again.place, hint: "take one of them out" };
}
