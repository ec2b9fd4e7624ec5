import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articleJson, readArticle, type Article } from "../../../src/article/index.ts";
import { articleSchema } from "../../../src/article/schema.ts";
import { bundledTemplate, projectPath } from "../../support/desk.ts";

const { house } = bundledTemplate("berliner-5");

function read(path: string, bytes: Uint8Array): Article {
  const { value } = readArticle(path, bytes, house);
  if (value === undefined) throw new Error(`${path} cannot be read`);
  return value;
}

/** An article without what only says where its texts came from. */
function bare(article: Article): unknown {
  const text = JSON.stringify(article, (key, value: unknown) =>
    ["source", "origins", "changes", "id", "at"].includes(key) ? undefined : value,
  );
  return JSON.parse(text);
}

const FILES = ["articles", "bench/articles"].flatMap((folder) =>
  readdirSync(projectPath(folder))
    .filter((file) => /\.(txt|md|json)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

describe("an article as JSON", () => {
  it.each(FILES)("is the same article when it is read again: %s", (path) => {
    const article = read(path, readFileSync(projectPath(path)));
    const json = articleJson(article);
    expect(articleSchema.safeParse(json).error).toBeUndefined();
    const again = read("again.json", new TextEncoder().encode(JSON.stringify(json)));
    expect(bare(again)).toEqual(bare(article));
  });
});
