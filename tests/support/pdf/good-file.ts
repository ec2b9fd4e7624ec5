import { createHash } from "node:crypto";
import { mm } from "../../../src/base/index.ts";
import type { Condition } from "../../../src/condition/index.ts";
import { profileOf } from "../condition.ts";
import { embedFont, type GoodFont } from "./good-font.ts";
import { CREATOR, DATE, goodPacket, TITLE } from "./good-metadata.ts";
import { deflated, Editor } from "./mutate.ts";
import { dict, name, Text, text, type Dict, type Ref, type Value } from "./values.ts";

/** The good page: trimmed to A5, upright; lengths in points. */
export const TRIM = { width: mm(148), height: mm(210) };
/** From the media's edge to the trim's. */
export const MARGIN = mm(10);

/** A place on the good page, in millimetres from the lower left corner of its trim, as a content stream has it. */
export function at(x: number, y: number): string {
  return `${(MARGIN + mm(x)).toFixed(3)} ${(MARGIN + mm(y)).toFixed(3)}`;
}

/** What stands on the good page, to be taken apart by mutants: see `goodContent`. */
export const WORDS = {
  headline: "Eine gute Seite",
  body: "Schwarz auf Ton, und es druckt darunter weiter.",
  reversed: "Weiß auf Schwarz",
};

/**
 * A PDF/X-4, PDF/A-2a and PDF/UA-1 in one, made by hand for one print condition and by no code that it is to judge: text,
 * a reversed line, a tint that bleeds, a rule, a CMYK picture, a drawing of one bit, crop marks on all plates outside the
 * trim, tags and metadata.
 */
export function goodFile(condition: Condition): Buffer {
  const file = new Editor();
  const font = embedFont(file, Object.values(WORDS).join(""));
  const pages: Dict = new Map();
  const pagesRef = file.add(pages);
  const page = goodPage(file, font, pagesRef, condition);
  const pageRef = file.add(page);
  for (const [key, value] of Object.entries({ Type: name("Pages"), Kids: [pageRef], Count: 1 })) pages.set(key, value);
  const structure = goodStructure(file, pageRef);
  const catalog = dict({
    Type: name("Catalog"),
    Pages: pagesRef,
    Lang: text("de-AT"),
    MarkInfo: dict({ Marked: true, Suspects: false }),
    StructTreeRoot: structure,
    ViewerPreferences: dict({ DisplayDocTitle: true }),
    OutputIntents: intents(file, condition),
    Metadata: file.add(dict({ Type: name("Metadata"), Subtype: name("XML") }), Buffer.from(goodPacket(), "utf8")),
  });
  const id = new Text(createHash("md5").update(condition.name).digest());
  file.trailer = dict({ Root: file.add(catalog), Info: file.add(info()), ID: [id, id] });
  return file.write();
}

function info(): Dict {
  return dict({
    Title: text(TITLE),
    Creator: utf16(CREATOR),
    Producer: utf16(CREATOR),
    CreationDate: text(DATE.pdf),
    ModDate: text(DATE.pdf),
    Trapped: name("False"),
    GTS_PDFXVersion: text("PDF/X-4"),
  });
}

function utf16(words: string): Value {
  return text(`\xFE\xFF${Buffer.from(words, "utf16le").swap16().toString("latin1")}`);
}

function intents(file: Editor, condition: Condition): Value[] {
  const { identifier, registry, condition: words, info: remark } = condition.outputIntent;
  const profile = file.add(
    dict({ N: 4, Filter: name("FlateDecode") }),
    deflated(Buffer.from(profileOf(condition).bytes)),
  );
  return ["GTS_PDFX", "GTS_PDFA1"].map((subtype) =>
    dict({
      Type: name("OutputIntent"),
      S: name(subtype),
      OutputConditionIdentifier: text(identifier),
      OutputCondition: text(words),
      ...(registry !== undefined && { RegistryName: text(registry) }),
      Info: text(remark ?? words),
      DestOutputProfile: profile,
    }),
  );
}

function goodPage(file: Editor, font: GoodFont, parent: Ref, condition: Condition): Dict {
  const { bleed } = condition;
  const black = file.add(dict({ Type: name("ExtGState"), OP: true, op: true, OPM: 1 }));
  const knocking = file.add(dict({ Type: name("ExtGState"), OP: false, op: false, OPM: 0 }));
  const tint = dict({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: [1, 1, 1, 1],
    N: 1,
  });
  const all = [name("Separation"), name("All"), name("DeviceCMYK"), file.add(tint)];
  const resources = dict({
    Font: dict({ F1: font.font }),
    ExtGState: dict({ Black: black, Knocking: knocking }),
    ColorSpace: dict({ All: file.add(all) }),
    XObject: dict({ Picture: picture(file, condition.pictures.least + SPARE_PPI), Drawing: drawing(file) }),
  });
  const box = (by: number): Value => [MARGIN - by, MARGIN - by, MARGIN + TRIM.width + by, MARGIN + TRIM.height + by];
  return dict({
    Type: name("Page"),
    Parent: parent,
    MediaBox: box(MARGIN),
    BleedBox: box(bleed),
    TrimBox: box(0),
    Resources: resources,
    Contents: file.add(dict({ Filter: name("FlateDecode") }), deflated(goodContent(font, bleed))),
    StructParents: 0,
  });
}

