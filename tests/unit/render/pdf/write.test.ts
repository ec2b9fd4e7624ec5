import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type {
  DisplayList,
  GlyphsOperation,
  Operation,
  StructureElement,
} from "../../../../src/render/display/index.ts";
import {
  PRESS,
  PRESS_INKS,
  SCREEN,
  screenInks,
  writePdf,
  type PdfResources,
} from "../../../../src/render/pdf/index.ts";
import { bundledCondition, profileOf } from "../../../support/condition.ts";
import { setter } from "../../../support/desk.ts";
import { openPdf, reference } from "../../../support/pdf/objects.ts";
import { readGlyphs } from "../../../support/pdf/read-glyphs.ts";

const BLACK = { c: 0, m: 0, y: 0, k: 1 };
const BARE: StructureElement = { id: 0, type: "Sect", children: [] };
const FACE = "SourceSerif4-Regular";

function glyphs(text: string, more: Partial<GlyphsOperation> = {}): GlyphsOperation {
  const shaped = setter.fonts.face(FACE).shape(text);
  const size = more.size ?? 9.2;
  let x = 0;
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
    x: 20,
    glyphs: placed,
    ...more,
  };
}

function list(...operations: Operation[]): DisplayList {
  const trim = { x: 0, y: 0, width: 200, height: 300 };
  const bleed = { x: -10, y: -10, width: 220, height: 320 };
  const media = { x: -30, y: -30, width: 260, height: 365 };
  return { title: "Prüfung", language: "de-AT", structure: BARE, pages: [{ trim, bleed, media, operations }] };
}

const CONDITION = bundledCondition("austria-newsprint");

type Changes = Partial<Pick<PdfResources, "inks" | "profile" | "standards">>;

function write(display: DisplayList, title = "Prüfung <&>", changes: Changes = {}): Uint8Array {
  return writePdf(display, {
    face: (name) => setter.fonts.face(name),
    picture: () => undefined,
    intent: CONDITION.outputIntent,
    profile: profileOf(CONDITION),
    standards: PRESS,
    inks: PRESS_INKS,
    metadata: { title, language: "de-AT", date: "2025-02-09" },
    ...changes,
  });
}

