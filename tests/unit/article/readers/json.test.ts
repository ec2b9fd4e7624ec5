import { describe, expect, test } from "vitest";
import { articleOf, plain, read, summary } from "../reading.ts";

const base = { section: "Chronik", headline: "Titel", body: ["Text."] };
const json = (changes: object) => JSON.stringify({ ...base, ...changes }, null, 1);
const messages = (changes: object) => read("a.json", json(changes)).diagnostics.map(({ message }) => message);

describe("places", () => {
  test("every character of a string leads to its place, escapes included", () => {
    const text = String.raw`{"section":"Au\u00dfen","headline":"Er: \"Ja\" zu\tallem","body":["Text."]}`;
    const { section, headline } = articleOf("a.json", text);
    expect([plain(section), plain(headline)]).toEqual(["Außen", "Er: „Ja“ zu allem"]);
    expect(section.origins).toEqual([12, 13, 14, 20, 21, 22]);
    const emoji = text.replace("Text.", "😀.");
    const at = emoji.indexOf("😀");
    const origins = [at, at + 1, at + 2, at + 3];
    expect(articleOf("a.json", emoji).body[0]).toMatchObject({ text: { text: "😀.", origins } });
    const origin = headline.origins[headline.text.indexOf("allem")] ?? -1;
    expect(text.slice(origin, origin + 5)).toBe("allem");
  });

  test("a text in runs has the marks of its runs", () => {
    const { headline } = articleOf(
      "a.json",
      json({ headline: ["Ein ", { text: "gutes", emphasis: true, strong: true }, " Schiff"] }),
    );
    expect(headline.text).toBe("Ein gutes Schiff");
    expect(headline.marks).toEqual([
      { kind: "strong", start: 4, end: 9 },
      { kind: "emphasis", start: 4, end: 9 },
    ]);
  });
});

describe("what is broken", () => {
  test("a syntax error says where", () => {
    expect(summary(read("a.json", '{\n  "section": "A",\n  "headline" "B"\n}').diagnostics)).toEqual([
      "article/syntax 3:14",
    ]);
  });

  test("an unknown key is an error at the key, with the one that was meant in that place", () => {
    const { diagnostics } = read("a.json", json({ pictures: [{ captoin: "A", caption: "B", credit: "© C" }] }));
    expect(summary(diagnostics)).toEqual(["article/unknown-key 9:4"]);
    expect(diagnostics[0]).toMatchObject({
      message: "the key “captoin” means nothing in “pictures[0]”",
      hint: "did you mean “caption”?",
    });
  });

  test("an unknown key inside a block is looked for among that block's keys", () => {
    const [found] = read("a.json", json({ body: [{ kind: "quotation", text: "A", atribution: "B" }] })).diagnostics;
    expect(found?.hint).toBe("did you mean “attribution”?");
  });

  test.each([
    [{ headline: 3 }, "“headline”: expected text, or a list of texts with emphasis, found a number"],
    [{ headline: ["a", { text: 1 }] }, "“headline[1].text”: expected text, found a number"],
    [{ body: "Text" }, "“body”: expected a list, found text"],
    [
      { body: [{ kind: "crossheat", text: "A" }] },
      "“body[0].kind”: “crossheat” is none of paragraph, crosshead, quotation, list, box, table; did you mean “crosshead”?",
    ],
    [{ body: [7] }, '“body[0]”: expected a paragraph as text, or an object with a "kind", found a number'],
    [{ body: [{ kind: "list" }] }, "“body[0].items” is missing"],
    [{ pictures: [{ focalPoint: { x: 3, y: 0 } }] }, "“pictures[0].focalPoint.x”: 3 is more than 1"],
  ])("%j is told in words", (changes, message) => {
    expect(messages(changes)).toEqual([message]);
  });

  test("a key given twice is an error", () => {
    expect(summary(read("a.json", '{"section":"A","section":"B","headline":"C","body":["D"]}').diagnostics)).toEqual([
      "article/duplicate 1:16",
    ]);
  });

  test("nesting without end is an error and no crash", () => {
    for (const text of ["[".repeat(50_000), `{"body":${'{"a":'.repeat(50_000)}`]) {
      expect(summary(read("a.json", text).diagnostics)[0]).toMatch(/^article\/nesting/);
    }
  });

  test.each(["3", "null", "[]", '"Text"'])("%s alone is no article", (text) => {
    const { value, diagnostics } = read("a.json", text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["article/schema"]);
  });
});
