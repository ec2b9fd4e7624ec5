import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { mutate, type Editor } from "../mutate.ts";
import { dict, name, Ref, type Value } from "../values.ts";
import { bare, CATALOG, withXrefStream, type Malicious } from "./malicious.ts";

const DEEP = 100_000;

const MANY = 50_000;

/** What is too much: of nesting, of size, of number. */
export const MASSES: readonly Malicious[] = [
  { that: "hides a gigabyte of zeros in its content", make: (good) => withContent(good, [bomb(), "FlateDecode"]) },
  {
    that: "hides a gigabyte of zeros twice packed",
    make: (good) => withContent(good, [deflateSync(bomb()), "FlateDecode", "FlateDecode"]),
  },
  {
    that: "hides a gigabyte of zeros in its metadata",
    make: (good) =>
      mutate(good, (file) => {
        const metadata = file.dict("Root").get("Metadata");
        file.restream(metadata, bomb());
        file.dict("Root", "Metadata").set("Filter", name("FlateDecode"));
      }),
  },
  {
    that: "hides a gigabyte of zeros in its profile",
    make: (good) =>
      mutate(good, (file) => {
        const profile = file.dict("Root", "OutputIntents", 0).get("DestOutputProfile");
        file.restream(profile, bomb());
        file.dict("Root", "OutputIntents", 0, "DestOutputProfile").set("Filter", name("FlateDecode"));
      }),
  },
  {
    that: "names a hundred filters for its content",
    make: (good) => withContent(good, [Buffer.from("q Q"), ...Array.from({ length: 100 }, () => "ASCIIHexDecode")]),
  },
  { that: "has arrays 100,000 deep", make: () => bare({ 1: CATALOG, 2: "[".repeat(DEEP) + "]".repeat(DEEP) }) },
  { that: "has arrays 100,000 deep that never close", make: () => bare({ 1: CATALOG, 2: "[".repeat(DEEP) }) },
  {
    that: "has dictionaries 100,000 deep",
    make: () => bare({ 1: CATALOG, 2: "<</A ".repeat(DEEP) + ">>".repeat(DEEP) }),
  },
  {
    that: "has arrays 100,000 deep in its content",
    make: (good) => withContent(good, [Buffer.from(`${"[".repeat(DEEP)}${"]".repeat(DEEP)} TJ`)]),
  },
  {
    that: "has dictionaries 100,000 deep in its content",
    make: (good) => withContent(good, [Buffer.from(`/P ${"<</A ".repeat(DEEP)}${">>".repeat(DEEP)} BDC EMC`)]),
  },
  {
    that: "has brackets 100,000 deep in a string",
    make: (good) => withContent(good, [Buffer.from(`BT ${"(".repeat(DEEP)}${")".repeat(DEEP)} Tj ET`)]),
  },
  { that: "saves its state 100,000 deep", make: (good) => withContent(good, [Buffer.from("q ".repeat(DEEP))]) },
  {
    that: "clips 100,000 times",
    harmless: true,
    make: (good) => withContent(good, [Buffer.from("0 0 500 500 re W n ".repeat(DEEP))]),
  },
  {
    that: "has a path of a million lines",
    harmless: true,
    make: (good) => withContent(good, [Buffer.from(`0 0 m ${"9 9 l 8 8 l ".repeat(500_000)} S`)]),
  },
  {
    that: "has a million numbers and no operator",
    make: (good) => withContent(good, [Buffer.from("1 ".repeat(1_000_000))]),
  },
  { that: "has a tree of pages 100,000 deep", make: deepPages },
  { that: "says that it has four milliard objects", make: (good) => damaged(good, /\/Size \d+/, "/Size 4294967295") },
  { that: "has a table of 2,147,483,647 entries", make: (good) => damaged(good, /xref\n0 \d+/, "xref\n0 2147483647") },
  { that: "has a table that begins at -5", make: (good) => damaged(good, /xref\n0 /, "xref\n-5 ") },
  { that: "says that it has -1 objects", make: (good) => damaged(good, /\/Size \d+/, "/Size -1") },
  {
    that: "says that it has two milliard pages",
    make: (good) => mutate(good, (file) => void file.dict("Root", "Pages").set("Count", 2_000_000_000)),
  },
  {
    that: "says that it has -3 pages",
    make: (good) => mutate(good, (file) => void file.dict("Root", "Pages").set("Count", -3)),
  },
  {
    that: "says that its streams have a negative length",
    make: (good) => damaged(good, /\/Length \d+/g, "/Length -7"),
  },
  {
    that: "says that its streams have a huge length",
    make: (good) => damaged(good, /\/Length \d+/g, "/Length 99999999999"),
  },
  {
    that: "has a picture of four milliard by four milliard pixels",
    make: (good) =>
      mutate(good, (file) => {
        const picture = file.resources("XObject").get("Picture");
        for (const side of ["Width", "Height"])
          if (picture instanceof Ref) file.streamDict(picture).set(side, 4_294_967_295);
      }),
  },
  {
    that: "predicts rows of two milliard columns",
    make: (good) =>
      mutate(
        good,
        (file) =>
          void file
            .dict("Root", "Pages", "Kids", 0, "Contents")
            .set("DecodeParms", dict({ Predictor: 15, Columns: 2_000_000_000, Colors: 32, BitsPerComponent: 16 })),
      ),
  },
  {
    that: "predicts rows of no columns",
    make: (good) =>
      mutate(
        good,
        (file) =>
          void file
            .dict("Root", "Pages", "Kids", 0, "Contents")
            .set("DecodeParms", dict({ Predictor: 15, Columns: 0 })),
      ),
  },
  {
    that: "predicts rows of -9 columns",
    make: (good) =>
      mutate(
        good,
        (file) =>
          void file
            .dict("Root", "Pages", "Kids", 0, "Contents")
            .set("DecodeParms", dict({ Predictor: 2, Columns: -9 })),
      ),
  },
  { that: "has a cross-reference stream with fields of absurd width", make: absurdXrefStream },
  { that: "has metadata with a milliard laughs", make: laughs },
  { that: "has 50,000 strings that never end", make: () => unending("(") },
  { that: "has 50,000 hexadecimal strings that never end", make: () => unending("<48") },
  { that: "has 50,000 streams that never end", make: () => unending("<</Length 9>>\nstream\n") },
  { that: "has 50,000 arrays that never end", make: () => unending("[ 1") },
  { that: "has 50,000 trailers that never end", make: () => Buffer.from(`%PDF-1.6\n${"trailer (\n".repeat(MANY)}`) },
  {
    that: "has 50,000 pictures within its content that never end",
    make: (good) => withContent(good, [Buffer.from("BI /W 9 ID ".repeat(MANY))]),
  },
  { that: "has 50,000 fonts on one page", make: manyFonts },
  { that: "has 5,000 updates", make: manyUpdates },
];

