import { createHash } from "node:crypto";
import { report, type Diagnostic, type Outcome } from "../../base/index.ts";
import type { Face } from "../../galley/index.ts";
import type { DisplayList, DisplayPage } from "../display/index.ts";
import { pageContent, type Resources } from "./content.ts";
import { UNREADABLE_PICTURE } from "./findings.ts";
import { EmbeddedFace } from "./fonts.ts";
import { embedImage, type EmbeddedImage } from "./image.ts";
import { finish, openKit, PdfName, textString, type Kit, type Reference } from "./pdfkit.ts";
import { xmpPacket, type Metadata } from "./xmp.ts";

/** Where the writer finds what the display list names. */
export interface PdfResources {
  readonly face: (name: string) => Face;
  readonly picture: (path: string) => Uint8Array | undefined;
  readonly metadata: Metadata;
}

const CREATOR = "Umbruch";

/**
 * Writes a display list as PDF 1.6: embedded subsets, DeviceCMYK for all that is ours, TrimBox and BleedBox, title,
 * language and metadata. The same list gives the same bytes, whatever was written before in the process.
 */
export async function writePdf(list: DisplayList, resources: PdfResources): Promise<Outcome<Uint8Array>> {
  const kit = openKit(list.language);
  const identity = createHash("sha256");
  const shelf = new Shelf(kit, resources);
  for (const page of list.pages) {
    const content = pageContent(page, shelf);
    identity.update(JSON.stringify([page.trim, page.bleed, content]));
    addPage(kit, page, content, shelf);
  }
  for (const part of [...shelf.embedFaces(), ...shelf.pictures]) identity.update(part);
  describe(kit, resources.metadata);
  // The identifier follows from the content (ISO 32000-1, 14.4 asks only that it be unlikely to occur twice).
  kit._id = identity.update(JSON.stringify(resources.metadata)).digest().subarray(0, 16);
  const value = await finish(kit);
  return { value, diagnostics: shelf.diagnostics };
}

/** The document's faces and images: each is embedded once, and named on the pages that use it. */
class Shelf implements Resources {
  readonly diagnostics: Diagnostic[] = [];
  /** The files behind the images, for the identifier. */
  readonly pictures: Uint8Array[] = [];
  private readonly kit: Kit;
  private readonly resources: PdfResources;
  private readonly faces = new Map<string, { readonly face: EmbeddedFace; readonly font: Reference }>();
  private readonly images = new Map<string, EmbeddedImage | undefined>();
  private used = new Map<string, Reference>();
  private drawn = new Map<string, Reference>();

  constructor(kit: Kit, resources: PdfResources) {
    this.kit = kit;
    this.resources = resources;
  }

  face(name: string): EmbeddedFace {
    let entry = this.faces.get(name);
    if (entry === undefined) {
      const label = `F${this.faces.size + 1}`;
      entry = { face: new EmbeddedFace(label, this.resources.face(name)), font: this.kit.ref() };
      this.faces.set(name, entry);
    }
    this.used.set(entry.face.label, entry.font);
    return entry.face;
  }

  image(path: string): EmbeddedImage | undefined {
    if (!this.images.has(path)) this.images.set(path, this.open(path));
    const image = this.images.get(path);
    if (image !== undefined) this.drawn.set(image.label, image.object);
    return image;
  }

  private open(path: string): EmbeddedImage | undefined {
    const bytes = this.resources.picture(path);
    const image = bytes && embedImage(this.kit, bytes, `I${this.images.size + 1}`);
    if (bytes === undefined || image === undefined) {
      const fault = bytes === undefined ? "is not there" : "is damaged or of a kind that cannot be embedded";
      this.diagnostics.push(report(UNREADABLE_PICTURE, `${path} ${fault}`));
      return undefined;
    }
    this.pictures.push(bytes);
    return image;
  }

  /** What the page just written used; the next one begins afresh. */
  takeUsed(): { readonly fonts: ReadonlyMap<string, Reference>; readonly images: ReadonlyMap<string, Reference> } {
    const taken = { fonts: this.used, images: this.drawn };
    this.used = new Map();
    this.drawn = new Map();
    return taken;
  }

  embedFaces(): Uint8Array[] {
    return [...this.faces.values()].map(({ face, font }) => face.embed(this.kit, font));
  }
}

/** MediaBox and BleedBox are the bleed, TrimBox the trimmed page within it (ISO 32000-1, 14.11.2). */
function addPage(kit: Kit, { trim, bleed }: DisplayPage, content: string, shelf: Shelf): void {
  kit.addPage({ size: [bleed.width, bleed.height], margin: 0 });
  const { page } = kit;
  const left = trim.x - bleed.x;
  const foot = bleed.y + bleed.height - (trim.y + trim.height);
  page.dictionary.data["BleedBox"] = [0, 0, bleed.width, bleed.height];
  page.dictionary.data["TrimBox"] = [left, foot, left + trim.width, foot + trim.height];
  delete page.dictionary.data["UserUnit"];
  const { fonts, images } = shelf.takeUsed();
  for (const [label, font] of fonts) page.fonts[label] = font;
  for (const [label, image] of images) page.xobjects[label] = image;
  kit.addContent(content);
}

function describe(kit: Kit, metadata: Metadata): void {
  const { title, author, subject, date } = metadata;
  const facts = { Title: title, Author: author, Subject: subject, Creator: CREATOR, Producer: CREATOR };
  for (const [key, fact] of Object.entries(facts)) if (fact !== undefined) kit.info[key] = textString(fact);
  if (date !== undefined) kit.info["CreationDate"] = new Date(`${date}T00:00:00Z`);
  kit.info["Trapped"] = new PdfName("False");
  // pdfkit's own packet does not escape its texts and wants a date.
  kit.endMetadata = () => {
    const stream = kit.ref({ Type: "Metadata", Subtype: "XML" });
    Object.assign(stream, { compress: false });
    stream.end(new TextEncoder().encode(xmpPacket({ ...metadata, creator: CREATOR })));
    kit._root.data["Metadata"] = stream;
  };
}