function content(display: DisplayList, changes: Changes = {}): string {
  const file = openPdf(write(display, undefined, changes));
  const kids = file.dictionary(reference(file.dictionary(reference(file.trailer, "Root")), "Pages"));
  return file.stream(reference(file.dictionary(Number(/\/Kids \[(\d+)/.exec(kids)?.[1])), "Contents"));
}

describe("a PDF", () => {
  it("has every glyph where the display list has it, to a two-hundredth of a point", () => {
    const operation = glyphs("Atomstreitkräfte, Schifffahrt „Koffer“ und Pjöngjang", {
      scaling: 1.013,
      tracking: 0.071,
    });
    const read = readGlyphs(write(list(operation)));
    expect(read.length).toBe(operation.glyphs.length);
    for (const [index, { x, y }] of read.entries()) {
      expect(Math.abs(x - 30 - operation.x - (operation.glyphs[index]?.x ?? 0))).toBeLessThan(0.005);
      expect(Math.abs(y - 30 - 50)).toBeLessThan(0.005);
    }
  });

  it("reads as the copy: ligatures as their letters, typographic quotes as themselves", () => {
    const read = readGlyphs(write(list(glyphs("„Koffer“ finden"))));
    expect(read.map(({ text }) => text).join("")).toBe("„Koffer“ finden");
  });

  it("reads the hyphen of a division as a soft one, and keeps an author's hyphen at a line's end", () => {
    const soft = glyphs("Streit-");
    const divided = {
      ...soft,
      glyphs: soft.glyphs.map((glyph) => (glyph.text === "-" ? { ...glyph, text: "\u00AD" } : glyph)),
    };
    const compound = glyphs("Ukraine-", { lineEnd: "explicit" });
    const inside = glyphs("US-Präsident ", { lineEnd: "word" });
    const hanging = glyphs("Atom- ", { lineEnd: "word" });
    const read = readGlyphs(write(list({ ...divided, lineEnd: "hyphen" }, compound, inside, hanging)));
    expect(read.map(({ text }) => text).join("")).toBe("Streit\u00ADUkraine‐US-Präsident Atom‐ ");
  });

  it("has an XMP packet that is XML, whatever the title holds", () => {
    const text = Buffer.from(write(list(glyphs("Titel")), "a\u0000\u0008b\uD800c\uFFFEd")).toString("utf8");
    expect(text).toContain('<rdf:li xml:lang="x-default">abcd</rdf:li>');
  });

  it("prints black text on the black plate alone", () => {
    const stream = content(list(glyphs("Schwarz")));
    expect(stream).toMatch(/BT\n\/GO gs\n0 0 0 1 k\n/);
    expect(stream).not.toMatch(/\b(rg|RG|g|G)\b/);
  });

  it("states sheet, bleed and trim in its page boxes", () => {
    const text = Buffer.from(write(list(glyphs("Format")))).toString("latin1");
    expect(text).toContain("/MediaBox [0 0 260 365]");
    expect(text).toContain("/BleedBox [20 25 240 345]");
    expect(text).toContain("/TrimBox [30 35 230 335]");
    expect(text).not.toMatch(/UserUnit|CropBox/);
  });

  it("states title and language, escaped in its XMP packet", () => {
    const text = Buffer.from(write(list(glyphs("Titel")))).toString("utf8");
    expect(text).toContain("Prüfung &lt;&amp;&gt;");
    expect(text).toContain("/Lang (de-AT)");
    expect(text).toContain("/DisplayDocTitle true");
    expect(text).toContain("/Trapped");
  });

  it("has the date that it is given, and nothing from the clock, in its Info dictionary and XMP alike", () => {
    const text = Buffer.from(write(list(glyphs("Zeit")))).toString("latin1");
    const dates = text.match(/<xmp:\w+Date>[^<]+|(?<=obj\n)\(D:\d+Z\)/g);
    expect(dates?.toSorted()).toEqual([
      "(D:20250209000000Z)",
      "(D:20250209000000Z)",
      "<xmp:CreateDate>2025-02-09T00:00:00Z",
      "<xmp:MetadataDate>2025-02-09T00:00:00Z",
      "<xmp:ModifyDate>2025-02-09T00:00:00Z",
    ]);
  });

  it("is the same, byte for byte, whatever was written before it", () => {
    const first = write(list(glyphs("Gleich wie immer")));
    write(list(glyphs("Ganz anders \u2010 und mehr")), "Anderes");
    expect(Buffer.compare(write(list(glyphs("Gleich wie immer"))), first)).toBe(0);
  });

  it("has another identifier when its content differs", () => {
    const id = (bytes: Uint8Array): string =>
      /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString("latin1"))?.[1] ?? "";
    const [one, other] = [id(write(list(glyphs("eins")))), id(write(list(glyphs("zwei"))))];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
  });

  it("lets black print over what lies below, and spares out all other inks", () => {
    const rect = { x: 0, y: 0, width: 10, height: 10 };
    const grey = { ...BLACK, k: 0.4 };
    const stream = content(
      list({ kind: "fill", rect, ink: grey }, glyphs("Schwarz"), { kind: "fill", rect, ink: grey }),
    );
    expect(stream.match(/\/G[OK] gs|[\d.]+ k$/gm)).toEqual(["0.4 k", "/GO gs", "1 k", "/GK gs", "0.4 k"]);
    const file = Buffer.from(write(list(glyphs("Schwarz")))).toString("latin1");
    expect(file).toMatch(/\/OP true\s+\/op true\s+\/OPM 1/);
  });

  it("names its press for PDF/X first and for PDF/A, with one embedded profile", () => {
    const file = Buffer.from(write(list(glyphs("Druck")))).toString("latin1");
    const intents = [...file.matchAll(/\/S \/(GTS_PDF\w+)[\s\S]*?\/DestOutputProfile (\d+) 0 R/g)];
    expect(intents.map(([, standard]) => standard)).toEqual(["GTS_PDFX", "GTS_PDFA1"]);
    expect(new Set(intents.map(([, , profile]) => profile)).size).toBe(1);
    expect(file).toContain("/OutputConditionIdentifier (CGATS TR 002)");
    expect(file).toContain("/RegistryName (http://www.color.org)");
  });

  it("is all in sRGB for screens, with an output intent of three components, and nothing that overprints", () => {
    const screened = { inks: screenInks(({ k }) => [1 - k, 1 - k, 0.5]), standards: SCREEN };
    const page = list(glyphs("Schirm"), {
      kind: "stroke",
      from: { x: 1, y: 1 },
      to: { x: 9, y: 9 },
      width: 1,
      ink: BLACK,
    });
    const bytes = write(page, undefined, screened);
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toMatch(/\/N 3\b/);
    expect(text).not.toMatch(/GTS_PDFX|ExtGState/);
    const stream = content(page, screened);
    expect(stream).toContain("0 0 0.5 rg");
    expect(stream).toContain("0 0 0.5 RG");
    expect(stream).not.toMatch(/\b[kK]\b|gs/);
  });

  it("says which standards it keeps to", () => {
    const text = Buffer.from(write(list(glyphs("Norm")))).toString("latin1");
    for (const claim of [
      "<pdfxid:GTS_PDFXVersion>PDF/X-4<",
      "<pdfaid:part>2<",
      "<pdfaid:conformance>A<",
      "<pdfuaid:part>1<",
      "(PDF/X-4)\nendobj",
      "/False\nendobj",
      "<pdf:Trapped>False<",
    ])
      expect(text).toContain(claim);
    expect(text.startsWith("%PDF-1.6")).toBe(true);
  });
});