const MEGABYTE = 1 << 20;

/** A gigabyte of zeros in a megabyte of Flate, made of a block that is repeated (RFC 1950, RFC 1951). */
function bomb(): Buffer {
  const [block, count] = [64 * MEGABYTE, 16];
  const packed = deflateRawSync(Buffer.alloc(block), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([1, 0, 0, 0xff, 0xff, 0, 0, 0, 1]);
  end.writeUInt16BE((block * count) % 65_521, 5);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: count }, () => packed), end]);
}

/** The good file's page 5,000 times over: too many to read, and yet a file that shops get. */
export function manyPages(good: Buffer, count: number): Buffer {
  return mutate(good, (file) => {
    const kids = Array.from({ length: count }, () => file.add(withoutParents(file)));
    const pages = file.dict("Root", "Pages");
    pages.set("Kids", kids);
    pages.set("Count", count);
  });
}

function withoutParents(file: Editor): Value {
  const page = new Map(file.page());
  page.delete("StructParents");
  return page;
}

function deepPages(): Buffer {
  const nodes = Object.fromEntries(
    Array.from({ length: DEEP }, (_, depth) => [2 + depth, `<</Type /Pages /Kids [${3 + depth} 0 R] /Count 1>>`]),
  );
  return bare({ 1: CATALOG, ...nodes, [DEEP + 2]: "<</Type /Page /MediaBox [0 0 99 99]>>" });
}

function withContent(good: Buffer, [bytes, ...filters]: readonly [Buffer, ...string[]]): Buffer {
  return mutate(good, (file) => {
    file.restream(file.page().get("Contents"), bytes);
    if (filters.length > 0) file.dict("Root", "Pages", "Kids", 0, "Contents").set("Filter", filters.map(name));
  });
}

function damaged(good: Buffer, pattern: RegExp, by: string): Buffer {
  return Buffer.from(good.toString("latin1").replace(pattern, by), "latin1");
}

/** Objects that a reader must read to the file's end, each of them. */
function unending(open: string): Buffer {
  const objects = Object.fromEntries(Array.from({ length: MANY }, (_, index) => [4 + index, open]));
  const page = "<</Type /Page /MediaBox [0 0 99 99] /Parent 2 0 R>>";
  return bare({ 1: CATALOG, 2: "<</Type /Pages /Kids [3 0 R] /Count 1>>", 3: page, ...objects }, undefined, "");
}

function manyFonts(good: Buffer): Buffer {
  return mutate(good, (file) => {
    const fonts = file.resources("Font");
    const font = fonts.get("F1") ?? null;
    const shown: string[] = [];
    for (let index = 0; index < MANY; index++) {
      fonts.set(
        `X${index}`,
        index % 2 === 0 ? font : dict({ Type: name("Font"), Subtype: name("Type1"), BaseFont: name(`B${index}`) }),
      );
      shown.push(`/X${index} 9 Tf (a) Tj`);
    }
    file.content((before) => `${before}\nBT ${shown.join(" ")} ET\n`);
  });
}

/** A file that was saved 5,000 times over. */
function manyUpdates(good: Buffer): Buffer {
  const parts = [good.toString("latin1")];
  let length = good.length;
  let previous = Number(/startxref\s+(\d+)/.exec(parts[0] ?? "")?.[1]);
  const root = /\/Root \d+ 0 R/.exec(parts[0] ?? "")?.[0] ?? "";
  for (let update = 0; update < 5000; update++) {
    const section = `xref\n0 1\n0000000000 65535 f \ntrailer\n<<${root} /Size 60 /Prev ${previous}>>\nstartxref\n${length}\n%%EOF\n`;
    previous = length;
    length += section.length;
    parts.push(section);
  }
  return Buffer.from(parts.join(""), "latin1");
}

function absurdXrefStream(): Buffer {
  return withXrefStream("1 1000000000 -4", Buffer.alloc(64, 1), 2_000_000_000, "");
}

function laughs(good: Buffer): Buffer {
  const entities = Array.from({ length: 10 }, (_, level) => {
    const before = level === 0 ? "ha" : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${before}">`;
  });
  return mutate(good, (file) =>
    file.metadata((packet) =>
      packet.replace("<x:xmpmeta", `<!DOCTYPE x [${entities.join("")}]><x:xmpmeta`).replace("Eine gute Seite", "&l9;"),
    ),
  );
}