/** Sizes of the picture and the drawing on the page; the picture has a few more pixels to the inch than it must. */
const PICTURE = { width: mm(40), height: mm(30) };
const SPARE_PPI = 20;
const DRAWING = { side: mm(10), ppi: 1200 };

function goodContent({ codes }: GoodFont, bleed: number): string {
  const [left, right] = [MARGIN - bleed, MARGIN + TRIM.width + bleed];
  const top = MARGIN + TRIM.height + bleed;
  return `/Artifact BMC
q /Knocking gs 0.2 0 0 0 k ${left.toFixed(3)} ${(top - mm(40)).toFixed(3)} ${(right - left).toFixed(3)} ${mm(40).toFixed(3)} re f Q
q /Black gs 0 0 0 1 K 0.5 w ${at(10, 150)} m ${at(138, 150)} l S Q
q /Knocking gs 0 0 0 1 k ${at(10, 120)} ${mm(60).toFixed(3)} ${mm(10).toFixed(3)} re f Q
q /All CS 1 SCN 0.5 w ${MARGIN.toFixed(3)} 0 m ${MARGIN.toFixed(3)} ${(MARGIN - mm(4)).toFixed(3)} l S Q
q 0 0 0 1 k ${DRAWING.side.toFixed(3)} 0 0 ${DRAWING.side.toFixed(3)} ${at(110, 60)} cm /Drawing Do Q
EMC
/H1 <</MCID 0>> BDC
q /Black gs 0 0 0 1 k BT /F1 24 Tf 1 0 0 1 ${at(10, 185)} Tm <${codes(WORDS.headline)}> Tj ET Q
EMC
/P <</MCID 1>> BDC
q /Black gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 ${at(10, 178)} Tm <${codes(WORDS.body)}> Tj ET Q
EMC
/P <</MCID 2>> BDC
q /Knocking gs 0 0 0 0 k BT /F1 12 Tf 1 0 0 1 ${at(12, 123)} Tm <${codes(WORDS.reversed)}> Tj ET Q
EMC
/Figure <</MCID 3>> BDC
q ${PICTURE.width.toFixed(3)} 0 0 ${PICTURE.height.toFixed(3)} ${at(10, 60)} cm /Picture Do Q
EMC
`;
}

/** A slope of all four inks, of at most 210 % together. */
function picture(file: Editor, ppi: number): Ref {
  const [width, height] = [pixels(PICTURE.width, ppi), pixels(PICTURE.height, ppi)];
  const bytes = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      bytes.set(
        [(x * 150) / width, (y * 150) / height, 100, 130 - (x * 100) / width].map(Math.floor),
        (y * width + x) * 4,
      );
  return image(file, { Width: width, Height: height, ColorSpace: name("DeviceCMYK"), BitsPerComponent: 8 }, bytes);
}

function drawing(file: Editor): Ref {
  const side = pixels(DRAWING.side, DRAWING.ppi);
  const row = Math.ceil(side / 8);
  const bytes = Buffer.from(
    Array.from({ length: row * side }, (_, index) => (Math.floor(index / row) % 16 < 8 ? 0xff : 0)),
  );
  return image(file, { Width: side, Height: side, ImageMask: true, BitsPerComponent: 1 }, bytes);
}

function pixels(length: number, ppi: number): number {
  return Math.ceil((length / 72) * ppi);
}

function image(file: Editor, entries: Readonly<Record<string, Value>>, bytes: Buffer): Ref {
  const head = { Type: name("XObject"), Subtype: name("Image"), Interpolate: false, Filter: name("FlateDecode") };
  return file.add(dict({ ...head, ...entries }), deflated(bytes));
}

function goodStructure(file: Editor, page: Ref): Ref {
  const root: Dict = new Map();
  const rootRef = file.add(root);
  const document: Dict = new Map();
  const documentRef = file.add(document);
  const parts = ["H1", "P", "P", "Figure"].map((kind, marked) =>
    file.add(
      dict({
        Type: name("StructElem"),
        S: name(kind),
        P: documentRef,
        Pg: page,
        K: marked,
        ...(kind === "Figure" && { Alt: text("Ein Verlauf") }),
      }),
    ),
  );
  fill(document, { Type: name("StructElem"), S: name("Document"), P: rootRef, K: parts });
  const parents = file.add(dict({ Nums: [0, parts] }));
  fill(root, { Type: name("StructTreeRoot"), K: documentRef, ParentTree: parents, ParentTreeNextKey: 1 });
  return rootRef;
}

function fill(dictionary: Dict, entries: Readonly<Record<string, Value>>): void {
  for (const [key, value] of Object.entries(entries)) dictionary.set(key, value);
}
