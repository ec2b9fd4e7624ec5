import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleJsonSchema } from "../../../src/article/index.ts";
import { articleSchema } from "../../../src/article/schema.ts";

test("the published JSON Schema is the one that the code generates", () => {
  expect(JSON.parse(readFileSync("schema/article.schema.json", "utf8"))).toEqual(articleJsonSchema());
});

test("the schema asks for what an article cannot be without", () => {
  const { error } = articleSchema.safeParse({ pictures: [{}] });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual([
    "section",
    "headline",
    "pictures.0.caption",
    "pictures.0.credit",
    "body",
  ]);
});

test("a JSON article in the project's own folder keeps to the schema", () => {
  expect(
    articleSchema.safeParse(JSON.parse(readFileSync("articles/raumfahrt-frauen.json", "utf8"))).error,
  ).toBeUndefined();
});
