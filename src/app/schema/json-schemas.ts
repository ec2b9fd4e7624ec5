import * as z from "zod";
import { articleJsonSchema } from "../../article/index.ts";
import { conditionJsonSchema } from "../../condition/index.ts";
import { templateJsonSchema } from "../../template/index.ts";
import { configJsonSchema } from "../settings/json-schema.ts";
import { SAID } from "./said.ts";
import type { SchemaName, WrittenName } from "./schema-names.ts";

const WRITTEN: Readonly<Record<WrittenName, () => object>> = {
  article: articleJsonSchema,
  template: templateJsonSchema,
  condition: conditionJsonSchema,
  config: configJsonSchema,
};

/** A published JSON Schema (draft 2020-12), for editors and machines. */
export function jsonSchemaOf(name: SchemaName): object {
  if (isWritten(name)) return WRITTEN[name]();
  const { title, schema } = SAID[name];
  return { title, ...z.toJSONSchema(schema, { io: "output" }) };
}

function isWritten(name: SchemaName): name is WrittenName {
  return name in WRITTEN;
}
