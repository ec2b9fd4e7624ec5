import { mkdirSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { articleJsonSchema } from "../src/article/json-schema.ts";

// Writes schema/article.schema.json anew; run it after every change of src/article/schema.ts.
const text = await format(JSON.stringify(articleJsonSchema()), { parser: "json", printWidth: 120 });
mkdirSync("schema", { recursive: true });
writeFileSync("schema/article.schema.json", text);
