import { boxOf, isEmpty, meet } from "../content/index.ts";
import type { Document } from "../document.ts";
import { placeOn, type PageFacts } from "../page-facts.ts";
import { isKind, type PdfDict, type PdfFile, type PdfObject } from "../reader/index.ts";
import type { Rule, Tell } from "../rule.ts";

export const ANNOTATION = {
  id: "ANN-1",
  code: "preflight/annotation",
  severity: "error",
  when: "An annotation (a link, note or form field) reaches into the BleedBox, or into the TrimBox where there is no BleedBox.",
  clause: "ISO 15930-7; ISO 32000-1, 12.5",
  hint: "export without links, notes and form fields",
} as const satisfies Rule;

export const ACTION = {
  id: "ACT-1",
  code: "preflight/action",
  severity: "error",
  when: "The document, a page, an annotation or a bookmark has an action.",
  clause: "ISO 15930-7; ISO 32000-1, 12.6",
  hint: "export without interactive elements",
} as const satisfies Rule;

export const JAVASCRIPT = {
  id: "ACT-2",
  code: "preflight/javascript",
  severity: "error",
  when: "The document has JavaScript.",
  clause: "ISO 15930-7; ISO 32000-1, 12.6.4.16",
  hint: "export without interactive elements",
} as const satisfies Rule;

