import { spaceName } from "../content/index.ts";
import type { Document } from "../document.ts";
import { pressSpace } from "../intents.ts";
import { withInner } from "../mark-colours.ts";
import type { PdfDict, PdfFile, PdfObject } from "../reader/index.ts";
import { isKind } from "../reader/index.ts";
import type { Rule } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";
import { DEVICE_COLOUR, isOfPress } from "./colour-rules.ts";

export const TRANSFER = {
  id: "GS-1",
  code: "preflight/transfer",
  severity: "error",
  when: "A graphics state has a transfer function (TR), or TR2 that is not Default.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.5; ISO 32000-1, 10.4",
  hint: "apply the tone curve in the picture, and export again",
} as const satisfies Rule;

export const HALFTONE_ORIGIN = {
  id: "GS-2",
  code: "preflight/halftone-origin",
  severity: "error",
  when: "A graphics state moves the origin of the halftone (HTP).",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.5; ISO 32000-1, 10.5",
  hint: "export without screens of your own; the press has its own",
} as const satisfies Rule;

export const HALFTONE = {
  id: "GS-4",
  code: "preflight/halftone",
  severity: "error",
  when: "A halftone is called by name, or is of another type than 1 or 5.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.5; ISO 32000-1, 10.5",
  hint: "export without screens of your own; the press has its own",
} as const satisfies Rule;

export const INTENT = {
  id: "GS-3",
  code: "preflight/rendering-intent",
  severity: "error",
  when: "A rendering intent is none of the four that there are.",
  clause: "ISO 19005-2, 6.2.6; ISO 32000-1, 8.6.5.8",
  hint: "export the file again",
} as const satisfies Rule;

export const OVERPRINT_MODE = {
  id: "GS-5",
  code: "preflight/overprint-mode",
  severity: "error",
  when: "CMYK with a profile of its own is set to overprint with OPM 1, which nobody does alike.",
  clause: "ISO 19005-2, 6.2.4.2; ISO 32000-1, 8.6.7",
  hint: "export without profiles on objects that are in the CMYK of the press",
} as const satisfies Rule;

export const BLEND_MODE = {
  id: "TRN-1",
  code: "preflight/blend-mode",
  severity: "error",
  when: "A blend mode is none that the format has.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.10; ISO 32000-1, 11.3.5",
  hint: "export the file again",
} as const satisfies Rule;

export const BLEND_SPACE = {
  id: "TRN-2",
  code: "preflight/blend-space",
  severity: "warning",
  when: "Transparency blends in another space than the CMYK of the press, so that all it covers is converted twice.",
  clause: "ISO 15930-7; ISO 32000-1, 11.6.6",
  hint: "set the document's blend space to CMYK, and export again",
} as const satisfies Rule;

export const TRANSPARENT = {
  id: "TRN-3",
  code: "preflight/transparent",
  severity: "error",
  when: "Something is transparent, and the print condition takes no transparency.",
  clause: "print condition, transparency; ISO 32000-1, 11",
  hint: "flatten transparency when exporting",
} as const satisfies Rule;

export const OPI = {
  id: "XO-1",
  code: "preflight/opi",
  severity: "error",
  when: "A picture is to be replaced at the printer's (OPI).",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.8; ISO 32000-1, 14.11.7",
  hint: "export with the fine pictures",
} as const satisfies Rule;

export const ALTERNATES = {
  id: "XO-2",
  code: "preflight/alternates",
  severity: "error",
  when: "A picture has alternates, of which another could be printed.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.8; ISO 32000-1, 8.9.5.4",
  hint: "export the picture again, alone",
} as const satisfies Rule;

export const INTERPOLATED = {
  id: "XO-3",
  code: "preflight/interpolated",
  severity: "warning",
  when: "A picture asks to be smoothed (Interpolate), which every printer does in a way of its own.",
  clause: "ISO 19005-2, 6.2.8; ISO 32000-1, 8.9.5.3",
  hint: "export the picture with enough pixels",
} as const satisfies Rule;

export const POSTSCRIPT = {
  id: "XO-4",
  code: "preflight/postscript",
  severity: "error",
  when: "The page holds PostScript as an XObject.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.9; ISO 32000-1, 8.8.2",
  hint: "export the file again, with a program of this century",
} as const satisfies Rule;

