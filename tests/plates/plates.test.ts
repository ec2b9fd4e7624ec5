import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, basename } from "node:path";
import { describe, expect, it } from "vitest";
import { dumpPages, makeUp, openWorld } from "../../src/index.ts";
import { projectPath } from "../support/desk.ts";

// A plate is a page as text, approved by a person. UPDATE_PLATES=1 writes them anew: read the difference before you commit.
const update = process.env["UPDATE_PLATES"] === "1";

const articles = readdirSync(projectPath("articles")).filter((file) => /\.(txt|md|json)$/.test(file));
const jobs = openWorld().templates.flatMap((template) =>
  articles.filter((article) => isOnPlates(article, template)).map((article) => ({ article, template })),
);

/** All articles on two templates; the agency's and the long one on all of them. */
function isOnPlates(article: string, template: string): boolean {
  return ["berliner-5", "a4-3"].includes(template) || /^(?:nordkorea|gletscher)/.test(article);
}

describe("plates", () => {
  it.each(jobs)("$article on $template is made up as approved", ({ article, template }) => {
    const { value } = makeUp(openWorld(), { article: projectPath(`articles/${article}`), template });
    const plate = projectPath(`tests/plates/${template}/${basename(article, extname(article))}.txt`);
    const dump = value === undefined ? "not set\n" : dumpPages(value.pages);
    if (update || !existsSync(plate)) {
      if (!update) throw new Error(`no plate ${plate}: look at the page, then run with UPDATE_PLATES=1`);
      mkdirSync(dirname(plate), { recursive: true });
      writeFileSync(plate, dump);
    }
    expect(dump).toBe(readFileSync(plate, "utf8"));
  });
});
