import * as z from "zod";
import { articleJsonSchema } from "../../article/index.ts";
import { conditionJsonSchema } from "../../condition/index.ts";
import { templateJsonSchema } from "../../template/index.ts";
import { configSchema } from "../settings/schema.ts";
import { extractSchema, verifySchema } from "./archive-schemas.ts";
import { doctorSchema } from "./doctor-schema.ts";
import { dumpSchema } from "./dump-schema.ts";
import { explainSchema, wordsSchema } from "./explain-schemas.ts";
import { preflightSchema } from "./preflight-schema.ts";
import { reportSchema } from "./report-schema.ts";
import type { SaidName, SchemaName, WrittenName } from "./schema-names.ts";

const WRITTEN: Readonly<Record<WrittenName, () => object>> = {
  article: articleJsonSchema,
  template: templateJsonSchema,
  condition: conditionJsonSchema,
  config: () => ({ title: "Umbruch configuration", ...z.toJSONSchema(configSchema, { io: "input" }) }),
};

/** The schemas of what commands say, with their titles. */
export const SAID = {
  report: { title: "Umbruch report of an article", schema: reportSchema },
  preflight: { title: "Umbruch preflight of a file", schema: preflightSchema },
  verify: { title: "Umbruch verification of an archive file", schema: verifySchema },
  extract: { title: "Umbruch extraction of an archive file", schema: extractSchema },
  dump: { title: "Umbruch dump of an article", schema: dumpSchema },
  explain: { title: "Umbruch explanation of an article's pages", schema: explainSchema },
  words: { title: "Umbruch explanation of words", schema: wordsSchema },
  doctor: { title: "Umbruch doctor's report", schema: doctorSchema },
} as const satisfies Record<SaidName, object>;

/** A published JSON Schema (draft 2020-12), for editors and machines. */
export function jsonSchemaOf(name: SchemaName): object {
  if (isWritten(name)) return WRITTEN[name]();
  const { title, schema } = SAID[name];
  return { title, ...z.toJSONSchema(schema, { io: "output" }) };
}

function isWritten(name: SchemaName): name is WrittenName {
  return name in WRITTEN;
}