export const POSTSCRIPT_SUBTYPE = {
  id: "XO-5",
  code: "preflight/postscript-subtype",
  severity: "error",
  when: "A form says that it is PostScript (Subtype2 PS).",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.9; ISO 32000-1, 8.8.2",
  hint: "export the file again, with a program of this century",
} as const satisfies Rule;

export const POSTSCRIPT_KEY = {
  id: "XO-6",
  code: "preflight/postscript-key",
  severity: "error",
  when: "A form brings PostScript beside its content (PS).",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.9; ISO 32000-1, 8.10",
  hint: "export the file again, with a program of this century",
} as const satisfies Rule;

export const REFERENCE = {
  id: "XO-7",
  code: "preflight/reference",
  severity: "error",
  when: "A form stands for the page of another file (Ref).",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.9; ISO 32000-1, 8.10.4",
  hint: "embed the page",
} as const satisfies Rule;

export const OPERATOR = {
  id: "OP-1",
  code: "preflight/operator",
  severity: "error",
  when: "The content has an operator that the format does not have.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.2; ISO 32000-1, 7.8.2",
  hint: "export the file again",
} as const satisfies Rule;

export const UNBALANCED = {
  id: "OP-2",
  code: "preflight/unbalanced",
  severity: "warning",
  when: "The content saves its graphics state and does not restore it, or the reverse.",
  clause: "ISO 32000-1, 8.4.2",
  hint: "export the file again",
} as const satisfies Rule;

export const DEEP = {
  id: "OP-3",
  code: "preflight/deep",
  severity: "warning",
  when: "The graphics state is saved more than 28 times in each other, more than every printer takes.",
  clause: "ISO 19005-2, 6.1.13; ISO 32000-1, annex C.2",
  hint: "export the file again",
} as const satisfies Rule;

export const NO_RESOURCE = {
  id: "OP-4",
  code: "preflight/no-resource",
  severity: "error",
  when: "The content names a font, picture, colour space or graphics state that is not in the file, or draws in a circle.",
  clause: "ISO 19005-2, 6.2.2; ISO 32000-1, 7.8.3",
  hint: "export the file again",
} as const satisfies Rule;

const INTENTS = new Set(["AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"]);

/** The blend modes of ISO 32000-1, tables 136 and 137. */
const BLEND_MODES = new Set(
  "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity".split(
    " ",
  ),
);

/** How a page paints: its graphics states, forms, pictures and operators. */
export function watchGraphics(view: PageView): Watch {
  const { tell, document } = view;
  const seen = new Set<unknown>();
  const group = document.file.dict(view.page.node.dict.entries.get("Group"));
  let isBlended = false;
  return {
    use: (use) => {
      if (use.kind === "gstate" && !seen.has(use.dict)) checkState(document.file, use.dict, view);
      if (use.kind === "form" && !seen.has(use.stream)) checkForm(use.stream.dict, view);
      if (use.kind === "postscript") tell(POSTSCRIPT, "the page holds a PostScript XObject");
      if (use.kind === "intent" && !INTENTS.has(use.name))
        tell(INTENT, `“${use.name.slice(0, 40)}” is no rendering intent`);
      if (use.kind === "operator") tell(OPERATOR, operatorFault(use.word), { about: "operator" });
      if (use.kind === "unbalanced") tell(UNBALANCED, use.what, { about: use.what });
      if (use.kind === "depth") tell(DEEP, `the graphics state is saved more than ${use.most} times in each other`);
      if (use.kind === "resource")
        tell(NO_RESOURCE, `there is no ${use.category} “${use.name.slice(0, 40)}”`, { about: use.category });
      if (use.kind === "fault") tell(NO_RESOURCE, use.what, { about: use.what });
      if (use.kind === "gstate") seen.add(use.dict);
      if (use.kind === "form") seen.add(use.stream);
    },
    mark: (mark) => {
      isBlended ||= mark.transparent;
      if (mark.transparent && !document.condition.transparency)
        tell(TRANSPARENT, "something transparent", { about: mark.kind, box: mark.box });
      if (mark.kind === "image" && !seen.has(mark.dict)) {
        seen.add(mark.dict);
        checkPicture(document.file, mark.dict, view);
      }
      const isOwnCmyk = spacesIn(mark).some((space) => space.kind === "icc" && space.components === 4);
      if (mark.overprint && mark.overprintMode === 1 && isOwnCmyk)
        tell(OVERPRINT_MODE, "CMYK with a profile overprints by OPM 1", { about: mark.kind, box: mark.box });
    },
    end: () => {
      if (isTransparencyGroup(document.file, group)) checkGroup(group, view, isBlended);
    },
  };
}

