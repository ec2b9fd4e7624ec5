import { hasErrors, type Outcome, type Source } from "../base/index.ts";
import { contradictions } from "./contradictions.ts";
import { unknownFaces } from "./faces.ts";
import { CONTRADICTION, INVALID_JSON, INVALID_VALUE, UNKNOWN_KEY, UNKNOWN_PARENT } from "./findings.ts";
import { templateJsonSchema } from "./json-schema.ts";
import { NO_PARENTS, type Parents } from "./inherit.ts";
import { readData } from "./read-data.ts";
import { templateSchema } from "./schema.ts";
import { resolveTemplate, type Template } from "./template.ts";

const FINDINGS = {
  noun: "template",
  invalidJson: INVALID_JSON,
  invalidValue: INVALID_VALUE,
  unknownKey: UNKNOWN_KEY,
  unknownParent: UNKNOWN_PARENT,
  contradiction: CONTRADICTION,
};

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
  const { value: read, diagnostics: faults } = readData(source, {
    schema: templateSchema,
    jsonSchema: templateJsonSchema,
    parents,
    findings: FINDINGS,
  });
  if (read === undefined) return { value: undefined, diagnostics: faults };
  const template = resolveTemplate(read.data);
  const diagnostics = [...contradictions(template, read.data, read.json), ...unknownFaces(template, faces, read.json)];
  return { value: hasErrors(diagnostics) ? undefined : template, diagnostics };
}
