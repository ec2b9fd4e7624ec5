import { describe, expect, it } from "vitest";
import { LIMITS, pagesOf, type PdfFile } from "../../../../src/preflight/reader/index.ts";
import { buildPdf, bytes, flateOf, openBuilt, streamOf } from "../../../support/pdf/build.ts";

const CATALOG = "<</Type /Catalog /Pages 2 0 R>>";
const PAGES = "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 9 9]>>";
const PAGE = "<</Type /Page /Parent 2 0 R>>";

function pageCount(file: PdfFile): number {
  return [...pagesOf(file)].length;
}

function faults(file: PdfFile): string {
  return [...file.faults.keys()].join("; ");
}

/** The same document with its objects in an object stream and its cross-references in a stream. */
function packedPdf(): Uint8Array {
  const objects = [CATALOG, PAGES, PAGE];
  let [heads, bodies] = ["", ""];
  for (const [index, object] of objects.entries()) {
    heads += `${index + 1} ${bodies.length} `;
    bodies += `${object} `;
  }
  let text = "%PDF-1.6\n";
  const stream = text.length;
  text += `4 0 obj\n${flateOf(heads + bodies, `/Type /ObjStm /N 3 /First ${heads.length}`)}\nendobj\n`;
  const xref = text.length;
  const entry = (kind: number, second: number, third: number): string =>
    String.fromCharCode(kind, second >> 8, second & 255, third);
  const entries = [
    entry(0, 0, 0),
    entry(2, 4, 0),
    entry(2, 4, 1),
    entry(2, 4, 2),
    entry(1, stream, 0),
    entry(1, xref, 0),
  ];
  text += `5 0 obj\n${flateOf(entries.join(""), "/Type /XRef /W [1 2 1] /Size 6 /Root 1 0 R")}\nendobj\n`;
  return bytes(`${text}startxref\n${xref}\n%%EOF\n`);
}

describe("the reader", () => {
  it("reads a cross-reference table", () => {
    const file = openBuilt(buildPdf([CATALOG, PAGES, PAGE]));
    expect(pageCount(file)).toBe(1);
    expect(faults(file)).toBe("");
  });

  it("reads object streams and cross-reference streams", () => {
    const file = openBuilt(packedPdf());
    expect(pageCount(file)).toBe(1);
    expect(faults(file)).toBe("");
  });

  it("lets the newer of two sections count", () => {
    const old = Buffer.from(buildPdf([CATALOG, PAGES, PAGE])).toString("latin1");
    const first = Number(/startxref\n(\d+)/.exec(old)?.[1]);
    const changed = "3 0 obj\n<</Type /Page /Parent 2 0 R /Rotate 90>>\nendobj\n";
    const table = `xref\n3 1\n${String(old.length).padStart(10, "0")} 00000 n \n`;
    const trailer = `trailer\n<</Size 4 /Root 1 0 R /Prev ${first}>>\nstartxref\n${old.length + changed.length}\n%%EOF\n`;
    const [page] = pagesOf(openBuilt(bytes(old + changed + table + trailer)));
    expect(page?.inherited("Rotate")).toBe(90);
  });

  it("finds the objects itself when the cross-references are broken, and says so", () => {
    const text = Buffer.from(buildPdf([CATALOG, PAGES, PAGE])).toString("latin1");
    const broken = openBuilt(bytes(text.replace(/startxref\n\d+/, "startxref\n99999")));
    expect(pageCount(broken)).toBe(1);
    expect(faults(broken)).toContain("made anew");
    const shifted = openBuilt(bytes(text.replace("1 0 obj", "% twenty bytes more\n1 0 obj")));
    expect(pageCount(shifted)).toBe(1);
    expect(faults(shifted)).not.toBe("");
  });

  it("finds objects in object streams when the cross-references are gone", () => {
    const text = Buffer.from(packedPdf()).toString("latin1");
    const file = openBuilt(bytes(text.slice(0, text.indexOf("5 0 obj"))));
    expect(pageCount(file)).toBe(1);
  });

  it("counts offsets from the header where something stands before it", () => {
    const file = openBuilt(
      bytes(`HTTP/1.1 200 OK\n${Buffer.from(buildPdf([CATALOG, PAGES, PAGE])).toString("latin1")}`),
    );
    expect(pageCount(file)).toBe(1);
    expect(faults(file)).toBe("");
  });

  it("finds the end of a stream whose Length is wrong", () => {
    const file = openBuilt(buildPdf([CATALOG, PAGES, PAGE, "<</Length 3>>\nstream\nlonger than that\nendstream"]));
    const stream = file.stream({ kind: "ref", number: 4, generation: 0 });
    expect(Buffer.from(stream?.data ?? []).toString()).toBe("longer than that");
    expect(faults(file)).toContain("Length is wrong");
  });

  it("inherits from the branches of the page tree", () => {
    const [page] = pagesOf(openBuilt(buildPdf([CATALOG, PAGES, PAGE])));
    expect(page?.inherited("MediaBox")).toMatchObject({ kind: "array" });
  });
});

describe("a hostile file", () => {
  it.each([
    ["references in a circle", [CATALOG, "3 0 R", "2 0 R"]],
    ["a page tree that contains itself", [CATALOG, "<</Type /Pages /Kids [2 0 R 2 0 R] /Count 1>>"]],
    ["a length that is its own", [CATALOG, PAGES, PAGE, "<</Length 4 0 R>>\nstream\nx\nendstream"]],
    [
      "an object stream that contains itself",
      [CATALOG, PAGES, PAGE, streamOf("4 0 null", "/Type /ObjStm /N 1 /First 4")],
    ],
  ])("with %s ends", (_, objects) => {
    const file = openBuilt(buildPdf(objects));
    expect(pageCount(file)).toBeLessThanOrEqual(1);
    for (const number of file.numbers) file.object(number);
  });

  it("with cross-references that come back to themselves ends", () => {
    const text = Buffer.from(buildPdf([CATALOG, PAGES, PAGE])).toString("latin1");
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    const file = openBuilt(bytes(text.replace("/Size 4", `/Prev ${start} /Size 4`)));
    expect(pageCount(file)).toBe(1);
    expect(faults(file)).toContain("comes back to itself");
  });

  it("that unpacks to more than the limit spends its budget and is noted", () => {
    const bomb = flateOf("\0".repeat(5_000_000));
    const file = openBuilt(buildPdf([CATALOG, PAGES, PAGE, bomb]), { ...LIMITS, streamBytes: 1_000_000 });
    const stream = file.stream({ kind: "ref", number: 4, generation: 0 });
    expect(stream && file.decode(stream).bytes.length).toBe(0);
    expect(file.budget.exhausted.join()).toContain("unpacked streams");
  });

  it("whose objects never end is read about once, not once for each", () => {
    const text = Array.from({ length: 3000 }, (_, index) => `${index + 1} 0 obj (\n`).join("");
    const file = openBuilt(bytes(`%PDF-1.6\n${text}${" ".repeat(100_000)}`));
    for (const number of file.numbers) file.object(number);
    expect(file.budget.exhausted.join()).toContain("do not end");
  });

  it("that has lost pages says so", () => {
    const file = openBuilt(buildPdf([CATALOG, "<</Type /Pages /Kids [3 0 R 9 0 R] /Count 2>>", PAGE]));
    expect(pageCount(file)).toBe(1);
    expect(faults(file)).toContain("no page");
    expect(faults(file)).toContain("says that it has 2 pages, and has 1");
  });
});
