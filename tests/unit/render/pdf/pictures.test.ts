import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { DisplayList, PictureOperation } from "../../../../src/render/display/index.ts";
import { writePdf } from "../../../../src/render/pdf/index.ts";
import { projectPath, setter } from "../../../support/desk.ts";
import { openPdf, reference } from "../../../support/pdf/objects.ts";
import { jpeg, png } from "../../../support/pictures.ts";

const TRIM = { x: 0, y: 0, width: 200, height: 300 };
const RECT = { x: 20, y: 30, width: 120, height: 80 };
const WINDOW = { x: 30, y: 30, width: 100, height: 80 };

function picture(path: string): PictureOperation {
  return { kind: "picture", path, rect: RECT, window: WINDOW };
}

function write(files: Readonly<Record<string, Uint8Array>>, ...pages: PictureOperation[][]) {
  const list: DisplayList = {
    title: "Bilder",
    language: "de-AT",
    pages: pages.map((operations) => ({ trim: TRIM, bleed: TRIM, operations })),
  };
  return writePdf(list, {
    face: (name) => setter.fonts.face(name),
    picture: (path) => files[path],
    metadata: { title: "Bilder", language: "de-AT" },
  });
}

async function one(bytes: Uint8Array) {
  const { value, diagnostics } = await write({ bild: bytes }, [picture("bild")]);
  const text = Buffer.from(value).toString("latin1");
  const file = openPdf(value);
  const kids = file.dictionary(reference(file.dictionary(reference(file.trailer, "Root")), "Pages"));
  const page = file.dictionary(Number(/\/Kids \[(\d+)/.exec(kids)?.[1]));
  return { text, diagnostics, content: file.stream(reference(page, "Contents")) };
}

describe("a picture in a PDF", () => {
  it("is scaled to its rectangle and cropped by its window", async () => {
    const { content } = await one(jpeg());
    expect(content.trim()).toBe("q 30 190 100 80 re W n 120 0 0 80 20 190 cm /I1 Do Q");
  });

  it("is in the file once, however often and on however many pages it is drawn", async () => {
    const { value } = await write({ bild: jpeg() }, [picture("bild"), picture("bild")], [picture("bild")]);
    expect(
      Buffer.from(value)
        .toString("latin1")
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(1);
  });

  it("keeps the bytes of a JPEG as they are", async () => {
    const bytes = readFileSync(projectPath("articles/pictures/rocket.jpg"));
    const { value } = await write({ bild: bytes }, [picture("bild")]);
    expect(Buffer.from(value).includes(bytes)).toBe(true);
  });

  // EXIF 2.32, 4.6.4: where the stored rows begin, and where the columns do.
  it.each([
    [1, "top", "left"],
    [2, "top", "right"],
    [3, "bottom", "right"],
    [4, "bottom", "left"],
    [5, "left", "top"],
    [6, "right", "top"],
    [7, "right", "bottom"],
    [8, "left", "bottom"],
  ])("noted as %i has its first row at the %s and its first column at the %s", async (orientation, row, column) => {
    const { content } = await one(jpeg({ orientation }));
    const matrix = /re W n (.*) cm/.exec(content)?.[1]?.split(" ").map(Number) ?? [];
    expect(side(matrix, 0.5, 1)).toBe(row);
    expect(side(matrix, 0, 0.5)).toBe(column);
  });

  it("has the size in which it is stored, however it is to be seen", async () => {
    const { text } = await one(jpeg({ orientation: 6 }));
    expect(text).toMatch(/\/Width 60\s+\/Height 40/);
  });

  it("in CMYK is turned round only when Adobe's mark says that it must", async () => {
    const adobe = await one(jpeg({ components: 4, adobe: true }));
    const straight = await one(jpeg({ components: 4 }));
    expect(adobe.text).toContain("/Decode [1 0 1 0 1 0 1 0]");
    expect(straight.text).toContain("/DeviceCMYK");
    expect(straight.text).not.toContain("/Decode [");
  });

  it.each([
    { colour: 2, depth: 16 },
    { colour: 3, depth: 4, palette: 16 },
    { colour: 6 },
    { colour: 6, interlaced: true },
    { colour: 2, interlaced: true },
  ] as const)("can be a PNG of kind %j", async (order) => {
    const { diagnostics, content } = await one(png(order));
    expect(diagnostics).toEqual([]);
    expect(content).toContain("/I1 Do");
  });

  it.each([
    ["is not there", undefined],
    ["is no picture", new TextEncoder().encode("kein Bild")],
    ["is a JPEG that is cut off", jpeg().subarray(0, -3)],
    // Sound by its checksums, but pdfkit would throw where nobody can catch it.
    ["has too few rows", png({ colour: 6, interlaced: true, rows: new Uint8Array(9) })],
    ["has a filter that does not exist", png({ colour: 6, rows: new Uint8Array(200).fill(7) })],
    ["is packed twice", png({ colour: 6, rows: deflateSync(new Uint8Array(200)) })],
  ])("that %s is reported, and the file is written without it", async (_, bytes) => {
    const { value, diagnostics } = await write(bytes === undefined ? {} : { bild: bytes }, [picture("bild")]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["render/unreadable-picture"]);
    expect(Buffer.from(value).toString("latin1")).not.toContain("/Subtype /Image");
    expect(openPdf(value).trailer).toContain("/Root");
  });

  it("is part of what the file's identifier follows from", async () => {
    const id = async (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec((await one(bytes)).text)?.[1];
    expect(await id(jpeg())).not.toBe(await id(jpeg({ bits: 8, adobe: true })));
  });
});

/** Which side of the rectangle a point of the unit square is brought to; PDF's y goes upwards. */
function side([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: number[], u: number, v: number): string {
  const x = (a * u + c * v + e - RECT.x) / RECT.width;
  const y = (b * u + d * v + f - (TRIM.height - RECT.y - RECT.height)) / RECT.height;
  const middle = (place: number): boolean => Math.abs(place - 0.5) < 1e-6;
  if (middle(x)) return y > 0.5 ? "top" : "bottom";
  return middle(y) ? (x > 0.5 ? "right" : "left") : "nowhere";
}
