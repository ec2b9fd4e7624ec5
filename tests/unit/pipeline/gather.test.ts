import { describe, expect, it } from "vitest";
import { gather, makeUp, press, type GatheringOrder, type MadeUp } from "../../../src/pipeline.ts";
import { world } from "../../support/archived.ts";
import { projectPath } from "../../support/desk.ts";
import { openPdf, reference } from "../../support/pdf/objects.ts";
import { readGlyphs, type PageGlyph } from "../../support/pdf/read-glyphs.ts";

function madeUp(article: string, folio: number): MadeUp {
  const { value } = makeUp(world, { article: projectPath(`articles/${article}`), template: "a4-3", folio });
  if (value === undefined) throw new Error(`${article} cannot be set`);
  return value;
}

const articles = [
  madeUp("nordkorea-atomare-aufruestung.txt", 1),
  madeUp("raumfahrt-frauen.json", 2),
  madeUp("gletscher-reportage.md", 3),
];

const UNDATED: GatheringOrder = { purpose: "press", title: "Tag" };

async function file(of: readonly MadeUp[], order: GatheringOrder) {
  const gathering = gather(world, order);
  const findings = [];
  for (const one of of) findings.push(await gathering.add(one));
  return { ...gathering.finish(), findings };
}

async function bytesOf(of: readonly MadeUp[], more: Partial<GatheringOrder> = {}): Promise<Uint8Array> {
  return (await file(of, { ...UNDATED, date: "2025-02-09", ...more })).value ?? new Uint8Array();
}

/** Where glyphs stand on a page, and how they read; fonts have other names in another file. */
function placed(glyphs: readonly PageGlyph[], page: number) {
  return glyphs.filter((glyph) => glyph.page === page).map(({ x, y, size, text }) => ({ x, y, size, text }));
}

describe("a file of several articles", () => {
  it("prints each of them as a file of its own does", async () => {
    const glyphs = readGlyphs(await bytesOf(articles));
    let page = 1;
    for (const article of articles) {
      const own = readGlyphs((await press(world, article, { date: "2025-02-09" })).value);
      for (let index = 1; index <= article.pages.length; index++, page++)
        expect(placed(glyphs, page)).toEqual(placed(own, index));
    }
    expect(page - 1).toBe(4);
  });

  it.each(["press", "screen"] as const)("is the same, byte for byte, each time, for %s", async (purpose) => {
    expect(await bytesOf(articles, { purpose })).toEqual(await bytesOf(articles, { purpose }));
  });

  it("has an element for each article below the document, and an entry of the outline", async () => {
    const bytes = await bytesOf(articles);
    const pdf = openPdf(bytes);
    const catalog = pdf.dictionary(reference(pdf.trailer, "Root"));
    const tree = pdf.dictionary(reference(catalog, "StructTreeRoot"));
    const top = pdf.dictionary(Number(/\/K \[(\d+) 0 R\]/.exec(tree)?.[1]));
    expect(top).toContain("/S /Document");
    const below = [...(/\/K \[(.*?)\]/s.exec(top)?.[1] ?? "").matchAll(/(\d+) 0 R/g)];
    expect(below.map(([, id]) => /\/S \/(\w+)/.exec(pdf.dictionary(Number(id)))?.[1])).toEqual(["Art", "Art", "Art"]);
    const outline = pdf.dictionary(reference(catalog, "Outlines"));
    expect(pdf.dictionary(reference(outline, "First"))).toContain("/Fit]");
    expect(
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/Dest \[/g)?.length,
    ).toBe(3);
  });

  it("counts the owners of marked content through all pages", async () => {
    const text = Buffer.from(await bytesOf(articles)).toString("latin1");
    const parents = Array.from(text.matchAll(/\/StructParents (\d+)/g), ([, number]) => Number(number));
    expect(parents.toSorted()).toEqual([0, 1, 2, 3]);
    expect(text).toContain("/ParentTreeNextKey 4");
  });

  it("embeds each face once, however many articles show it", async () => {
    const text = Buffer.from(await bytesOf(articles)).toString("latin1");
    const faces = Array.from(text.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g), ([, name]) => name);
    expect(faces.length).toBeGreaterThan(4);
    expect(new Set(faces).size).toBe(faces.length);
  });

  it("says of itself its own title, and what all articles say alike", async () => {
    const text = Buffer.from(await bytesOf([...articles.slice(0, 1), ...articles.slice(0, 1)])).toString("utf8");
    const several = Buffer.from(await bytesOf(articles)).toString("utf8");
    expect(several).toContain('<rdf:li xml:lang="x-default">Tag</rdf:li>');
    expect(text).toContain("<prism:section>Außenpolitik andere Staaten");
    expect(several).not.toContain("<prism:section>");
  });

  it("has the date of its latest article where nobody gives one", async () => {
    const dated = articles.map((one, day) => withDate(one, `2025-02-0${day + 1}`));
    const { value, diagnostics } = await file(dated, UNDATED);
    expect(Buffer.from(value ?? []).toString("latin1")).toContain("<xmp:CreateDate>2025-02-03T");
    expect(diagnostics).toEqual([]);
  });

  it("is reported once where no article has a date, and not for each of them", async () => {
    const { diagnostics, findings } = await file(articles.slice(0, 1), UNDATED);
    expect(diagnostics.map(({ code }) => code)).toEqual(["pipeline/no-date"]);
    expect(findings.flat()).toEqual([]);
  });

  it("says of an article that is in another language than the first", async () => {
    const [first, second] = articles;
    if (first === undefined || second === undefined) throw new Error("there are no articles");
    const swiss = { ...second, article: { ...second.article, language: "de-CH" as const } };
    const text = Buffer.from(await bytesOf([first, swiss])).toString("latin1");
    expect(text.match(/\/Lang \([\w-]+\)/g)).toEqual(["/Lang (de-CH)", "/Lang (de-AT)"]);
  });

  it("is no file when nothing is in it", async () => {
    expect((await file([], UNDATED)).value).toBeUndefined();
  });
});

function withDate(one: MadeUp, date: string): MadeUp {
  return { ...one, article: { ...one.article, date } };
}
