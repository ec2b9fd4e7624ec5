import { mkdirSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { articleJsonSchema } from "../src/article/json-schema.ts";
import { conditionJsonSchema } from "../src/condition/index.ts";
import { templateJsonSchema } from "../src/template/json-schema.ts";

// Writes schema/*.schema.json anew; run it after every change of a schema in src/article, src/template or src/condition.
mkdirSync("schema", { recursive: true });
for (const [name, schema] of [
  ["article", articleJsonSchema()],
  ["template", templateJsonSchema()],
  ["condition", conditionJsonSchema()],
] as const) {
  const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 120 });
  writeFileSync(`schema/${name}.schema.json`, text);
}