describe("the structure in a PDF", () => {
  const leaf = (id: number, type: StructureElement["type"]): StructureElement => ({ id, type, children: [] });

  /** A headline and a paragraph that goes on behind a rule. */
  const tagged = (): DisplayList => {
    const rule: Operation = { kind: "fill", rect: { x: 0, y: 0, width: 9, height: 1 }, ink: BLACK };
    const structure: StructureElement = { id: 0, type: "Art", children: [leaf(1, "H1"), leaf(2, "P")] };
    const operations = [glyphs("Titel", { tag: 1 }), glyphs("Ein", { tag: 2 }), rule, glyphs("Absatz", { tag: 2 })];
    return { ...list(...operations), structure };
  };

  it("marks every piece of the page as an element's or as an artifact", () => {
    const stream = content(tagged());
    expect(stream.match(/^\/\w+ <<.*BDC$/gm)).toEqual([
      "/H1 <</MCID 0>> BDC",
      "/P <</MCID 1>> BDC",
      "/Artifact <</Type /Layout>> BDC",
      "/P <</MCID 2>> BDC",
    ]);
    expect(stream.match(/^EMC$/gm)).toHaveLength(4);
  });

  it("leads from elements to their pieces in reading order, and back", () => {
    const bytes = write(tagged());
    const file = openPdf(bytes);
    const catalog = file.dictionary(reference(file.trailer, "Root"));
    expect(file.dictionary(reference(catalog, "MarkInfo"))).toContain("/Marked true");
    const tree = file.dictionary(reference(catalog, "StructTreeRoot"));
    const article = file.dictionary(Number(/\/K \[(\d+)/.exec(tree)?.[1]));
    const kids = (/\/K \[(.*?)\]/s.exec(article)?.[1] ?? "").match(/\d+(?= 0 R)/g)?.map(Number) ?? [];
    const pieces = kids.map((id) => /\/K \[(.*)\]/.exec(file.dictionary(id))?.[1]);
    expect(pieces).toEqual(["0", "1 2"]);
    const page = reference(file.dictionary(reference(catalog, "Pages")).replace("[", ""), "Kids");
    for (const id of kids) expect(reference(file.dictionary(id), "Pg")).toBe(page);
    const owners = (/\/Nums \[0 \[(.*?)\]/s.exec(tree)?.[1] ?? "").match(/\d+(?= 0 R)/g)?.map(Number);
    expect(owners).toEqual([kids[0], kids[1], kids[1]]);
  });

  it("has a span for a divided word, among the pieces of its paragraph, that says how it reads", () => {
    const span: StructureElement = { id: 3, type: "Span", children: [], actual: "Rückhalt" };
    const structure: StructureElement = { id: 0, type: "Art", children: [{ ...leaf(2, "P"), children: [span] }] };
    const operations = [
      glyphs("ein ", { tag: 2 }),
      glyphs("Rück", { tag: 3 }),
      glyphs("halt", { tag: 3, baseline: 62 }),
      glyphs(" da", { tag: 2, baseline: 62 }),
    ];
    const file = openPdf(write({ ...list(...operations), structure }));
    const tree = file.dictionary(reference(file.dictionary(reference(file.trailer, "Root")), "StructTreeRoot"));
    const article = file.dictionary(Number(/\/K \[(\d+)/.exec(tree)?.[1]));
    const paragraph = file.dictionary(Number(/\/K \[(\d+)/.exec(article)?.[1]));
    const kids = /\/K \[0 (\d+) 0 R 2\]/.exec(paragraph);
    const word = file.dictionary(Number(kids?.[1]));
    expect(word).toMatch(/\/S \/Span/);
    expect(word).toContain("/K [1]");
    expect(word).toContain("/ActualText");
  });

  it("takes the profile deflated where it lies ready, and deflates it where it does not", () => {
    const profile = profileOf(CONDITION);
    const asked: string[] = [];
    const ready = (data: Uint8Array | undefined) => (digest: string) => {
      asked.push(digest);
      return data;
    };
    const file = (deflated: (digest: string) => Uint8Array | undefined): Buffer =>
      Buffer.from(write(list(), undefined, { profile: { bytes: Uint8Array.from(profile.bytes), deflated } }));
    const other = deflateSync(profile.bytes, { level: 1 });
    expect(file(ready(other)).includes(other)).toBe(true);
    expect(file(ready(undefined)).includes(deflateSync(profile.bytes))).toBe(true);
    const digest = createHash("sha256").update(profile.bytes).digest("hex");
    expect(asked).toEqual([digest, digest]);
  });

  it("finds the way back on every page", () => {
    const { pages, ...rest } = tagged();
    const text = Buffer.from(write({ ...rest, pages: [...pages, ...pages] })).toString("latin1");
    expect(text.match(/\/StructParents \d/g)).toEqual(["/StructParents 0", "/StructParents 1"]);
  });

  it("says of the head of the page and of marks what they are", () => {
    const stream = content(list(glyphs("Politik", { tag: "header" }), glyphs("Passer", { tag: "mark" })));
    expect(stream).toContain("/Artifact <</Type /Pagination>> BDC");
    expect(stream).toContain("/Artifact <</Type /Page>> BDC");
  });
});