export const VIEWER_BOXES = {
  id: "VP-1",
  code: "preflight/viewer-boxes",
  severity: "error",
  when: "ViewArea, ViewClip, PrintArea or PrintClip of the viewer's preferences name another box than MediaBox or BleedBox.",
  clause: "ISO 15930-7; ISO 32000-1, 12.2",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const LAYERS = {
  id: "OC-1",
  code: "preflight/layers",
  severity: "warning",
  when: "The document has layers (optional content): what is printed depends on which are switched on.",
  clause: "ISO 15930-7; ISO 32000-1, 8.11",
  hint: "flatten the layers; newspapers do not use them",
} as const satisfies Rule;

export const LAYER_SETUP = {
  id: "OC-2",
  code: "preflight/layer-setup",
  severity: "error",
  when: "A configuration of layers has no name of its own, switches by events (AS), or does not list all layers in its order.",
  clause: "ISO 19005-2, 6.9; ISO 32000-1, 8.11.4.3",
  hint: "flatten the layers",
} as const satisfies Rule;

export const ATTACHMENT = {
  id: "EF-1",
  code: "preflight/attachment",
  severity: "warning",
  when: "Files are attached to the document. They are not printed, and some shops refuse them.",
  clause: "ISO 32000-1, 7.11.4",
  hint: "send a file without attachments to the press, and keep the other for the archive",
} as const satisfies Rule;

export const PRESEPARATED = {
  id: "PG-1",
  code: "preflight/preseparated",
  severity: "error",
  when: "A page is one plate of a separated page (SeparationInfo).",
  clause: "ISO 15930-7; ISO 32000-1, 14.11.4",
  hint: "export composite pages",
} as const satisfies Rule;

export const PRESENTATION = {
  id: "PG-2",
  code: "preflight/presentation",
  severity: "error",
  when: "A page has steps of a presentation (PresSteps).",
  clause: "ISO 19005-2, 6.10; ISO 32000-1, 12.4.4",
  hint: "export as PDF/X-4",
} as const satisfies Rule;

export const USER_UNIT = {
  id: "PG-3",
  code: "preflight/user-unit",
  severity: "warning",
  when: "A page has units of another size than a point (UserUnit), which some printers ignore.",
  clause: "ISO 32000-1, 14.11.2 and table 30",
  hint: "export the page at its true size",
} as const satisfies Rule;

const PREPRESS = new Set(["TrapNet", "PrinterMark"]);
const MOST = 10_000;

/** What belongs to a page besides its content. */
export function checkPageKeys({ file }: Document, page: PageFacts, tell: Tell): void {
  const { entries } = page.node.dict;
  const at = { page: page.number };
  if (file.dict(entries.get("SeparationInfo"))) tell(PRESEPARATED, "the page is one plate of a separated page", at);
  if (entries.has("PresSteps")) tell(PRESENTATION, "the page has steps of a presentation", at);
  if (entries.has("AA")) tell(ACTION, "the page has actions", { ...at, about: "page" });
  if (page.unit !== 1) tell(USER_UNIT, `a unit of the page is ${page.unit} points`, at);
  for (const item of file.array(entries.get("Annots"))?.slice(0, MOST) ?? []) {
    const annotation = file.dict(item);
    if (annotation) checkAnnotation(file, annotation, page, tell);
  }
}

function checkAnnotation(file: PdfFile, { entries }: PdfDict, page: PageFacts, tell: Tell): void {
  const type = file.name(entries.get("Subtype")) ?? "without type";
  const rect = boxOf(file.numbersOf(entries.get("Rect")));
  const area = page.named.BleedBox ?? page.trim;
  const spot = { page: page.number, about: type, place: rect && placeOn(page, rect) };
  const overlaps = rect === undefined || touches(meet(rect, area));
  if (!PREPRESS.has(type) && overlaps) tell(ANNOTATION, `an annotation (${type}) lies on the page`, spot);
  if (entries.has("A") || entries.has("AA")) tellAction(file, entries.get("A"), "an annotation", { tell, spot });
}

function touches(shared: ReturnType<typeof meet>): boolean {
  return !isEmpty(shared) && shared.left < shared.right && shared.bottom < shared.top;
}

interface Telling {
  readonly tell: Tell;
  readonly spot?: Parameters<Tell>[2];
}

function tellAction(file: PdfFile, action: PdfObject | undefined, owner: string, { tell, spot = {} }: Telling): void {
  const kind = file.name(file.dict(action)?.entries.get("S"));
  const about = `${owner} ${kind ?? ""}`;
  if (kind === "JavaScript") tell(JAVASCRIPT, `${owner} runs JavaScript`, { ...spot, about });
  else tell(ACTION, `${owner} has an action${kind === undefined ? "" : ` (${kind.slice(0, 30)})`}`, { ...spot, about });
}

/** What the catalog holds for screens alone. */
export function checkCatalog({ file }: Document, tell: Tell): void {
  const { entries } = file.root;
  const open = file.resolve(entries.get("OpenAction"));
  if (isKind(open, "dict")) tellAction(file, open, "the document", { tell });
  if (entries.has("AA")) tell(ACTION, "the document has actions", { about: "document" });
  const names = file.dict(entries.get("Names"))?.entries;
  if (names?.has("JavaScript")) tell(JAVASCRIPT, "the document has JavaScript");
  const hasFiles = names?.has("EmbeddedFiles") === true || (file.array(entries.get("AF"))?.length ?? 0) > 0;
  if (hasFiles) tell(ATTACHMENT, "files are attached to the document");
  checkViewer(file, tell);
  checkLayers(file, tell);
  checkOutlines(file, tell);
}

function checkViewer(file: PdfFile, tell: Tell): void {
  const preferences = file.dict(file.root.entries.get("ViewerPreferences"));
  for (const key of ["ViewArea", "ViewClip", "PrintArea", "PrintClip"]) {
    const value = file.name(preferences?.entries.get(key));
    if (value !== undefined && value !== "MediaBox" && value !== "BleedBox")
      tell(VIEWER_BOXES, `${key} is ${value.slice(0, 30)}`, { about: key });
  }
}

function checkLayers(file: PdfFile, tell: Tell): void {
  const properties = file.dict(file.root.entries.get("OCProperties"))?.entries;
  const layers = file.array(properties?.get("OCGs")) ?? [];
  if (layers.length > 0) tell(LAYERS, `the document has ${layers.length} layer${layers.length > 1 ? "s" : ""}`);
  if (properties === undefined) return;
  const configurations = [properties.get("D"), ...(file.array(properties.get("Configs")) ?? [])];
  const seen = new Set<string>();
  for (const configuration of configurations.slice(0, MOST)) {
    const dict = file.dict(configuration);
    if (dict === undefined) continue;
    const name = file.string(dict.entries.get("Name")) ?? "";
    if (name === "" || seen.has(name))
      tell(LAYER_SETUP, "a configuration of layers has no name of its own", { about: "name" });
    seen.add(name);
    if (dict.entries.has("AS")) tell(LAYER_SETUP, "layers are switched by events (AS)", { about: "AS" });
    if (dict.entries.has("Order") && !listsAll(file, dict.entries.get("Order"), layers))
      tell(LAYER_SETUP, "the order of layers does not list all of them", { about: "order" });
  }
}

function listsAll(file: PdfFile, order: PdfObject | undefined, layers: readonly PdfObject[]): boolean {
  const listed = new Set<number>();
  const open = [order];
  for (let steps = 0; open.length > 0 && steps < MOST; steps++) {
    const item = open.pop();
    if (isKind(item, "ref") && file.array(item) === undefined) listed.add(item.number);
    else for (const inner of file.array(item)?.slice(0, MOST) ?? []) open.push(inner);
  }
  return layers.every((layer) => !isKind(layer, "ref") || listed.has(layer.number));
}

/** Bookmarks lead to places; those with actions are forbidden. */
function checkOutlines(file: PdfFile, tell: Tell): void {
  const seen = new Set<PdfDict>();
  const open: (PdfObject | undefined)[] = [file.dict(file.root.entries.get("Outlines"))?.entries.get("First")];
  while (open.length > 0 && seen.size < MOST) {
    const dict = file.dict(open.pop());
    if (dict === undefined || seen.has(dict)) continue;
    seen.add(dict);
    if (dict.entries.has("A")) tellAction(file, dict.entries.get("A"), "a bookmark", { tell });
    open.push(dict.entries.get("Next"), dict.entries.get("First"));
  }
}
