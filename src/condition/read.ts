import { hasErrors, report, type Diagnostic, type LocatedJson, type Outcome, type Source } from "../base/index.ts";
import { readData, type Parents } from "../template/index.ts";
import { resolveCondition, type Condition } from "./condition.ts";
import { CONTRADICTION, INVALID_JSON, INVALID_VALUE, UNKNOWN_KEY, UNKNOWN_PARENT } from "./findings.ts";
import { conditionJsonSchema } from "./json-schema.ts";
import { conditionSchema } from "./schema.ts";

const FINDINGS = {
  noun: "print condition",
  invalidJson: INVALID_JSON,
  invalidValue: INVALID_VALUE,
  unknownKey: UNKNOWN_KEY,
  unknownParent: UNKNOWN_PARENT,
  contradiction: CONTRADICTION,
};

/** Reads a print condition from JSON: syntax, what it inherits, schema, then what only the whole can tell. */
export function readCondition(source: Source, parents: Parents): Outcome<Condition | undefined> {
  const read = readData(source, {
    schema: conditionSchema,
    jsonSchema: conditionJsonSchema,
    parents,
    findings: FINDINGS,
  });
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  const condition = resolveCondition(read.value.data);
  const diagnostics = contradictions(condition, read.value.json);
  return { value: hasErrors(diagnostics) ? undefined : condition, diagnostics };
}

function contradictions({ pictures }: Condition, json: LocatedJson): Diagnostic[] {
  const { refuse, least, most } = pictures;
  if (refuse <= least && least <= most) return [];
  const message = `“pictures”: refuse ${refuse}, least ${least}, most ${most}: each must be at least the one before`;
  return [report(CONTRADICTION, message, json.placeAt(["pictures"]))];
}
