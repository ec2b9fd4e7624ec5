import { describe, expect, test } from "vitest";
import { articleOf, markdownText, outline, plain, read, summary } from "../reading.ts";

const body = (text: string) => outline(articleOf("a.md", markdownText(text)).body);
const found = (text: string) => summary(read("a.md", markdownText(text)).diagnostics);

describe("front matter", () => {
  test("a colon in a text is explained, where it stands", () => {
    const { value, diagnostics } = read("a.md", "---\nsection: Chronik\nheadline: Wien: Ja\n---\n\nText.");
    expect(value).toBeUndefined();
    expect(summary(diagnostics)).toEqual(["article/syntax 3:11"]);
    expect(diagnostics[0]?.hint).toContain("single quotes");
  });

  test("an unknown key is an error at the key, with the one that was meant", () => {
    const { diagnostics } = read("a.md", "---\nsection: Chronik\nheadlin: Titel\n---\n\nText.");
    expect(summary(diagnostics)).toEqual(["article/unknown-key 3:1"]);
    expect(diagnostics[0]?.hint).toBe("did you mean “headline”?");
  });

  test("numbers and dates are text", () => {
    expect(articleOf("a.md", "---\nsection: Chronik\nheadline: 2024\ndate: 2025-02-09\n---\n\nText.")).toMatchObject({
      headline: { text: "2024" },
      date: "2025-02-09",
    });
  });

  test("a key without value is as if it were not there", () => {
    expect(articleOf("a.md", "---\nsection: Chronik\nkicker:\nheadline: X\n---\n\nText.").kicker).toBeUndefined();
  });

  test("folded and quoted texts keep the place of every word", () => {
    const { deck, lead, source } = articleOf(
      "a.md",
      '---\nsection: Chronik\nheadline: X\ndeck: >\n  Ein Satz\n  in Falten\nlead: "Sagt \\"Ja\\" zu\\u0020allem"\n---\n\nText.',
    );
    expect([deck, lead].map((copy) => copy && plain(copy))).toEqual(["Ein Satz in Falten", "Sagt „Ja“ zu allem"]);
    for (const [copy, word] of [
      [deck, "Falten"],
      [lead, "Ja"],
      [lead, "allem"],
    ] as const) {
      const origin = copy?.origins[copy.text.indexOf(word)] ?? -1;
      expect(source.text.slice(origin, origin + word.length)).toBe(word);
    }
  });

  test("pictures may be listed, with numbers for the focal point", () => {
    const front =
      "---\nsection: A\nheadline: B\npictures:\n  - file: a.jpg\n    caption: C\n    credit: © D\n    focalPoint: { x: 0.5, y: 2 }\n---\n\nText.";
    expect(summary(read("a.md", front).diagnostics)).toEqual(["article/schema 8:30"]);
    expect(articleOf("a.md", front.replace("y: 2", "y: 0.2")).pictures).toMatchObject([
      { file: { path: "a.jpg" }, caption: { text: "C" }, focalPoint: { x: 0.5, y: 0.2 } },
    ]);
  });

  test("front matter without end, and text below the wrong kind of value, are errors", () => {
    expect(summary(read("a.md", "---\nsection: Chronik\n\nText.").diagnostics)).toEqual(["article/front-matter 1:1"]);
    expect(summary(read("a.md", "---\nsection:\n  a: b\n---\nText.").diagnostics)).toEqual(["article/schema 3:3"]);
  });

  test("a value behind an alias is refused, not lost", () => {
    const { value, diagnostics } = read("a.md", "---\nsection: &s Chronik\nkicker: *s\n---\n\n# X\n\nText.");
    expect(value).toBeUndefined();
    expect(summary(diagnostics)).toEqual(["article/schema 2:1"]);
  });
});

describe("headings", () => {
  test("# is the headline and ## a crosshead", () => {
    expect(body("Eins.\n\n## Zwei\n\nDrei.")).toEqual(["paragraph: Eins.", "crosshead: Zwei", "paragraph: Drei."]);
  });

  test("a headline in both places is an error, and the front matter counts", () => {
    const { value, diagnostics } = read("a.md", "---\nsection: A\nheadline: Oben\n---\n\n# Unten\n\nText.");
    expect(value?.headline.text).toBe("Oben");
    expect(summary(diagnostics)).toEqual(["article/duplicate 6:3"]);
  });

  test("deeper headings become crossheads, and it is said", () => {
    expect(body("Eins.\n\n### Zwei\n\nDrei.")[1]).toBe("crosshead: Zwei");
    expect(found("Eins.\n\n### Zwei\n\nDrei.")).toEqual(["article/simplified 9:5"]);
  });
});

describe("block quotes", () => {
  test.each(["> – Anna", "> — Anna", "> -- Anna", "> - Anna", ">\n> – Anna"])(
    "a quotation's last line %j says who spoke",
    (last) => {
      expect(body(`> "Nie."\n${last}`)).toEqual(["quotation: „Nie.“", "by: Anna"]);
    },
  );

  test("a block quote with a heading is a box", () => {
    expect(body("> ## Zahlen\n> Drei.\n>\n> 1. a\n> 2. b")).toEqual([
      "box: Zahlen",
      "  paragraph: Drei.",
      "  number: a",
      "  number: b",
    ]);
    expect(body("> ##\n>\n> Drei.")).toEqual(["box: ", "  paragraph: Drei."]);
  });
});

