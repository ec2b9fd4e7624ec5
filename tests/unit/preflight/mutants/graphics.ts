import { asArray, asDict, deflated, type Editor } from "../../../support/pdf/mutate.ts";
import { dict, name, text, type Dict, type Value } from "../../../support/pdf/values.ts";
import { at } from "../../../support/pdf/good-file.ts";
import {
  draw,
  form,
  goodPicture,
  PAGE,
  paint,
  paintWith,
  picture,
  put,
  rewrite,
  separation,
  set,
  SQUARE,
  tint,
  type Mutant,
} from "./mutant.ts";

const HELVETICA = dict({ Type: name("Font"), Subtype: name("Type1"), BaseFont: name("Helvetica") });

const state = (entries: Readonly<Record<string, Value>>): NonNullable<Mutant["change"]> =>
  paintWith("ExtGState", "X", (file) => file.add(dict(entries)), `/X gs 0 0 0 0.5 k ${SQUARE}`);

/** Draws a picture 10 mm wide; a form of 10 units is as wide at a tenth of that. */
const xobject = (make: (file: Editor) => Value, millimetres = 10): NonNullable<Mutant["change"]> =>
  paintWith("XObject", "X", make, draw(millimetres));

/** A graphics state with a soft mask of a group's light. */
function masked(group: (file: Editor) => Value): NonNullable<Mutant["change"]> {
  const make = (file: Editor): Value => file.add(dict({ SMask: dict({ S: name("Luminosity"), G: group(file) }) }));
  return paintWith("ExtGState", "X", make, `1 0 0 1 ${at(90, 95)} cm /X gs 0 0 0 0.5 k 0 0 10 10 re f`);
}

function maskGroup(file: Editor, space: string, content: string): Value {
  const group = dict({ S: name("Transparency"), CS: name(space) });
  return form(file, { Group: group, Resources: dict({ Font: dict({ X: file.add(HELVETICA) }) }) }, content);
}

function tileOfHelvetica(file: Editor): Value {
  const head = { Type: name("Pattern"), PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 9, 9] };
  const resources = dict({ Font: dict({ X: file.add(HELVETICA) }) });
  return file.add(dict({ ...head, XStep: 9, YStep: 9, Resources: resources }), "0 0 0 1 k BT /X 7 Tf (H) Tj ET");
}

function fontFile(file: Editor): Value | undefined {
  return asDict(file.follow(descendant(file).get("FontDescriptor"))).get("FontFile3");
}

function descendant(file: Editor): Dict {
  const font = asDict(file.follow(file.resources("Font").get("F1")));
  return asDict(file.follow(asArray(font.get("DescendantFonts"))[0]));
}

/** Faults of fonts (ISO 32000-1, 9; ISO 19005-2, 6.2.11). */
export const FONTS: readonly Mutant[] = [
  {
    that: "does not embed its font",
    rule: "FNT-1",
    change: (file) => set(asDict(file.follow(descendant(file).get("FontDescriptor"))), "FontFile3", undefined),
  },
  {
    that: "counts on the printer's Helvetica",
    rule: "FNT-1",
    change: paintWith(
      "Font",
      "X",
      (file) => file.add(HELVETICA),
      `0 0 0 1 k BT /X 12 Tf 1 0 0 1 ${at(90, 100)} Tm (Hallo) Tj ET`,
    ),
  },
  {
    that: "counts on the printer's Helvetica within a form",
    rule: "FNT-1",
    change: xobject(
      (file) =>
        form(
          file,
          { Resources: dict({ Font: dict({ X: file.add(HELVETICA) }) }) },
          "0 0 0 1 k BT /X 2 Tf 1 0 0 1 1 1 Tm (Hallo) Tj ET",
        ),
      1,
    ),
  },
  {
    that: "counts on the printer's Helvetica within a soft mask",
    rule: "FNT-1",
    change: masked((file) => maskGroup(file, "DeviceCMYK", "0 0 0 1 k BT /X 9 Tf 1 0 0 1 1 1 Tm (Hallo) Tj ET")),
  },
  {
    that: "counts on the printer's Helvetica within a tile",
    rule: "FNT-1",
    change: paintWith("Pattern", "X", tileOfHelvetica, `/Pattern cs /X scn ${SQUARE}`),
  },
  {
    that: "embeds a font program that is cut off",
    rule: "FNT-3",
    change: (file) => {
      const program = fontFile(file);
      const whole = file.stream(program);
      file.restream(program, whole.subarray(0, whole.length / 2));
    },
  },
  {
    that: "embeds a text for a font",
    rule: "FNT-3",
    change: (file) => file.restream(fontFile(file), "no font at all"),
  },
  {
    that: "does not say which glyph a TrueType code shows",
    rule: "FNT-2",
    change: (file) => set(descendant(file), "Subtype", name("CIDFontType2")),
  },
];

