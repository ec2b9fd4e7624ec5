import { asArray, asDict, type Editor } from "../../../support/pdf/mutate.ts";
import { name, Ref, text } from "../../../support/pdf/values.ts";
import { put, restate, rewrite, set, type Mutant } from "./mutant.ts";
import { SYNTAX } from "./syntax.ts";

/** The faults that any press page can be given: those of the file, and such as a careless writer of ours would make. */
export const PRESS_PAGE: readonly Mutant[] = [
  ...SYNTAX.filter(({ rule }) =>
    ["FILE-1", "FILE-2", "FILE-3", "FILE-4", "FILE-5", "FILE-7", "FILE-10"].includes(rule),
  ),
  { that: "says PDF/X-3 in its metadata", rule: "META-4", change: restate(">PDF/X-4<", ">PDF/X-3:2003<") },
  { that: "has a title that its metadata do not know", rule: "META-10", change: retitle },
  { that: "has no date of its last change", rule: "META-5", change: restate(/<xmp:ModifyDate>.*\n/, "") },
  { that: "does not say whether it is trapped", rule: "META-8", change: put(["Info"], "Trapped", undefined) },
  { that: "has an intent for archives alone", rule: "OI-1", change: (file) => void intents(file).shift() },
  {
    that: "does not name its press",
    rule: "OI-2",
    change: put(["Root", "OutputIntents", 0], "OutputConditionIdentifier", undefined),
  },
  {
    that: "lost its TrimBox",
    rule: "BOX-2",
    change: put(["Root", "Pages", "Kids", 0], "TrimBox", undefined),
    // The crop marks stand on the page that is then taken for the trimmed one.
    also: ["LINE-2"],
  },
  {
    that: "has body type in a screen's black",
    rule: "COL-1",
    change: rewrite(/\/GO gs\n0 0 0 1 k/, "/GO gs\n0 0 0 rg"),
  },
  {
    that: "has rich black instead of black",
    rule: "TYPE-4",
    change: rewrite(/\/GO gs\n0 0 0 1 k/, "/GO gs\n0.6 0.5 0.5 1 k"),
  },
  { that: "has type of 4 points", rule: "TYPE-1", change: rewrite(/\/F2 [\d.]+ Tf/, "/F2 4 Tf") },
  { that: "has a hairline for a rule", rule: "LINE-1", change: rewrite(/(\d+\.?\d*) 0\.4 re f/, "$1 0.05 re f") },
  { that: "lost the program of a face", rule: "FNT-1", change: loseFont },
  { that: "has a picture that a screen would do with", rule: "PIC-1", change: coarsen },
  { that: "lost a picture", rule: "OP-4", change: (file) => set(file.resources("XObject"), "I1", undefined) },
  {
    that: "has a picture for screens",
    rule: "COL-1",
    change: (file) => set(pictureOf(file), "ColorSpace", name("DeviceRGB")),
    also: ["PIC-4"],
  },
];

function intents(file: Editor) {
  return asArray(file.value("Root", "OutputIntents"));
}

function retitle(file: Editor): void {
  file.dict("Info").set("Title", text("Ein anderer Titel"));
}

function pictureOf(file: Editor) {
  return asDict(file.follow(file.resources("XObject").get("I1")));
}

function loseFont(file: Editor): void {
  const font = asDict(file.follow(file.resources("Font").get("F1")));
  const descendant = asDict(file.follow(asArray(file.follow(font.get("DescendantFonts")))[0]));
  set(asDict(file.follow(descendant.get("FontDescriptor"))), "FontFile3", undefined);
}

/** A picture of 64 × 64 pixels in the place of the good one. */
function coarsen(file: Editor): void {
  const reference = file.resources("XObject").get("I1");
  if (!(reference instanceof Ref)) throw new Error("the page has no picture");
  const picture = file.streamDict(reference);
  file.restream(reference, Buffer.alloc(64 * 64 * 4, 40));
  for (const key of ["Decode", "DecodeParms"]) picture.delete(key);
  for (const [key, value] of Object.entries({ Width: 64, Height: 64, BitsPerComponent: 8 })) picture.set(key, value);
  picture.set("ColorSpace", name("DeviceCMYK"));
}
