import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { templateJsonSchema } from "../../../src/template/index.ts";

it("the published schema of templates is the one the reader checks with (npm run schema)", () => {
  expect(JSON.parse(readFileSync("schema/template.schema.json", "utf8"))).toEqual(templateJsonSchema());
});
