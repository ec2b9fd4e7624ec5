import { describe, expect, it } from "vitest";
import type { DisplayList, GlyphsOperation, Operation } from "../../../../src/render/display/index.ts";
import { writePdf } from "../../../../src/render/pdf/index.ts";
import { setter } from "../../../support/desk.ts";
import { openPdf, reference } from "../../../support/pdf/objects.ts";
import { readGlyphs } from "../../../support/pdf/read-glyphs.ts";

const BLACK = { c: 0, m: 0, y: 0, k: 1 };
const FACE = "SourceSerif4-Regular";

function glyphs(text: string, more: Partial<GlyphsOperation> = {}): GlyphsOperation {
  const shaped = setter.fonts.face(FACE).shape(text);
  const size = more.size ?? 9.2;
  let x = 20;
  const placed = shaped.map(({ glyph, advance, text: own }) => {
    const at = { glyph, x, text: own };
    x += advance * size * 1.0137;
    return at;
  });
  return {
    kind: "glyphs",
    face: FACE,
    size,
    scaling: 1,
    tracking: 0,
    baseline: 50,
    ink: BLACK,
    glyphs: placed,
    ...more,
  };
}

function list(...operations: Operation[]): DisplayList {
  const trim = { x: 0, y: 0, width: 200, height: 300 };
  const bleed = { x: -10, y: -10, width: 220, height: 320 };
  return { title: "Prüfung", language: "de-AT", pages: [{ trim, bleed, operations }] };
}

async function write(display: DisplayList, title = "Prüfung <&>"): Promise<Uint8Array> {
  const { value } = await writePdf(display, {
    face: (name) => setter.fonts.face(name),
    picture: () => undefined,
    metadata: { title, language: "de-AT" },
  });
  return value;
}

async function content(display: DisplayList): Promise<string> {
  const file = openPdf(await write(display));
  const kids = file.dictionary(reference(file.dictionary(reference(file.trailer, "Root")), "Pages"));
  return file.stream(reference(file.dictionary(Number(/\/Kids \[(\d+)/.exec(kids)?.[1])), "Contents"));
}

describe("a PDF", () => {
  it("has every glyph where the display list has it, to a two-hundredth of a point", async () => {
    const operation = glyphs("Atomstreitkräfte, Schifffahrt „Koffer“ und Pjöngjang", {
      scaling: 1.013,
      tracking: 0.071,
    });
    const read = readGlyphs(await write(list(operation)));
    expect(read.length).toBe(operation.glyphs.length);
    for (const [index, { x, y }] of read.entries()) {
      expect(Math.abs(x - 10 - (operation.glyphs[index]?.x ?? 0))).toBeLessThan(0.005);
      expect(Math.abs(y - 10 - 50)).toBeLessThan(0.005);
    }
  });

  it("reads as the copy: ligatures as their letters, typographic quotes as themselves", async () => {
    const read = readGlyphs(await write(list(glyphs("„Koffer“ finden"))));
    expect(read.map(({ text }) => text).join("")).toBe("„Koffer“ finden");
  });

  it("joins a divided word and keeps an author's hyphen at a line's end", async () => {
    const soft = glyphs("Streit-");
    const divided = {
      ...soft,
      glyphs: soft.glyphs.map((glyph) => (glyph.text === "-" ? { ...glyph, text: "\u00AD" } : glyph)),
    };
    const compound = glyphs("Ukraine-", { lineEnd: "explicit" });
    const inside = glyphs("US-Präsident ", { lineEnd: "word" });
    const hanging = glyphs("Atom- ", { lineEnd: "word" });
    const read = readGlyphs(await write(list({ ...divided, lineEnd: "hyphen" }, compound, inside, hanging)));
    expect(read.map(({ text }) => text).join("")).toBe("Streit-Ukraine‐US-Präsident Atom‐ ");
  });

  it("says what the parts of a divided word read as together, and moves no glyph for it", async () => {
    const whole = glyphs("ein Rückhalt da");
    const parts = [
      { part: "second", word: "Wortende", start: 0, end: 4 },
      { part: "first", word: "Rückhalt", start: 4, end: 12 },
    ] as const;
    const marked = list({ ...whole, parts });
    expect(await content(marked)).toContain("/Span <</ActualText <FEFF005200FC0063006B00680061006C0074>>> BDC\n");
    expect((await content(marked)).match(/\bEMC\b/g)).toHaveLength(2);
    expect(await content(marked)).toContain("/Span <</ActualText <FEFF0020>>> BDC");
    const places = (bytes: Uint8Array) => readGlyphs(bytes).map(({ x, text }) => `${x.toFixed(2)} ${text}`);
    expect(places(await write(marked))).toEqual(places(await write(list(whole))));
  });

  it("has an XMP packet that is XML, whatever the title holds", async () => {
    const text = Buffer.from(await write(list(glyphs("Titel")), "a\u0000\u0008b\uD800c\uFFFEd")).toString("utf8");
    expect(text).toContain('<rdf:li xml:lang="x-default">abcd</rdf:li>');
  });

  it("prints black text on the black plate alone", async () => {
    const stream = await content(list(glyphs("Schwarz")));
    expect(stream).toMatch(/^BT\n0 0 0 1 k\n/);
    expect(stream).not.toMatch(/\b(rg|RG|g|G)\b/);
  });

  it("states trim and bleed in its page boxes", async () => {
    const text = Buffer.from(await write(list(glyphs("Format")))).toString("latin1");
    expect(text).toContain("/MediaBox [0 0 220 320]");
    expect(text).toContain("/BleedBox [0 0 220 320]");
    expect(text).toContain("/TrimBox [10 10 210 310]");
    expect(text).not.toContain("UserUnit");
  });

  it("states title and language, escaped in its XMP packet", async () => {
    const text = Buffer.from(await write(list(glyphs("Titel")))).toString("utf8");
    expect(text).toContain("Prüfung &lt;&amp;&gt;");
    expect(text).toContain("/Lang (de-AT)");
    expect(text).toContain("/DisplayDocTitle true");
    expect(text).toContain("/Trapped");
  });

  it("has nothing from the clock: no date when the article has none", async () => {
    const text = Buffer.from(await write(list(glyphs("Zeit")))).toString("latin1");
    expect(text).not.toMatch(/CreationDate|CreateDate|ModDate/);
  });

  it("is the same, byte for byte, whatever was written before it", async () => {
    const first = await write(list(glyphs("Gleich wie immer")));
    await write(list(glyphs("Ganz anders \u2010 und mehr")), "Anderes");
    expect(Buffer.compare(await write(list(glyphs("Gleich wie immer"))), first)).toBe(0);
  });

  it("has another identifier when its content differs", async () => {
    const id = (bytes: Uint8Array): string =>
      /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString("latin1"))?.[1] ?? "";
    const [one, other] = [id(await write(list(glyphs("eins")))), id(await write(list(glyphs("zwei"))))];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
  });

  it("reports a picture that cannot be embedded, and is written without it", async () => {
    const rect = { x: 0, y: 0, width: 10, height: 10 };
    const { value, diagnostics } = await writePdf(list({ kind: "picture", path: "kaputt.jpg", rect, window: rect }), {
      face: (name) => setter.fonts.face(name),
      picture: () => new Uint8Array([0xff, 0xd8, 0xff, 0x00]),
      metadata: { title: "x", language: "de-AT" },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["render/unreadable-picture"]);
    expect(value.length).toBeGreaterThan(500);
  });
});
