import { at } from "../../../support/pdf/good-file.ts";
import { asArray, deflated, type Editor } from "../../../support/pdf/mutate.ts";
import { dict, name, text, type Value } from "../../../support/pdf/values.ts";
import {
  PAGE,
  SQUARE,
  draw,
  form,
  paint,
  paintWith,
  picture,
  put,
  restate,
  rewrite,
  separation,
  tint,
  type Mutant,
} from "./mutant.ts";
import { updated } from "./syntax.ts";

const HELVETICA = dict({ Type: name("Font"), Subtype: name("Type1"), BaseFont: name("Helvetica") });

/** Outside the trim and its bleed, where crop marks stand. */
const OUTSIDE = at(60, -8);

/** Peculiarities that look like faults and are none: who finds something here cries wolf. */
export const HARMLESS: readonly Omit<Mutant, "rule">[] = [
  { that: "names version 1.4 in its header", change: (file) => void (file.header = "%PDF-1.4\n") },
  { that: "ends its header with CR and LF", change: (file) => void (file.header = "%PDF-1.6\r\n") },
  { that: "has no line end behind its end", damage: (bytes) => bytes.subarray(0, bytes.length - 1) },
  {
    that: "has free objects, and objects that nobody uses",
    change: (file) => {
      file.add(dict({ Type: name("Unused") }));
      file.objects.set(900, { value: [1, 2, 3] });
    },
  },
  {
    that: "keeps unused colours of screens in its resources",
    change: (file) => void file.resources("ColorSpace").set("X", name("DeviceRGB")),
  },
  {
    that: "keeps an unused font in its resources that is not embedded",
    change: (file) => void file.resources("Font").set("X", file.add(HELVETICA)),
  },
  {
    that: "hides text in a font that is not embedded",
    change: paintWith(
      "Font",
      "X",
      (file) => file.add(HELVETICA),
      `BT 3 Tr /X 9 Tf 1 0 0 1 ${at(90, 100)} Tm (Suchtext) Tj ET`,
    ),
  },
  { that: "writes its metadata as attributes", change: asAttributes },
  {
    that: "calls the namespace of PDF/X by another prefix",
    change: restate(/pdfxid(?=:GTS_PDFXVersion|="http)/g, "px"),
  },
  { that: "inherits boxes and resources from its pages", change: inherit },
  { that: "divides its content into pieces", change: divide },
  { that: "writes its content as hexadecimal digits of Flate", change: twiceFiltered },
  { that: "predicts its content by rows", change: predicted },
  {
    that: "has a link outside its bleed",
    change: (file) =>
      void file
        .page()
        .set("Annots", [file.add(dict({ Type: name("Annot"), Subtype: name("Link"), F: 4, Rect: [0, 0, 10, 5] }))]),
  },
  {
    that: "has small type outside its trim",
    change: paint(`0 0 0 1 k BT /F1 3 Tf 1 0 0 1 ${OUTSIDE} Tm <00030004> Tj ET`),
  },
  { that: "has a hairline outside its trim", change: paint(`0 0 0 1 K 0.05 w ${OUTSIDE} m ${at(70, -8)} l S`) },
  { that: "has all four plates full outside its trim", change: paint(`1 1 1 1 k ${OUTSIDE} 9 9 re f`) },
  {
    that: "clips small type away",
    change: paint(`0 0 0 0 re W n 0 0 0 1 k BT /F1 3 Tf 1 0 0 1 ${at(90, 90)} Tm <0003> Tj ET`),
  },
  {
    that: "sets type by a matrix",
    change: paint(`9 0 0 9 ${at(90, 90)} cm /Black gs 0 0 0 1 k BT /F1 1 Tf <00030004> Tj ET`),
  },
  { that: "draws a line by a matrix", change: paint(`10 0 0 10 ${at(90, 95)} cm 0 0 0 1 K 0.05 w 0 0 m 5 0 l S`) },
  {
    that: "knocks a large headline out of a tint",
    change: rewrite("q /Black gs 0 0 0 1 k BT /F1 24 Tf", "q /Knocking gs 0 0 0 1 k BT /F1 24 Tf"),
  },
  {
    that: "knocks small black type out of white paper",
    change: paint(`/Knocking gs 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 ${at(90, 90)} Tm <00030004> Tj ET`),
  },
  {
    that: "sets black as an ink by name",
    change: paintWith(
      "ColorSpace",
      "X",
      () => separation("Black", "DeviceCMYK", 0, 0, 0, 1),
      `/Black gs /X cs 1 scn BT /F1 9 Tf 1 0 0 1 ${at(90, 90)} Tm <00030004> Tj ET`,
    ),
  },
  {
    that: "paints with no ink by name",
    change: paintWith("ColorSpace", "X", () => separation("None", "DeviceCMYK", 0, 0, 0, 0), `/X cs 1 scn ${SQUARE}`),
  },
  {
    that: "has an ordered spot colour",
    condition: { inks: { spots: ["Rot"] } },
    change: paintWith("ColorSpace", "X", () => separation("Rot", "DeviceCMYK", 0, 1, 1, 0), `/X cs 1 scn ${SQUARE}`),
  },
  { that: "paints in a grey of one hundred percent", change: paint(`0 g ${SQUARE}`) },
  {
    that: "is half transparent where the shop takes it",
    change: paintWith(
      "ExtGState",
      "X",
      (file) => file.add(dict({ ca: 0.5, BM: name("Multiply") })),
      `/X gs 0 0 0 0.5 k ${SQUARE}`,
    ),
  },
  {
    that: "draws a form twice",
    change: paintWith(
      "XObject",
      "X",
      (file) => form(file, {}),
      `q 1 0 0 1 ${at(90, 90)} cm /X Do Q q 1 0 0 1 ${at(100, 90)} cm /X Do Q`,
    ),
  },
  {
    that: "shows a part of a fine picture",
    change: paintWith("XObject", "X", (file) => picture(file, 400), `${at(91, 91)} 28 28 re W n ${draw(20)}`),
  },
  {
    that: "has a picture of ninety megabytes, packed without loss",
    change: paintWith("XObject", "X", large, draw(30)),
  },
  {
    that: "turns a picture",
    change: paintWith("XObject", "X", (file) => picture(file, 280), `0 56.69 -56.69 0 ${at(120, 90)} cm /X Do`),
  },
  {
    that: "has marked content of its own",
    change: rewrite("EMC\n", "EMC\n/Own <</A [1 2 (x)] /B <</C true>>>> BDC EMC\n/Own MP\n"),
  },
  {
    that: "uses a new operator within its own resources' names",
    change: rewrite("EMC\n", "EMC\n% a comment (with a bracket\n"),
  },
  { that: "has names with signs in them", change: (file) => rename(file, "F1", "F 1/\u00E4") },
  {
    that: "blends its page in the inks of the press",
    change: put(PAGE, "Group", dict({ S: name("Transparency"), CS: name("DeviceCMYK"), I: true, K: false })),
  },
  {
    that: "has a CropBox as large as its media",
    change: (file) => void file.page().set("CropBox", file.page().get("MediaBox") ?? null),
  },
  { that: "lies on its side", change: put(PAGE, "Rotate", 90) },
  { that: "has no rights to a larger unit than a point", change: put(PAGE, "UserUnit", 1) },
  {
    that: "opens at its first page",
    change: (file) =>
      void file.dict("Root").set("OpenAction", [asArray(file.value("Root", "Pages", "Kids"))[0] ?? null, name("Fit")]),
  },
  {
    that: "has a picture with a soft edge",
    change: paintWith("XObject", "X", (file) => picture(file, 280, { SMask: softMask(file, 280) }), draw(20)),
  },
  {
    that: "fades by a group's luminosity",
    change: paintWith("ExtGState", "X", luminosity, `/X gs 0 0 0 0.5 k ${SQUARE}`),
  },
  { that: "shades in the inks of the press", change: shade },
  { that: "paints with tiles", change: paintWith("Pattern", "X", tiles, `/Pattern cs /X scn ${SQUARE}`) },
  {
    that: "draws letters of its own",
    change: paintWith("Font", "X", letters, `0 0 0 1 k BT /X 20 Tf 1 0 0 1 ${at(90, 90)} Tm (aa) Tj ET`),
  },
  {
    that: "fills and strokes type",
    change: paint(`0 0 0 1 k 0 0 0 1 K 0.5 w /Black gs BT 2 Tr /F1 20 Tf 1 0 0 1 ${at(90, 90)} Tm <00030004> Tj ET`),
  },
  {
    that: "clips by type",
    change: paint(`BT 7 Tr /F1 20 Tf 1 0 0 1 ${at(90, 90)} Tm <00030004> Tj ET 0 0 0 0.5 k ${SQUARE}`),
  },
  {
    that: "mixes black with an ordered spot colour",
    condition: { inks: { spots: ["Gold"] } },
    change: paintWith("ColorSpace", "X", duotone, `/X cs 0.5 1 scn ${SQUARE}`),
  },
  { that: "indexes a picture in the inks of the press", change: paintWith("XObject", "X", indexed, draw(20)) },
  { that: "was changed and saved behind its end", damage: (bytes) => updated(bytes, "/Type /Page ", "/Type /Page ") },
];

function large(file: Editor): Value {
  const [width, height] = [5000, 4500];
  const samples = deflated(Buffer.alloc(width * height * 4, 40));
  return picture(file, 1, { Width: width, Height: height, Filter: name("FlateDecode") }, samples);
}

function softMask(file: Editor, pixels: number): Value {
  return picture(file, pixels, { ColorSpace: name("DeviceGray") }, Buffer.alloc(pixels * pixels, 90));
}

function luminosity(file: Editor): Value {
  const group = form(
    file,
    { Group: dict({ S: name("Transparency"), CS: name("DeviceGray") }) },
    "0.5 g 0 0 10 10 re f",
  );
  return file.add(dict({ SMask: dict({ S: name("Luminosity"), G: group }) }));
}

function shade(file: Editor): void {
  const entries = {
    ShadingType: 2,
    ColorSpace: name("DeviceCMYK"),
    Coords: [0, 0, 500, 500],
    Function: tint(0.5, 0.2, 0, 0),
  };
  file.resources("Shading").set("X", file.add(dict(entries)));
  paint(`${SQUARE.replace(" f", " W n")} /X sh`)(file);
}

function tiles(file: Editor): Value {
  const head = { Type: name("Pattern"), PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 9, 9] };
  return file.add(dict({ ...head, XStep: 9, YStep: 9, Resources: dict({}) }), "0 0 0 0.5 k 0 0 5 5 re f");
}

function letters(file: Editor): Value {
  const glyph = file.add(dict({}), "10 0 0 0 10 10 d1 0 0 10 10 re f");
  const head = {
    Type: name("Font"),
    Subtype: name("Type3"),
    FontBBox: [0, 0, 10, 10],
    FontMatrix: [0.1, 0, 0, 0.1, 0, 0],
  };
  const coding = {
    Encoding: dict({ Type: name("Encoding"), Differences: [97, name("a")] }),
    FirstChar: 97,
    LastChar: 97,
  };
  return file.add(dict({ ...head, ...coding, CharProcs: dict({ a: glyph }), Widths: [10], Resources: dict({}) }));
}

function duotone(file: Editor): Value {
  const transform = { FunctionType: 4, Domain: [0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1, 0, 1] };
  const colorants = dict({ Gold: separation("Gold", "DeviceCMYK", 0, 0, 1, 0) });
  const inks = [name("Black"), name("Gold")];
  return file.add([
    name("DeviceN"),
    inks,
    name("DeviceCMYK"),
    file.add(dict(transform), "{0 0 4 2 roll exch}"),
    dict({ Colorants: colorants }),
  ]);
}

function indexed(file: Editor): Value {
  const space = [name("Indexed"), name("DeviceCMYK"), 1, text("\x00\x00\x00\x00\x80\x40\x00\x20")];
  return picture(file, 280, { ColorSpace: space }, Buffer.alloc(280 * 280, 1));
}

function asAttributes(file: Editor): void {
  restate(/<pdf:Producer>(.*)<\/pdf:Producer>\n<pdf:Trapped>False<\/pdf:Trapped>\n/, "")(file);
  restate(
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Trapped="False">',
  )(file);
}

function inherit(file: Editor): void {
  const pages = file.dict("Root", "Pages");
  for (const key of ["MediaBox", "Resources"]) {
    pages.set(key, file.page().get(key) ?? null);
    file.page().delete(key);
  }
}

/** Cut at line ends: an operator may stand in another piece than its operands. */
function divide(file: Editor): void {
  const lines = file.stream(file.page().get("Contents")).toString("latin1").split(" ");
  const third = Math.ceil(lines.length / 3);
  const pieces = [0, 1, 2].map((index) =>
    file.add(dict({}), lines.slice(index * third, (index + 1) * third).join(" ")),
  );
  file.page().set("Contents", pieces);
}

function twiceFiltered(file: Editor): void {
  const contents = file.page().get("Contents");
  file.restream(
    contents,
    `${deflated(file.stream(contents))
      .toString("hex")
      .replace(/(.{60})/g, "$1\n")}>`,
  );
  file.dict(...PAGE, "Contents").set("Filter", [name("ASCIIHexDecode"), name("FlateDecode")]);
}

/** PNG's prediction from above, in rows of 50 bytes. */
function predicted(file: Editor): void {
  const contents = file.page().get("Contents");
  const plain = file.stream(contents);
  const width = 50;
  const padded = Buffer.concat([plain, Buffer.alloc((width - (plain.length % width)) % width, 32)]);
  const rows = Array.from({ length: padded.length / width }, (_, row) =>
    Buffer.from([
      2,
      ...Array.from(
        { length: width },
        (_, x) => ((padded[row * width + x] ?? 0) - (row === 0 ? 0 : (padded[(row - 1) * width + x] ?? 0))) & 0xff,
      ),
    ]),
  );
  file.restream(contents, deflated(Buffer.concat(rows)));
  const parameters: Value = dict({ Predictor: 12, Columns: width });
  file.dict(...PAGE, "Contents").set("Filter", name("FlateDecode"));
  file.dict(...PAGE, "Contents").set("DecodeParms", parameters);
}

function rename(file: Editor, from: string, to: string): void {
  const fonts = file.resources("Font");
  fonts.set(to, fonts.get(from) ?? null);
  fonts.delete(from);
  file.content((before) => before.replaceAll(`/${from} `, "/F#201#2F#e4 "));
}