/** Faults of colour (ISO 15930-7 with ISO 32000-1, 8.6; ISO 19005-2, 6.2.4). */
export const COLOURS: readonly Mutant[] = [
  { that: "paints a square red on a screen", rule: "COL-1", change: paint(`1 0 0 rg ${SQUARE}`) },
  {
    that: "draws a line in a screen's green",
    rule: "COL-1",
    change: paint(`0 1 0 RG 1 w ${at(90, 95)} m ${at(99, 95)} l S`),
  },
  {
    that: "has a picture for screens",
    rule: "COL-1",
    change: xobject((file) => picture(file, 200, { ColorSpace: name("DeviceRGB") })),
  },
  {
    that: "has a small picture for screens within its content",
    rule: "COL-1",
    change: paint(`28 0 0 28 ${at(90, 90)} cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI`),
  },
  {
    that: "has an indexed picture of a screen's colours",
    rule: "COL-1",
    change: xobject((file) =>
      file.add(
        dict({
          Type: name("XObject"),
          Subtype: name("Image"),
          Width: 200,
          Height: 200,
          BitsPerComponent: 8,
          ColorSpace: [name("Indexed"), name("DeviceRGB"), 1, text("abcdef")],
        }),
        Buffer.alloc(40_000),
      ),
    ),
  },
  {
    that: "blends in a screen's colours",
    rule: "COL-1",
    change: put(PAGE, "Group", dict({ S: name("Transparency"), CS: name("DeviceRGB") })),
  },
  {
    that: "masks by the light of a screen's colours",
    rule: "COL-1",
    change: masked((file) => maskGroup(file, "DeviceRGB", "0 0 0 0.5 k 0 0 10 10 re f")),
  },
  {
    that: "shades in a screen's colours",
    rule: "COL-1",
    change: (file) => {
      const shading = dict({
        ShadingType: 2,
        ColorSpace: name("DeviceRGB"),
        Coords: [0, 0, 100, 0],
        Function: tint(1, 0, 0),
      });
      file.resources("Shading").set("X", file.add(shading));
      paint(`${SQUARE.replace(" f", " W n")} /X sh`)(file);
    },
  },
  {
    that: "has a spot colour whose substitute is a screen's",
    rule: "COL-1",
    condition: { inks: { spots: ["Rot"] } },
    change: paintWith("ColorSpace", "X", () => separation("Rot", "DeviceRGB", 1, 0, 0), `/X cs 1 scn ${SQUARE}`),
  },
  {
    that: "paints with a pattern in a screen's colours",
    rule: "COL-1",
    change: paintWith(
      "Pattern",
      "X",
      (file) =>
        file.add(
          dict({
            Type: name("Pattern"),
            PatternType: 1,
            PaintType: 1,
            TilingType: 1,
            BBox: [0, 0, 9, 9],
            XStep: 9,
            YStep: 9,
            Resources: dict({}),
          }),
          "0 0 1 rg 0 0 5 5 re f",
        ),
      `/Pattern cs /X scn ${SQUARE}`,
    ),
  },
  {
    that: "counts the components of a colour profile wrong",
    rule: "COL-3",
    change: paintWith("ColorSpace", "X", (file) => icc(file, 3, undefined), `/X cs 0.1 0.1 0.1 scn ${SQUARE}`),
    also: ["COL-7"],
  },
  {
    that: "paints in its own press profile's colours",
    rule: "COL-4",
    change: paintWith("ColorSpace", "X", (file) => icc(file, 4, undefined), `/X cs 0 0 0 0.5 scn ${SQUARE}`),
  },
  {
    that: "prints on all plates inside its trim",
    rule: "COL-5",
    change: paint(`/All cs 1 scn ${SQUARE}`),
  },
  {
    that: "mixes one spot colour in two ways",
    rule: "COL-6",
    condition: { inks: { spots: ["Rot"] } },
    change: (file) => {
      file.resources("ColorSpace").set("A", separation("Rot", "DeviceCMYK", 0, 1, 1, 0));
      file.resources("ColorSpace").set("B", separation("Rot", "DeviceCMYK", 0, 0.8, 1, 0));
      paint(`/A cs 1 scn ${SQUARE} /B cs 0.5 scn ${at(70, 95)} 20 20 re f`)(file);
    },
  },
  {
    that: "overprints in mode 1 with a profile's inks",
    rule: "GS-5",
    also: ["COL-8"],
    change: (file) => {
      file.resources("ColorSpace").set("X", icc(file, 4, "changed"));
      paint(`/Black gs /X cs 0 0 0 0.5 scn ${SQUARE}`)(file);
    },
  },
];

/** The press profile as a colour space of a page; `changed` makes it another. */
function icc(file: Editor, components: number, changed: "changed" | undefined): Value {
  const bytes = Buffer.from(file.stream(file.dict("Root", "OutputIntents", 0).get("DestOutputProfile")));
  if (changed !== undefined) bytes.write("Another", bytes.indexOf("desc", 400) + 12, "latin1");
  const stream = dict({ N: components, Filter: name("FlateDecode") });
  return file.add([name("ICCBased"), file.add(stream, deflated(bytes))]);
}

