import { describe, expect, it } from "vitest";
import type { PreparedPicture } from "../../../../src/picture/index.ts";
import type { DisplayList, PictureOperation } from "../../../../src/render/display/index.ts";
import { PRESS, PRESS_INKS, writePdf } from "../../../../src/render/pdf/index.ts";
import { bundledCondition, profileOf } from "../../../support/condition.ts";
import { setter } from "../../../support/desk.ts";
import { openPdf, reference } from "../../../support/pdf/objects.ts";

const TRIM = { x: 0, y: 0, width: 200, height: 300 };
const RECT = { x: 20, y: 30, width: 120, height: 80 };
const WINDOW = { x: 30, y: 30, width: 100, height: 80 };
const CONDITION = bundledCondition("austria-newsprint");

const PREPARED: PreparedPicture = {
  width: 50,
  height: 40,
  bitsPerComponent: 8,
  space: "cmyk",
  encoding: "jpeg",
  inverted: true,
  data: new TextEncoder().encode("the stream of an image"),
  ppi: 250,
  ink: 210,
  crop: { x: 0.05, y: 0, width: 0.9, height: 1 },
};

function picture(path: string): PictureOperation {
  return { kind: "picture", path, rect: RECT, window: WINDOW };
}

function write(files: Readonly<Record<string, PreparedPicture>>, ...pages: PictureOperation[][]) {
  const list: DisplayList = {
    title: "Bilder",
    language: "de-AT",
    structure: { id: 0, type: "Sect", children: [] },
    pages: pages.map((operations) => ({ trim: TRIM, bleed: TRIM, media: TRIM, operations })),
  };
  return writePdf(list, {
    face: (name) => setter.fonts.face(name),
    picture: ({ path }) => files[path],
    intent: CONDITION.outputIntent,
    profile: profileOf(CONDITION),
    standards: PRESS,
    inks: PRESS_INKS,
    metadata: { title: "Bilder", language: "de-AT", date: "2025-02-09" },
  });
}

async function one(prepared: PreparedPicture) {
  const value = await write({ bild: prepared }, [picture("bild")]);
  const text = Buffer.from(value).toString("latin1");
  const file = openPdf(value);
  const kids = file.dictionary(reference(file.dictionary(reference(file.trailer, "Root")), "Pages"));
  const page = file.dictionary(Number(/\/Kids \[(\d+)/.exec(kids)?.[1]));
  return { text, content: file.stream(reference(page, "Contents")) };
}

describe("a picture in a PDF", () => {
  it("stands where its part of the picture belongs, seen through its window", async () => {
    const { content } = await one(PREPARED);
    expect(content).toContain("q 30 190 100 80 re W n 108 0 0 80 26 190 cm /I1 Do Q");
  });

  it("is in the file once, however often and on however many pages it is drawn", async () => {
    const value = await write({ bild: PREPARED }, [picture("bild"), picture("bild")], [picture("bild")]);
    expect(
      Buffer.from(value)
        .toString("latin1")
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(1);
  });

  it("has the data that were prepared, as they are, and says how they are to be read", async () => {
    const { text } = await one(PREPARED);
    expect(text).toContain("the stream of an image");
    expect(text).toMatch(/\/Width 50\s+\/Height 40\s+\/BitsPerComponent 8\s+\/ColorSpace \/DeviceCMYK/);
    expect(text).toMatch(/\/Filter \/DCTDecode\s+\/Decode \[1 0 1 0 1 0 1 0\]/);
  });

  it("of black and white alone has a bit for each pixel, on the black plate", async () => {
    const { text } = await one({ ...PREPARED, bitsPerComponent: 1, space: "gray", encoding: "flate", inverted: false });
    expect(text).toMatch(/\/BitsPerComponent 1\s+\/ColorSpace \/DeviceGray\s+\/Filter \/FlateDecode/);
    expect(text).not.toContain("/Decode [");
  });

  it("that could not be prepared leaves its place empty", async () => {
    const value = await write({}, [picture("bild")]);
    expect(Buffer.from(value).toString("latin1")).not.toContain("/Subtype /Image");
    expect(openPdf(value).trailer).toContain("/Root");
  });

  it("is part of what the file's identifier follows from", async () => {
    const id = async (prepared: PreparedPicture) => /\/ID \[<(\w+)>/.exec((await one(prepared)).text)?.[1];
    expect(await id(PREPARED)).not.toBe(await id({ ...PREPARED, data: new Uint8Array(9) }));
  });
});
