import * as z from "zod";
import { articleJsonSchema } from "../../article/index.ts";
import { conditionJsonSchema } from "../../condition/index.ts";
import { templateJsonSchema } from "../../template/index.ts";
import { configSchema } from "../settings/schema.ts";
import { reportSchema } from "./report-schema.ts";
import type { SchemaName } from "./schema-names.ts";

const SCHEMAS: Readonly<Record<SchemaName, () => object>> = {
  article: articleJsonSchema,
  template: templateJsonSchema,
  condition: conditionJsonSchema,
  config: () => ({ title: "Umbruch configuration", ...z.toJSONSchema(configSchema, { io: "input" }) }),
  report: () => ({ title: "Umbruch report of an article", ...z.toJSONSchema(reportSchema, { io: "output" }) }),
};

/** A published JSON Schema (draft 2020-12), for editors and machines. */
export function jsonSchemaOf(name: SchemaName): object {
  return SCHEMAS[name]();
}
