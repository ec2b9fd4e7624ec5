import { mm } from "../../../../src/base/index.ts";
import { at, MARGIN, TRIM } from "../../../support/pdf/good-file.ts";
import { asArray, type Editor } from "../../../support/pdf/mutate.ts";
import { dict, name } from "../../../support/pdf/values.ts";
import {
  draw,
  goodPicture,
  paint,
  paintWith,
  picture,
  rewrite,
  separation,
  set,
  SQUARE,
  type Mutant,
} from "./mutant.ts";

/** A line of the good file's own glyphs in some size, colour and place. */
function typeSet(points: number, colour: string, x = 90, y = 90): string {
  return `/Knocking gs ${colour} BT /F1 ${points} Tf 1 0 0 1 ${at(x, y)} Tm <000300040005> Tj ET`;
}

/** What stops at the trim where it should bleed. */
const TO_THE_TRIM = `0 0.3 0 0 k ${MARGIN.toFixed(3)} ${(MARGIN + mm(20)).toFixed(3)} ${mm(20).toFixed(3)} ${mm(10).toFixed(3)} re f`;
const PICTURE_TO_THE_TRIM = `${mm(20).toFixed(3)} 0 0 ${mm(20).toFixed(3)} ${(MARGIN + TRIM.width - mm(20)).toFixed(3)} ${(MARGIN + mm(20)).toFixed(3)} cm /X Do`;

