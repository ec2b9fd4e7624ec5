import {
  copyFrom,
  hasErrors,
  locateJson,
  repeatedKeys,
  report,
  schemaWords,
  sourcePlace,
  type Diagnostic,
  type LocatedJson,
  type Source,
} from "../../base/index.ts";
import { draftBody, draftFields, draftPictures } from "../draft.ts";
import { findings } from "../findings.ts";
import type { Reading } from "../manuscript.ts";
import { schemaDiagnostics } from "../schema-issues.ts";
import { lenientArticleSchema } from "../schema.ts";
import type { Tree } from "../tree.ts";
import { jsonStringCopy } from "./json-string.ts";

/** Far more than an article needs, and far less than the depth at which a recursive parser gives up. */
const DEEPEST = 64;

/**
 * Reads an article as JSON; schema/article.schema.json is its form. Every character of a string leads to its place,
 * escapes included. A text that breaks JSON or the schema gives no manuscript but errors at the places concerned.
 */
export function readJson(source: Source): Reading {
  const tooDeep = nestedTooDeep(source.text);
  if (tooDeep !== undefined)
    return broken(report(findings.nesting, "the values are nested too deeply", sourcePlace(source, tooDeep)));
  const located = locateJson(source);
  if (!("value" in located))
    return broken(report(findings.syntax, `this is not JSON: ${located.message}`, located.place));
  const tree = jsonTree(source, located);
  const checked = lenientArticleSchema.safeParse(tree.value, { error: schemaWords });
  const diagnostics = [
    ...repeatedKeys(source, located).map(({ key, place }) =>
      report(findings.duplicate, `“${key}” is given twice`, place),
    ),
    ...(checked.success ? [] : schemaDiagnostics(tree, checked.error.issues)),
  ];
  if (!checked.success || hasErrors(diagnostics)) return { manuscript: undefined, diagnostics };
  const manuscript = {
    source,
    form: "json" as const,
    fields: draftFields(tree, checked.data),
    optional: checked.data.optional ?? [],
    body: draftBody(tree, checked.data),
    pictures: draftPictures(tree, checked.data),
  };
  return { manuscript, diagnostics };
}

function broken(diagnostic: Diagnostic): Reading {
  return { manuscript: undefined, diagnostics: [diagnostic] };
}

/** The offset of the bracket that goes too deep; brackets inside strings count for nothing. */
function nestedTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

function jsonTree(source: Source, located: LocatedJson): Tree {
  const offsetAt = (path: readonly (string | number)[]): number => located.nodeAt(path)?.offset ?? 0;
  return {
    source,
    value: located.value,
    offsetAt,
    copyAt: (path) => {
      const node = located.nodeAt(path);
      return node?.type === "string"
        ? jsonStringCopy(source, node.offset, node.length)
        : copyFrom(source, offsetAt(path), offsetAt(path));
    },
    placeAt: located.placeAt,
    placeOfKey: located.placeOfKey,
  };
}