function operatorFault(word: string): string {
  return word === "" ? "operands without an operator" : `“${word.slice(0, 20)}” is no operator`;
}

function spacesIn(mark: Parameters<NonNullable<Watch["mark"]>>[0]) {
  if (mark.kind === "text") return [mark.fill?.space, mark.stroke?.space].filter((space) => space !== undefined);
  return mark.kind === "fill" || mark.kind === "stroke" ? [mark.colour.space] : [];
}

function checkState(file: PdfFile, { entries }: PdfDict, { tell }: PageView): void {
  if (entries.has("TR")) tell(TRANSFER, "a graphics state has a transfer function");
  const second = file.resolve(entries.get("TR2"));
  if (second !== null && file.name(second) !== "Default")
    tell(TRANSFER, "a graphics state has a transfer function (TR2)");
  if (entries.has("HTP")) tell(HALFTONE_ORIGIN, "a graphics state moves the halftone (HTP)");
  checkHalftone(file, entries.get("HT"), tell);
  const intent = file.name(entries.get("RI"));
  if (intent !== undefined && !INTENTS.has(intent)) tell(INTENT, `“${intent.slice(0, 40)}” is no rendering intent`);
  const blend = file.resolve(entries.get("BM"));
  const modes = isKind(blend, "array") ? blend.items.map((item) => file.name(item)) : [file.name(blend)];
  for (const mode of modes)
    if (mode !== undefined && !BLEND_MODES.has(mode)) tell(BLEND_MODE, `“${mode.slice(0, 40)}” is no blend mode`);
}

function checkHalftone(file: PdfFile, object: PdfObject | undefined, tell: PageView["tell"]): void {
  const halftone = file.dict(object)?.entries;
  if (halftone === undefined) return;
  const type = file.number(halftone.get("HalftoneType"));
  if (type !== 1 && type !== 5) tell(HALFTONE, `a halftone is of type ${type ?? "none"}`);
  if (halftone.has("HalftoneName")) tell(HALFTONE, "a halftone is called by name");
}

function checkForm({ entries }: PdfDict, view: PageView): void {
  const { tell, document } = view;
  if (entries.has("OPI")) tell(OPI, "a form is to be replaced at the printer's");
  if (document.file.name(entries.get("Subtype2")) === "PS")
    tell(POSTSCRIPT_SUBTYPE, "a form says that it is PostScript");
  if (entries.has("PS")) tell(POSTSCRIPT_KEY, "a form brings PostScript beside its content");
  if (entries.has("Ref")) tell(REFERENCE, "a form stands for the page of another file");
  const group = document.file.dict(entries.get("Group"));
  if (isTransparencyGroup(document.file, group)) checkGroup(group, view, true);
}

function checkPicture(file: PdfFile, { entries }: PdfDict, { tell }: PageView): void {
  const intent = file.name(entries.get("Intent"));
  if (intent !== undefined && !INTENTS.has(intent)) tell(INTENT, `“${intent.slice(0, 40)}” is no rendering intent`);
  if (entries.has("OPI")) tell(OPI, "a picture is to be replaced at the printer's");
  if ((file.array(entries.get("Alternates"))?.length ?? 0) > 0) tell(ALTERNATES, "a picture has alternates");
  if (file.resolve(entries.get("Interpolate") ?? entries.get("I")) === true)
    tell(INTERPOLATED, "a picture asks to be smoothed");
}

function isTransparencyGroup(file: PdfFile, group: PdfDict | undefined): group is PdfDict {
  return group !== undefined && file.name(group.entries.get("S")) === "Transparency";
}

/** The space in which a group blends (ISO 32000-1, 11.6.6): one that the press has. */
function checkGroup(group: PdfDict, { document, tell }: PageView, isBlended: boolean): void {
  const space = document.shared.spaces.open(group.entries.get("CS"));
  if (space === undefined) return;
  const press = pressOf(document);
  const name = spaceName(space);
  if (withInner(space).some((inner) => !isOfPress(inner, press)))
    tell(DEVICE_COLOUR, `a transparency group blends in ${name}`, { about: `group ${name}` });
  else if (space.components === 3 && isBlended) tell(BLEND_SPACE, `transparency blends in ${name}`, { about: name });
}

function pressOf({ intents }: Document): "gray" | "rgb" | "cmyk" {
  return pressSpace(intents) ?? "cmyk";
}
