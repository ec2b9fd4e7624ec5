import { mkdirSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { jsonSchemaOf } from "../src/app/schema/json-schemas.ts";
import { SCHEMA_NAMES } from "../src/app/schema/schema-names.ts";

// Writes schema/*.schema.json anew; run it after every change of a schema in src/article, src/template, src/condition or src/app.
mkdirSync("schema", { recursive: true });
for (const name of SCHEMA_NAMES) {
  const text = await format(JSON.stringify(jsonSchemaOf(name)), { parser: "json", printWidth: 120 });
  writeFileSync(`schema/${name}.schema.json`, text);
}