describe("lists", () => {
  test("bullets and numbers are lists", () => {
    expect(body("- a\n- b\n\nText\n\n1. c\n2. d")).toEqual([
      "bullet: a",
      "bullet: b",
      "paragraph: Text",
      "number: c",
      "number: d",
    ]);
  });

  test("a paragraph that begins with a date is none, and it is noted", () => {
    expect(body("8. Februar war der Tag.")).toEqual(["paragraph: 8. Februar war der Tag."]);
    expect(found("8. Februar war der Tag.")).toEqual(["article/ambiguous-list 7:1"]);
  });
});

describe("pictures", () => {
  test.each([
    ["lines below the image", "![Ein Schiff](a.jpg)\nDie Fähre\n© APA"],
    ["the image's title", '![Ein Schiff](a.jpg "Die Fähre © APA")'],
    ["title and line", '![Ein Schiff](a.jpg "Die Fähre")\n© APA'],
  ])("caption and credit may be in %s", (_, text) => {
    const [picture] = articleOf("a.md", markdownText(`${text}\n\nText.`)).pictures;
    expect(picture && [picture.file?.path, picture.alternative, plain(picture.caption), plain(picture.credit)]).toEqual(
      ["a.jpg", "Ein Schiff", "Die Fähre", "© APA"],
    );
  });

  test("an image without file, and a credit without image, are pictures to come", () => {
    const { pictures } = articleOf("a.md", markdownText("![]()\nEins\n© A\n\nZwei\n© B\n\nText."));
    expect(pictures.map(({ file, caption }) => [file, caption.text])).toEqual([
      [undefined, "Eins"],
      [undefined, "Zwei"],
    ]);
  });

  test("an image without credit is an error", () => {
    expect(found("![Ein Schiff](a.jpg)\nDie Fähre\n\nText.")).toEqual(["article/missing-credit 8:1"]);
  });
});

describe("inline text", () => {
  const first = (text: string) => {
    const [block] = articleOf("a.md", markdownText(text)).body;
    if (block?.kind !== "paragraph") throw new Error("no paragraph");
    return block.text;
  };

  test("emphasis is marked, also when it is nested", () => {
    const { text, marks } = first("Ein *leises **und gutes*** Schiff.");
    expect(text).toBe("Ein leises und gutes Schiff.");
    expect(marks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      "emphasis leises und gutes",
      "strong und gutes",
    ]);
  });

  test("emphasis nested without end is taken as written and does not exhaust the stack", () => {
    const deep = `${"*a **a ".repeat(1000)}${"a** a*".repeat(1000)}`;
    const { value, diagnostics } = read("a.md", markdownText(deep));
    expect(value).toBeDefined();
    expect(diagnostics.some(({ code }) => code === "article/markup")).toBe(true);
  });

  test("gender stars are letters and no emphasis", () => {
    expect(first("Kolleg*innen und Schüler*innen.")).toMatchObject({
      text: "Kolleg*innen und Schüler*innen.",
      marks: [],
    });
  });

  test("escapes and character references are resolved, and the words behind them keep their places", () => {
    const copy = first("A \\* B &amp; C &ndash; D");
    expect(plain(copy)).toBe("A * B & C – D");
    const { source } = copy;
    for (const letter of ["B", "C", "D"])
      expect(source.text[copy.origins[copy.text.indexOf(letter)] ?? -1]).toBe(letter);
  });

  test("links keep their text, HTML is printed as written, comments are left out", () => {
    expect(body("Siehe [hier](https://a.at).\n\nEin <b>Wort</b>.\n\n<!-- intern -->")).toEqual([
      "paragraph: Siehe hier.",
      "paragraph: Ein <b>Wort</b>.",
    ]);
    expect(found("Siehe [hier](https://a.at).\n\n<div>x</div>")).toEqual([
      "article/simplified 7:8",
      "article/markup 9:1",
    ]);
  });
});

describe("tables and what may be left out", () => {
  test("a bold line above a table is its title, an empty header is none", () => {
    expect(body("Text.\n\n**Preise**\n\n| A | B |\n|---|---|\n| 1 | *2* |")).toEqual([
      "paragraph: Text.",
      "table: Preise",
      "  header: A | B",
      "  row: 1 | 2",
    ]);
    expect(body("Text.\n\n|   |   |\n|---|---|\n| 1 | 2 |")).toEqual(["paragraph: Text.", "table: ", "  row: 1 | 2"]);
  });

  test("a header may have empty cells", () => {
    const { body: blocks } = articleOf("a.md", markdownText("Text.\n\n| | 2025 |\n|---|---|\n| Graz | 2 |"));
    expect(blocks[1]).toMatchObject({ kind: "table", header: [{ text: "" }, { text: "2025" }] });
  });

  test("<!-- optional --> marks the block below, and is reported above a paragraph", () => {
    const { body: blocks } = articleOf("a.md", markdownText("Text.\n\n<!-- optional -->\n\n> Nein.\n\nEnde."));
    expect(blocks.map((block) => "optional" in block && block.optional)).toEqual([false, true, false]);
    expect(found("Text.\n\n<!-- optional -->\n\nEnde.")).toEqual(["article/not-optional 9:1"]);
  });
});
