import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readArticle, type Article } from "../../../src/article/index.ts";
import { hasErrors } from "../../../src/base/index.ts";
import { defaultHouse } from "../../../src/language/index.ts";
import { outline, plain } from "./reading.ts";

const names = readdirSync("articles").filter((name) => /\.(txt|md|json)$/.test(name));
const read = (name: string) => readArticle(`articles/${name}`, readFileSync(`articles/${name}`), defaultHouse);
const bodyLength = (article: Article): number => outline(article.body).join("").length;

test("the agency's file is read to the letter", () => {
  const { value, diagnostics } = read("nordkorea-atomare-aufruestung.txt");
  expect(
    value &&
      [value.section, value.headline, ...value.pictures.flatMap(({ caption, credit }) => [caption, credit])].map(plain),
  ).toEqual([
    "Außenpolitik andere Staaten",
    "Nordkoreas Diktator setzt auf atomare Aufrüstung",
    "Kim bei der Inspektion eines Atomwaffenlabors Ende Jänner",
    "© APA",
  ]);
  expect(value?.body.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => "paragraph"));
  expect(diagnostics.map(({ code }) => code)).toEqual(["article/picture-to-come"]);
});

describe.each(names)("%s", (name) => {
  test("is read without error, note or stray warning", () => {
    const { value, diagnostics } = read(name);
    expect(value).toBeDefined();
    expect(hasErrors(diagnostics)).toBe(false);
    expect(diagnostics.filter(({ code }) => code !== "article/picture-to-come")).toEqual([]);
  });

  test("names only pictures that are there and have a licence", () => {
    const licences = readFileSync("articles/pictures/LICENCES.md", "utf8");
    for (const { file } of read(name).value?.pictures ?? []) {
      if (file === undefined) continue;
      expect(existsSync(`articles/${file.path}`)).toBe(true);
      expect(licences).toContain(file.path.replace("pictures/", ""));
    }
  });
});

test("between them the articles show the whole range", () => {
  const articles = names.map((name) => read(name).value).filter((value) => value !== undefined);
  expect(articles.some((article) => bodyLength(article) < 700)).toBe(true);
  expect(articles.some((article) => bodyLength(article) > 7000)).toBe(true);
  expect(new Set(articles.map(({ pictures }) => pictures.length))).toEqual(new Set([0, 1, 2]));
  expect(new Set(articles.flatMap(({ body }) => body.map(({ kind }) => kind)))).toEqual(
    new Set(["paragraph", "crosshead", "quotation", "list", "box"]),
  );
});
