import type { z } from "zod";
import {
  hasErrors,
  nearestWord,
  report,
  type Diagnostic,
  type JsonPath,
  type LocatedJson,
  type Outcome,
  type Place,
  type Source,
} from "../base/index.ts";
import { CONTRADICTION, INVALID_VALUE, UNKNOWN_FACE, UNKNOWN_KEY } from "./findings.ts";
import { inherit, locateTemplate, NO_PARENTS, type Parents } from "./inherit.ts";
import { templateSchema } from "./schema.ts";
import { resolveTemplate, type Template } from "./template.ts";

/**
 * Reads a template from JSON: syntax, what it inherits, schema, then what only the whole can tell (the type area fits the
 * page, faces exist). Every finding has its line and column, in this file also for what was inherited. `faces` are the
 * names of the faces that can be had.
 */
export function readTemplate(
  source: Source,
  faces: readonly string[],
  parents: Parents = NO_PARENTS,
): Outcome<Template | undefined> {
  const { value: json, diagnostics: faults } = locateTemplate(source);
  if (json === undefined) return { value: undefined, diagnostics: faults };
  const whole = inherit(source, json, parents);
  if (whole.value === undefined) return { value: undefined, diagnostics: whole.diagnostics };
  const parsed = templateSchema.safeParse(whole.value);
  if (!parsed.success) {
    return { value: undefined, diagnostics: parsed.error.issues.flatMap((issue) => describe(issue, json)) };
  }
  const template = resolveTemplate(parsed.data);
  const diagnostics = [...contradictions(template, json), ...unknownFaces(template, faces, json)];
  return { value: hasErrors(diagnostics) ? undefined : template, diagnostics };
}

function describe(issue: z.core.$ZodIssue, json: LocatedJson): Diagnostic[] {
  const path = issue.path as JsonPath;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, path, json));
  const name = path.length > 0 ? `“${path.join(".")}”: ` : "";
  return [report(INVALID_VALUE, `${name}${issue.message}`, json.placeAt(path))];
}

function unknownKey(key: string, path: JsonPath, json: LocatedJson): Diagnostic {
  const known = keysAt(path);
  const near = nearestWord(key, known);
  const hint = near ? `did you mean “${near}”?` : known.length > 0 ? `known here: ${known.join(", ")}` : undefined;
  const where = path.length > 0 ? ` in “${path.join(".")}”` : "";
  return report(UNKNOWN_KEY, `the key “${key}” means nothing${where}`, json.placeOfKey(path, key), hint);
}

/** The keys that the schema knows at a path, by walking zod's own definition. */
function keysAt(path: JsonPath): readonly string[] {
  let schema: unknown = templateSchema;
  for (const step of path) schema = child(unwrap(schema), step);
  const shape = shapeOf(unwrap(schema));
  return shape ? Object.keys(shape) : [];
}

type Definition = { readonly _zod?: { readonly def?: Readonly<Record<string, unknown>> } };

function definition(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return (schema as Definition | undefined)?._zod?.def;
}

function unwrap(schema: unknown): unknown {
  const inner = definition(schema)?.["innerType"];
  return inner === undefined ? schema : unwrap(inner);
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return definition(schema)?.["shape"] as Readonly<Record<string, unknown>> | undefined;
}

function child(schema: unknown, step: string | number): unknown {
  return typeof step === "number" ? definition(schema)?.["element"] : shapeOf(schema)?.[step];
}

function contradictions(template: Template, json: LocatedJson): Diagnostic[] {
  const { page, typeArea, grid, composition, headline, header } = template;
  const found: Diagnostic[] = [];
  const refuse = (holds: boolean, path: JsonPath, message: string, hint?: string): void => {
    if (!holds) found.push(report(CONTRADICTION, message, json.placeAt(path), hint));
  };
  refuse(
    typeArea.x + typeArea.width <= page.width + 0.01,
    ["typeArea", "width"],
    "the type area is wider than its page",
  );
  refuse(
    typeArea.y + typeArea.height <= page.height + 0.01,
    ["typeArea", "height"],
    "the type area is higher than its page",
  );
  refuse(
    grid.columnWidth >= 60,
    ["grid", "columns"],
    `columns of ${grid.columnWidth.toFixed(1)} pt are too narrow to set`,
  );
  refuse(header.rows < grid.rows / 2, ["header", "height"], "the header leaves no room for an article");
  const spans = composition.columns;
  refuse(Math.max(...spans) <= grid.columns, ["composition", "columns"], `the grid has only ${grid.columns} columns`);
  for (const columns of spans) {
    const known = headline.steps.some((step) => step.columns === columns);
    refuse(
      known,
      ["headline", "steps"],
      `no headline sizes for an article of ${columns} columns`,
      `add { "columns": ${columns}, "sizes": […] }`,
    );
  }
  const body = template.styles.body.leading;
  refuse(Math.abs(body - grid.leading) < 1e-6, ["styles", "body", "leading"], "the body's leading is not the grid's");
  return found;
}

function unknownFaces(template: Template, faces: readonly string[], json: LocatedJson): Diagnostic[] {
  return Object.entries(template.styles).flatMap(([name, style]) =>
    (["face", "emphasis", "strong"] as const)
      .filter((role) => !faces.includes(style[role]))
      .map((role) => unknownFace(style[role], faces, json.placeAt(["styles", name, role]))),
  );
}

function unknownFace(face: string, faces: readonly string[], place: Place): Diagnostic {
  const near = nearestWord(face, faces);
  const hint = near ? `did you mean “${near}”?` : `there are: ${faces.join(", ")}`;
  return report(UNKNOWN_FACE, `there is no face “${face}”`, place, hint);
}
