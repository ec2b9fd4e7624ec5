import type { Editor } from "../mutate.ts";
import { dict, name, Ref, type Value } from "../values.ts";
import { bare, CATALOG, loop, PAGES, paint, withXrefStream, type Malicious } from "./malicious.ts";

/** References that lead back to themselves, wherever references are followed. */
export const LOOPS: readonly Malicious[] = [
  {
    that: "has pages that are their own child",
    make: () => bare({ 1: CATALOG, 2: "<</Type /Pages /Kids [2 0 R] /Count 1>>" }),
  },
  {
    that: "has pages that are their own parent",
    make: () =>
      bare({
        1: CATALOG,
        2: "<</Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R>>",
        3: "<</Type /Page /Parent 2 0 R>>",
      }),
  },
  { that: "has a page that is its own parent", make: loop((file) => file.page().set("Parent", new Ref(pageId(file)))) },
  {
    that: "has two nodes of pages that are each other's children",
    make: () =>
      bare({ 1: CATALOG, 2: "<</Type /Pages /Kids [3 0 R] /Count 1>>", 3: "<</Type /Pages /Kids [2 0 R] /Count 1>>" }),
  },
  { that: "has the same page a million times by twenty doublings", make: doublings },
  { that: "has an object that is a reference to itself", make: () => bare({ 1: CATALOG, 2: "2 0 R" }) },
  {
    that: "has two objects that are references to each other",
    make: () => bare({ 1: CATALOG, 2: "3 0 R", 3: "2 0 R" }),
  },
  {
    that: "has a length that is the stream's own",
    make: () =>
      bare({
        1: CATALOG,
        2: PAGES,
        3: "<</Type /Page /MediaBox [0 0 9 9] /Parent 2 0 R /Contents 4 0 R>>",
        4: "<</Length 4 0 R>>\nstream\nq Q\nendstream",
      }),
  },
  {
    that: "has a filter that is the stream's own",
    make: () =>
      bare({
        1: CATALOG,
        2: PAGES,
        3: "<</Type /Page /MediaBox [0 0 9 9] /Parent 2 0 R /Contents 4 0 R>>",
        4: "<</Length 3 /Filter 4 0 R /DecodeParms 4 0 R>>\nstream\nq Q\nendstream",
      }),
  },
  {
    that: "has a form that draws itself",
    make: loop((file) => {
      file.resources("XObject").set("Self", selfForm(file));
      paint(file, "/Self Do");
    }),
  },
  {
    that: "has forms that draw the next one twice, forty deep",
    make: loop((file) => {
      file.resources("XObject").set("X", doubling(file, 40));
      paint(file, "/X Do");
    }),
  },
  { that: "has a pattern that is painted with itself", make: loop(selfPattern) },
  { that: "has a Type 3 glyph that shows itself", make: loop(selfGlyph) },
  {
    that: "has a colour space based on itself",
    make: loop((file) => {
      file.resources("ColorSpace").set(
        "X",
        selfReference(file, (self) => [name("Indexed"), self, 1, name("x")]),
      );
      paint(file, "/X cs 1 sc 9 9 9 9 re f");
    }),
  },
  {
    that: "has a spot colour whose substitute is itself",
    make: loop((file) => {
      file.resources("ColorSpace").set(
        "X",
        selfReference(file, (self) => [name("Separation"), name("S"), self, self]),
      );
      paint(file, "/X cs 1 scn 9 9 9 9 re f");
    }),
  },
  {
    that: "has a pattern space over itself",
    make: loop((file) => {
      file.resources("ColorSpace").set(
        "X",
        selfReference(file, (self) => [name("Pattern"), self]),
      );
      paint(file, "/X cs 1 scn 9 9 9 9 re f");
    }),
  },
  {
    that: "has a function that stitches itself",
    make: loop((file) => {
      const fn = selfReference(file, (self) =>
        dict({ FunctionType: 3, Domain: [0, 1], Functions: [self, self], Bounds: [0.5], Encode: [0, 1, 0, 1] }),
      );
      file.resources("ColorSpace").set("X", [name("Separation"), name("S"), name("DeviceCMYK"), fn]);
      paint(file, "/X cs 0.3 scn 9 9 9 9 re f");
    }),
  },
  {
    that: "has a picture that is its own soft mask",
    make: loop((file) => {
      const picture = file.resources("XObject").get("Picture");
      if (picture instanceof Ref) file.streamDict(picture).set("SMask", picture);
    }),
  },
  { that: "has a soft mask whose group uses the mask", make: loop(selfMask) },
  {
    that: "has a font that is its own descendant",
    make: loop((file) => {
      file.resources("Font").set(
        "X",
        selfReference(file, (self) =>
          dict({
            Type: name("Font"),
            Subtype: name("Type0"),
            Encoding: name("Identity-H"),
            DescendantFonts: [self],
            FontDescriptor: self,
            ToUnicode: self,
          }),
        ),
      );
      paint(file, "BT /X 9 Tf <0001> Tj ET");
    }),
  },
  {
    that: "has resources that are their own fonts",
    make: loop((file) => {
      const all = selfReference(file, (self) =>
        dict({
          Font: self,
          XObject: self,
          ColorSpace: self,
          ExtGState: self,
          Pattern: self,
          Shading: self,
          Properties: self,
        }),
      );
      file.page().set("Resources", all);
    }),
  },
  {
    that: "has names that are their own children",
    make: loop(
      (file) =>
        void file.dict("Root").set(
          "Names",
          selfReference(file, (self) => dict({ JavaScript: self, EmbeddedFiles: self, Kids: [self, self] })),
        ),
    ),
  },
  {
    that: "has an outline that is its own next",
    harmless: true,
    make: loop(
      (file) =>
        void file.dict("Root").set(
          "Outlines",
          selfReference(file, (self) => dict({ First: self, Last: self, Next: self, Parent: self })),
        ),
    ),
  },
  {
    that: "has an action that goes on with itself",
    make: loop(
      (file) =>
        void file.dict("Root").set(
          "OpenAction",
          selfReference(file, (self) => dict({ S: name("Named"), N: name("Print"), Next: [self, self] })),
        ),
    ),
  },
  {
    that: "has an annotation that is its own appearance",
    harmless: true,
    make: loop(
      (file) =>
        void file.page().set(
          "Annots",
          selfReference(file, (self) => [self]),
        ),
    ),
  },
  {
    that: "has a structure that is its own child",
    make: loop(
      (file) => void file.dict("Root", "StructTreeRoot").set("K", file.dict("Root").get("StructTreeRoot") ?? null),
    ),
    harmless: true,
  },
  {
    that: "has contents that are an array of themselves",
    make: loop(
      (file) =>
        void file.page().set(
          "Contents",
          selfReference(file, (self) => [self, self]),
        ),
    ),
  },
  {
    that: "has an output intent that is the list of intents",
    make: loop(
      (file) =>
        void file.dict("Root").set(
          "OutputIntents",
          selfReference(file, (self) => [self, self]),
        ),
    ),
  },
  { that: "has an object stream that holds itself", make: selfObjectStream },
];