/** What the good file may do and a print shop does not take. */
export const PRESS: readonly Mutant[] = [
  { that: "carries more ink than the paper", rule: "INK-1", change: paint(`0.9 0.9 0.9 0.6 k ${SQUARE}`) },
  {
    that: "carries more ink than the paper in a line",
    rule: "INK-1",
    change: paint(`0.9 0.9 0.9 0.6 K 2 w ${at(90, 95)} m ${at(99, 95)} l S`),
  },
  {
    that: "paints all four plates full inside its trim",
    rule: "COL-5",
    change: paint(`1 1 1 1 k ${SQUARE}`),
  },
  { that: "has a tint that the plate cannot hold", rule: "TONE-1", change: paint(`0 0 0 0.01 k ${SQUARE}`) },
  { that: "has a tint that fills in", rule: "TONE-1", change: paint(`0 0 0 0.99 k ${SQUARE}`) },
  {
    that: "paints a colour that the house does not have",
    rule: "PAL-1",
    condition: { inks: { palette: { black: { c: 0, m: 0, y: 0, k: 1 }, sky: { c: 1, m: 0, y: 0, k: 0 } } } },
    change: paint(`0 0.5 0.5 0 k ${SQUARE}`),
  },
  {
    that: "prints a spot colour that was not ordered",
    rule: "SPOT-1",
    change: paintWith("ColorSpace", "X", () => separation("Rot", "DeviceCMYK", 0, 1, 1, 0), `/X cs 1 scn ${SQUARE}`),
  },
  {
    that: "prints a spot colour by several inks",
    rule: "SPOT-1",
    change: paintWith(
      "ColorSpace",
      "X",
      (file) =>
        file.add([
          name("DeviceN"),
          [name("Black"), name("Gold")],
          name("DeviceCMYK"),
          file.add(deviceN(), "{0 0 4 2 roll exch}"),
          dict({ Colorants: dict({ Gold: separation("Gold", "DeviceCMYK", 0, 0, 1, 0) }) }),
        ]),
      `/X cs 0 1 scn ${SQUARE}`,
    ),
  },
  { that: "has type too small to read", rule: "TYPE-1", change: paint(typeSet(4, "0 0 0 1 k")) },
  {
    that: "has type that a matrix makes too small",
    rule: "TYPE-1",
    change: paint(`0.3 0 0 0.3 ${at(90, 90)} cm /Black gs 0 0 0 1 k BT /F1 12 Tf <000300040005> Tj ET`),
  },
  {
    that: "has reversed type that fills in",
    rule: "TYPE-2",
    change: rewrite(/\/F1 12 Tf/, "/F1 6 Tf"),
  },
  { that: "has small type of two inks", rule: "TYPE-3", change: paint(typeSet(8, "0.8 0.6 0 0 k")) },
  {
    that: "has small type in rich black",
    rule: "TYPE-4",
    change: paint(typeSet(8, "0.5 0.4 0.4 1 k")),
  },
  {
    that: "has black text that knocks out of the tint",
    rule: "OVER-1",
    change: rewrite(/q \/Black gs 0 0 0 1 k BT \/F1 9 Tf/, "q /Knocking gs 0 0 0 1 k BT /F1 9 Tf"),
  },
  {
    // Only DeviceCMYK leaves the other plates alone (ISO 32000-1, table 149).
    that: "sets black as a grey, which no mode lets overprint",
    rule: "OVER-1",
    change: rewrite("q /Black gs 0 0 0 1 k BT /F1 9 Tf", "q /Black gs 0 g BT /F1 9 Tf"),
  },
  {
    that: "sets white text to overprint",
    rule: "OVER-2",
    change: rewrite("/Knocking gs 0 0 0 0 k BT", "/Black gs 0 0 0 0 k BT"),
  },
  {
    that: "sets a white square to overprint",
    rule: "OVER-2",
    change: paint(`/Black gs 0 0 0 0 k ${at(20, 190)} 20 20 re f`),
  },
  {
    that: "draws a line finer than the plate holds",
    rule: "LINE-1",
    change: paint(`0 0 0 1 K 0.1 w ${at(90, 95)} m ${at(120, 95)} l S`),
  },
  {
    that: "draws a line of no width",
    rule: "LINE-1",
    change: paint(`0 0 0 1 K 0 w ${at(90, 95)} m ${at(120, 95)} l S`),
  },
  {
    that: "draws a line that a matrix makes too fine",
    rule: "LINE-1",
    change: paint(`0.1 0 0 0.1 ${at(90, 95)} cm 0 0 0 1 K 1 w 0 0 m 500 0 l S`),
  },
  {
    that: "fills a rectangle finer than the plate holds",
    rule: "LINE-1",
    change: paint(`0 0 0 1 k ${at(90, 95)} 80 0.1 re f`),
  },
  {
    that: "has a fine white line on black that fills in",
    rule: "LINE-2",
    change: paint(`/Knocking gs 0 0 0 0 K 0.3 w ${at(45, 125)} m ${at(68, 125)} l S`),
  },
  {
    that: "has a picture that is far too coarse",
    rule: "PIC-1",
    change: paintWith("XObject", "X", (file) => picture(file, 20), draw(20)),
  },
  {
    that: "has a picture that is somewhat too coarse",
    rule: "PIC-2",
    change: paintWith("XObject", "X", (file) => picture(file, 130), draw(20)),
  },
  {
    that: "has a drawing of one bit that is too coarse",
    rule: "PIC-3",
    change: paintWith(
      "XObject",
      "X",
      (file) => picture(file, 100, { ColorSpace: name("DeviceGray"), BitsPerComponent: 1 }),
      draw(20),
    ),
  },
  {
    that: "has a picture beside its frame that is far too coarse where it is seen",
    rule: "PIC-1",
    change: paintWith("XObject", "X", (file) => picture(file, 60), `${at(90, 90)} 28 28 re W n ${draw(60)}`),
  },
  {
    that: "has a picture whose samples end too soon",
    rule: "PIC-4",
    change: paintWith("XObject", "X", (file) => picture(file, 300, { Height: 301 }), draw(20)),
  },
  {
    that: "has a packed picture whose samples end too soon",
    rule: "PIC-4",
    change: (file) => set(goodPicture(file), "Width", 1000),
  },
  {
    that: "has a picture of four milliard by four milliard pixels",
    rule: "PIC-4",
    change: (file) => {
      for (const side of ["Width", "Height"]) set(goodPicture(file), side, 4_294_967_295);
    },
  },
  { that: "has less bleed than the shop asks for", rule: "BLEED-1", change: bleed(mm(1)) },
  { that: "has a tint that ends at the trim", rule: "BLEED-2", change: paint(TO_THE_TRIM) },
  {
    that: "has a picture that ends at the trim",
    rule: "BLEED-2",
    change: paintWith("XObject", "X", (file) => picture(file, 280), PICTURE_TO_THE_TRIM),
  },
  { that: "has type at the trim's edge", rule: "SAFE-1", change: paint(typeSet(9, "0 0 0 1 k", 1, 30)) },
];

function bleed(by: number) {
  return (file: Editor): void => {
    const [left = 0, foot = 0, right = 0, top = 0] = asArray(file.page().get("TrimBox")).map(Number);
    file.page().set("BleedBox", [left - by, foot - by, right + by, top + by]);
  };
}

function deviceN() {
  return new Map<string, number | number[]>([
    ["FunctionType", 4],
    ["Domain", [0, 1, 0, 1]],
    ["Range", [0, 1, 0, 1, 0, 1, 0, 1]],
  ]);
}
