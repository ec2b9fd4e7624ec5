import { at } from "../../../support/pdf/good-file.ts";
import { asArray } from "../../../support/pdf/mutate.ts";
import { dict, name, text, type Dict } from "../../../support/pdf/values.ts";
import { PAGE, paint, put, type Mutant } from "./mutant.ts";

const numbers = (file: { page(): Dict }, box: string): number[] => asArray(file.page().get(box)).map(Number);

/** Moves the sides of a box of the page outwards by so many points. */
function grow(box: string, by: number): NonNullable<Mutant["change"]> {
  return (file) => {
    const [left = 0, foot = 0, right = 0, top = 0] = numbers(file, box);
    file.page().set(box, [left - by, foot - by, right + by, top + by]);
  };
}

const SCRIPT = dict({ S: name("JavaScript"), JS: text("app.alert(1)") });
const LINK = dict({ Type: name("Annot"), Subtype: name("Link"), F: 4, Rect: [100, 100, 200, 120], Border: [0, 0, 0] });

/** Faults of boxes, pages, annotations, actions and layers (ISO 32000-1, 14.11.2, 12.5, 12.6, 8.11). */
export const PAGES: readonly Mutant[] = [
  { that: "has a page without a MediaBox", rule: "BOX-1", change: put(PAGE, "MediaBox", undefined) },
  {
    that: "has a MediaBox of three numbers",
    rule: "BOX-1",
    change: put(PAGE, "MediaBox", [0, 0, 500]),
  },
  {
    that: "has neither TrimBox nor ArtBox",
    rule: "BOX-2",
    change: put(PAGE, "TrimBox", undefined),
  },
  {
    that: "has a TrimBox and an ArtBox",
    rule: "BOX-2",
    change: (file) => void file.page().set("ArtBox", numbers(file, "TrimBox")),
  },
  { that: "has an empty TrimBox", rule: "BOX-3", change: put(PAGE, "TrimBox", [100, 100, 100, 300]) },
  {
    that: "has a TrimBox that reaches out of its bleed",
    rule: "BOX-4",
    change: grow("TrimBox", 10),
    also: ["BLEED-1"],
  },
  { that: "has a BleedBox that reaches out of its media", rule: "BOX-4", change: grow("BleedBox", 40) },
  {
    that: "has a CropBox that reaches out of its media",
    rule: "BOX-4",
    change: (file) => void file.page().set("CropBox", [-10, -10, 700, 900]),
  },
  {
    that: "has a CropBox that cuts into its trim",
    rule: "BOX-5",
    change: (file) => {
      const [left = 0, foot = 0, right = 0, top = 0] = numbers(file, "TrimBox");
      file.page().set("CropBox", [left + 20, foot, right, top]);
    },
  },
  { that: "is larger than five metres", rule: "BOX-6", change: put(PAGE, "MediaBox", [0, 0, 15000, 700]) },
  {
    that: "is separated into plates already",
    rule: "PG-1",
    change: put(PAGE, "SeparationInfo", dict({ Pages: [], DeviceColorant: name("Cyan") })),
  },
  {
    that: "gives its page steps of a presentation",
    rule: "PG-2",
    change: put(PAGE, "PresSteps", dict({ Type: name("NavNode") })),
  },
  {
    // Everything is twice as large: the picture has half its pixels to the inch, and the bleed does.
    that: "scales its units",
    rule: "PG-3",
    change: put(PAGE, "UserUnit", 2),
    also: ["PIC-2", "PIC-3"],
  },
  {
    that: "scales its units, and is the smaller for it",
    rule: "PG-3",
    change: (file) => {
      paint(
        `0.5 0 0 0.5 ${at(90, 90)} cm 0 0 0 1 K 0.4 w 0 0 m 100 0 l S /Black gs 0 0 0 1 k BT /F1 8 Tf <00030004> Tj ET`,
      )(file);
      put(PAGE, "UserUnit", 2)(file);
    },
    also: ["PIC-2", "PIC-3"],
  },
  {
    that: "has a link on the page",
    rule: "ANN-1",
    change: (file) => void file.page().set("Annots", [file.add(LINK)]),
  },
  {
    that: "has a form field on the page",
    rule: "ANN-1",
    change: (file) =>
      void file.page().set("Annots", [file.add(new Map([...LINK, ["Subtype", name("Widget")], ["FT", name("Tx")]]))]),
  },
  {
    that: "runs a script when it is opened",
    rule: "ACT-2",
    change: put(["Root"], "OpenAction", SCRIPT),
  },
  {
    that: "goes to a page on the web when it is opened",
    rule: "ACT-1",
    change: put(["Root"], "OpenAction", dict({ S: name("URI"), URI: text("https://example.org") })),
  },
  {
    that: "acts when its page is opened",
    rule: "ACT-1",
    change: put(PAGE, "AA", dict({ O: dict({ S: name("Named"), N: name("Print") }) })),
  },
  {
    that: "acts before it is printed",
    rule: "ACT-1",
    change: put(["Root"], "AA", dict({ WP: dict({ S: name("Named"), N: name("Print") }) })),
  },
  {
    that: "has a list of scripts",
    rule: "ACT-2",
    change: put(["Root"], "Names", dict({ JavaScript: dict({ Names: [text("one"), SCRIPT] }) })),
  },
  {
    that: "prints the area of its trim only",
    rule: "VP-1",
    change: put(["Root", "ViewerPreferences"], "PrintArea", name("TrimBox")),
  },
  {
    that: "has a layer",
    rule: "OC-1",
    change: (file) => {
      const layer = file.add(dict({ Type: name("OCG"), Name: text("Korrektur") }));
      const shown = dict({ Name: text("Alle"), Order: [layer], ON: [layer] });
      file.dict("Root").set("OCProperties", dict({ OCGs: [layer], D: shown }));
      file.resources("Properties").set("Layer", layer);
      paint("/OC /Layer BDC 0 0 0 0.5 k 200 200 20 20 re f EMC")(file);
    },
  },
  {
    that: "has a layer in a configuration without a name",
    rule: "OC-2",
    change: (file) => {
      const layer = file.add(dict({ Type: name("OCG"), Name: text("Korrektur") }));
      file.dict("Root").set("OCProperties", dict({ OCGs: [layer], D: dict({ Order: [layer] }) }));
    },
    also: ["OC-1"],
  },
  {
    that: "has an attachment",
    rule: "EF-1",
    change: (file) => {
      const stream = file.add(dict({ Type: name("EmbeddedFile"), Subtype: name("text/plain") }), "the copy");
      const described = file.add(
        dict({ Type: name("Filespec"), F: text("copy.txt"), UF: text("copy.txt"), EF: dict({ F: stream }) }),
      );
      file.dict("Root").set("Names", dict({ EmbeddedFiles: dict({ Names: [text("copy.txt"), described] }) }));
    },
  },
  { that: "has no page", rule: "PAGES-1", change: (file) => empty(file.dict("Root", "Pages")) },
  {
    that: "has a page on which nothing stands",
    rule: "PAGES-2",
    change: (file) => file.content(() => "% nothing\n"),
  },
  {
    that: "has a second page of another size",
    rule: "PAGES-3",
    change: (file) => {
      const second = new Map(file.page());
      for (const box of ["MediaBox", "BleedBox", "TrimBox"]) {
        const [left = 0, foot = 0, right = 0, top = 0] = numbers(file, box);
        second.set(box, [left, foot, right + 30, top]);
      }
      another(file, second);
    },
  },
  {
    that: "has a second page that lies on its side",
    rule: "PAGES-3",
    change: (file) => another(file, new Map([...file.page(), ["Rotate", 90]])),
  },
];

function empty(pages: Dict): void {
  pages.set("Kids", []);
  pages.set("Count", 0);
}

function another(file: Parameters<NonNullable<Mutant["change"]>>[0], page: Dict): void {
  page.delete("StructParents");
  const pages = file.dict("Root", "Pages");
  asArray(pages.get("Kids")).push(file.add(page));
  pages.set("Count", 2);
}