function selfReference(file: Editor, make: (self: Ref) => Value): Ref {
  const placeholder = file.add(null);
  const entry = file.objects.get(placeholder.id);
  if (entry !== undefined) entry.value = make(placeholder);
  return placeholder;
}

function selfForm(file: Editor): Ref {
  const self = file.add(dict({}), "/Self Do");
  const resources = dict({ XObject: dict({ Self: self }) });
  const entries = { Type: name("XObject"), Subtype: name("Form"), BBox: [0, 0, 9, 9], Resources: resources };
  for (const [key, value] of Object.entries(entries)) file.streamDict(self).set(key, value);
  return self;
}

function pageId(file: Editor): number {
  const [id] = [...file.objects].find(([, { value }]) => value === file.page()) ?? [0];
  return id;
}

function doublings(): Buffer {
  const nodes = Object.fromEntries(
    Array.from({ length: 20 }, (_, depth) => [
      2 + depth,
      `<</Type /Pages /Kids [${3 + depth} 0 R ${3 + depth} 0 R] /Count 2>>`,
    ]),
  );
  return bare({ 1: CATALOG, ...nodes, 22: "<</Type /Page /MediaBox [0 0 99 99]>>" });
}

function doubling(file: Editor, depth: number): Ref {
  const child = depth === 0 ? undefined : doubling(file, depth - 1);
  const resources = dict(child === undefined ? {} : { XObject: dict({ X: child }) });
  const entries = { Type: name("XObject"), Subtype: name("Form"), BBox: [0, 0, 9, 9], Resources: resources };
  return file.add(dict(entries), child === undefined ? "0 0 0 1 k 0 0 1 1 re f" : "/X Do /X Do");
}

function selfPattern(file: Editor): void {
  const self = file.add(dict({}), "/Pattern cs /X scn 0 0 9 9 re f");
  const resources = dict({ Pattern: dict({ X: self }) });
  const entries = {
    PatternType: 1,
    PaintType: 1,
    TilingType: 1,
    BBox: [0, 0, 9, 9],
    XStep: 9,
    YStep: 9,
    Resources: resources,
  };
  for (const [key, value] of Object.entries(entries)) file.streamDict(self).set(key, value);
  file.resources("Pattern").set("X", self);
  paint(file, "/Pattern cs /X scn 0 0 99 99 re f");
}

function selfGlyph(file: Editor): void {
  const glyph = file.add(dict({}), "9 0 d0 BT /X 9 Tf (a) Tj (a) Tj ET");
  const font = selfReference(file, (self) =>
    dict({
      Type: name("Font"),
      Subtype: name("Type3"),
      FontBBox: [0, 0, 9, 9],
      FontMatrix: [0.1, 0, 0, 0.1, 0, 0],
      CharProcs: dict({ a: glyph }),
      Encoding: dict({ Differences: [97, name("a")] }),
      FirstChar: 97,
      LastChar: 97,
      Widths: [9],
      Resources: dict({ Font: dict({ X: self }) }),
    }),
  );
  file.resources("Font").set("X", font);
  paint(file, "BT /X 9 Tf (aaa) Tj ET");
}

function selfMask(file: Editor): void {
  const group = file.add(dict({}), "/X gs 0 0 9 9 re f");
  const state = file.add(dict({ SMask: dict({ S: name("Luminosity"), G: group }) }));
  const entries = {
    Type: name("XObject"),
    Subtype: name("Form"),
    BBox: [0, 0, 9, 9],
    Group: dict({ S: name("Transparency"), CS: name("DeviceCMYK") }),
    Resources: dict({ ExtGState: dict({ X: state }) }),
  };
  for (const [key, value] of Object.entries(entries)) file.streamDict(group).set(key, value);
  file.resources("ExtGState").set("X", state);
  paint(file, "/X gs 0 0 0 0.5 k 0 0 99 99 re f");
}

function selfObjectStream(): Buffer {
  const objects =
    "5 0 obj\n<</Type /ObjStm /N 2 /First 8 /Extends 5 0 R /Length 40>>\nstream\n1 0 5 30 <</Type /Catalog /Pages 5 0 R>> \nendstream\nendobj\n";
  // Objects 1 and 5 both stand in object stream 5.
  const rows = Buffer.from([0, 0, 0, 2, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 5, 1]);
  return withXrefStream("1 1 1", rows, 6, objects);
}