/** Faults of graphics states, transparency, XObjects and operators (ISO 32000-1, 8.4, 8.9, 8.10, 11). */
export const GRAPHICS: readonly Mutant[] = [
  { that: "has a transfer function", rule: "GS-1", change: state({ TR: tint(1) }) },
  { that: "has a transfer function of the newer kind", rule: "GS-1", change: state({ TR2: tint(1) }) },
  { that: "moves its halftone", rule: "GS-2", change: state({ HTP: [0, 0] }) },
  {
    that: "brings a halftone of type 6",
    rule: "GS-4",
    change: (file) => state({ HT: file.add(dict({ HalftoneType: 6, Width: 1, Height: 1 }), "a") })(file),
  },
  {
    that: "names a halftone of the printer's",
    rule: "GS-4",
    change: state({
      HT: dict({ HalftoneType: 1, HalftoneName: text("own"), Frequency: 60, Angle: 45, SpotFunction: name("Round") }),
    }),
  },
  { that: "names a rendering intent of its own", rule: "GS-3", change: state({ RI: name("Vivid") }) },
  {
    that: "names a rendering intent of its own in its content",
    rule: "GS-3",
    change: paint(`/Vivid ri 0 0 0 0.5 k ${SQUARE}`),
  },
  {
    that: "names a rendering intent of its own for a picture",
    rule: "GS-3",
    change: (file) => set(goodPicture(file), "Intent", name("Vivid")),
  },
  { that: "blends in a mode of its own", rule: "TRN-1", change: state({ BM: name("Sparkle") }) },
  {
    that: "blends in calibrated colours of a screen",
    rule: "TRN-2",
    change: (file) => {
      const space = [name("CalRGB"), dict({ WhitePoint: [0.95, 1, 1.09] })];
      put(PAGE, "Group", dict({ S: name("Transparency"), CS: space }))(file);
      state({ ca: 0.5 })(file);
    },
  },
  {
    that: "is half transparent where the shop takes none",
    rule: "TRN-3",
    condition: { transparency: false },
    change: state({ ca: 0.5 }),
  },
  {
    that: "multiplies where the shop takes no transparency",
    rule: "TRN-3",
    condition: { transparency: false },
    change: state({ BM: name("Multiply") }),
  },
  {
    that: "masks a picture softly where the shop takes no transparency",
    rule: "TRN-3",
    condition: { transparency: false },
    change: xobject((file) => {
      const mask = file.add(
        dict({
          Type: name("XObject"),
          Subtype: name("Image"),
          Width: 200,
          Height: 200,
          BitsPerComponent: 8,
          ColorSpace: name("DeviceGray"),
        }),
        Buffer.alloc(40_000, 90),
      );
      return picture(file, 200, { SMask: mask });
    }),
  },
  {
    that: "has a picture for an OPI server",
    rule: "XO-1",
    change: (file) =>
      set(goodPicture(file), "OPI", dict({ "2.0": dict({ Type: name("OPI"), Version: 2, F: text("fine.tif") }) })),
  },
  {
    that: "has another picture for other uses",
    rule: "XO-2",
    change: (file) =>
      set(goodPicture(file), "Alternates", [dict({ Image: picture(file, 10), DefaultForPrinting: true })]),
  },
  { that: "smooths its picture", rule: "XO-3", change: (file) => set(goodPicture(file), "Interpolate", true) },
  {
    that: "has a form of PostScript",
    rule: "XO-4",
    change: xobject((file) => file.add(dict({ Type: name("XObject"), Subtype: name("PS") }), "showpage")),
  },
  {
    that: "has a form with PostScript beside it",
    rule: "XO-5",
    change: xobject((file) => form(file, { Subtype2: name("PS") }), 1),
  },
  {
    that: "has a form with a key for PostScript",
    rule: "XO-6",
    change: xobject((file) => form(file, { PS: file.add(dict({}), "showpage") }), 1),
  },
  {
    that: "shows a page of another file",
    rule: "XO-7",
    change: xobject((file) => form(file, { Ref: dict({ F: text("other.pdf"), Page: 0 }) }), 1),
  },
  { that: "uses an operator of no standard", rule: "OP-1", change: paint(`0 0 0 0.5 k ${SQUARE} 1 2 sparkle`) },
  {
    that: "hides an operator of no standard in a compatibility section",
    rule: "OP-1",
    change: paint(`BX 1 2 sparkle EX`),
  },
  {
    that: "never restores a state that it saved",
    rule: "OP-2",
    change: rewrite("/Artifact BMC\nq", "/Artifact BMC\nq q"),
  },
  { that: "restores a state that it never saved", rule: "OP-2", change: paint("Q Q 0 0 0 0.5 k q q") },
  {
    that: "saves its state 40 deep",
    rule: "OP-3",
    change: paint(`${"q ".repeat(40)}0 0 0 0.5 k ${SQUARE} ${"Q ".repeat(40)}`),
  },
  { that: "draws an XObject that it does not have", rule: "OP-4", change: paint("/Nowhere Do") },
];
