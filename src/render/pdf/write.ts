import { createHash, type Hash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { VERSION } from "../../base/index.ts";
import type { OutputIntent } from "../../condition/index.ts";
import type { Face } from "../../galley/index.ts";
import type { PreparedPicture } from "../../picture/index.ts";
import type { DisplayList, DisplayPage, PictureOperation } from "../display/index.ts";
import { writeAttachments, type Attachment } from "./attachments.ts";
import { pageContent, type PlacedImage, type Resources } from "./content.ts";
import { EmbeddedFace } from "./fonts.ts";
import { embedImage } from "./image.ts";
import type { Inks } from "./inks.ts";
import { writeMetadata } from "./metadata.ts";
import { packedProfile, writeOutputIntents, type IntentProfile } from "./output-intents.ts";
import { OVERPRINTS } from "./overprint.ts";
import { openKit, PdfName, textString, type Kit, type Reference } from "./pdfkit.ts";
import { seal } from "./seal.ts";
import type { Standards } from "./standards.ts";
import { StructureTree, type Top } from "./structure.ts";
import { keywordsOf, momentOf, pictureXmp, xmpPacket, type Metadata } from "./xmp.ts";

/** What a file is written with, whatever it holds. */
export interface PdfSetup {
  readonly face: (name: string) => Face;
  /** The colour space that the file is written in; the intent's profile must be of the same. */
  readonly inks: Inks;
  readonly intent: OutputIntent;
  /** The ICC profile that the intent names. */
  readonly profile: IntentProfile;
  readonly standards: Standards;
}

/** Where the writer finds the pictures that a display list names. */
export interface PdfPictures {
  /** A picture as it is printed; undefined where it could not be prepared, which leaves its place empty. */
  readonly picture: (operation: PictureOperation) => PreparedPicture | undefined;
  /** What a picture is to say of itself inside the file. */
  readonly describe?: (operation: PictureOperation) => PictureFacts | undefined;
}

/** What is said of the file as a whole, and put inside. */
export interface PdfAbout {
  readonly metadata: Metadata;
  /** Files to put inside; only PDF/A-3 may hold any. */
  readonly attachments?: readonly Attachment[];
}

/** Where the writer finds what the display list names, and what press the file is for. */
export type PdfResources = PdfSetup & PdfPictures & PdfAbout;

/** Caption and credit of a picture, as they are printed. */
export interface PictureFacts {
  readonly caption: string;
  readonly credit: string;
}

/** The program that a file names as its maker. */
const CREATOR = `Umbruch ${VERSION}`;

/**
 * Writes a display list as a file that keeps to several standards at once, PDF/UA-1 always among them: embedded subsets,
 * the colour space of the output intent and DeviceGray only, page boxes, tags, metadata. The same list gives the same bytes, whatever
 * was written before in the process.
 */
export function writePdf(list: DisplayList, resources: PdfResources): Uint8Array {
  const file = new PdfFile(list.language, resources, "article");
  file.add(list, resources);
  return file.finish(resources);
}

/**
 * A file that display lists are written into one after the other, each an article of its own: in a `document` with an element
 * above them and an entry of the outline for each. Of what is written the file keeps its bytes, its faces, and references.
 */
export class PdfFile {
  private readonly kit: Kit;
  private readonly setup: PdfSetup;
  private readonly language: string;
  private readonly top: Top;
  private readonly identity = createHash("sha256");
  private readonly structure: StructureTree;
  private readonly shelf: Shelf;
  private last: DisplayList["structure"] | undefined;

  constructor(language: string, setup: PdfSetup, top: Top) {
    this.kit = openKit(setup.standards.version, language);
    this.setup = setup;
    this.language = language;
    this.top = top;
    this.structure = new StructureTree(this.kit, top);
    this.shelf = new Shelf(this.kit, setup, this.structure);
  }

  /** Writes an article's pages. */
  add(list: DisplayList, pictures: PdfPictures): void {
    if (this.last !== undefined) this.settle(this.last);
    this.last = list.structure;
    this.structure.open(list.structure, list.language === this.language ? undefined : list.language);
    this.shelf.open(pictures);
    list.pages.forEach((page, index) => {
      openPage(this.kit, page);
      if (index === 0 && this.top === "document") this.kit.outline.addItem(list.title, { fit: true });
      const content = pageContent(page, this.shelf);
      this.identity.update(JSON.stringify([page.trim, page.bleed, page.media])).update(content);
      this.shelf.nameStates();
      putContent(this.kit, content);
    });
  }

  /** What an article leaves behind once the next one comes: nothing that grows with its pictures or its text. */
  private settle(structure: DisplayList["structure"]): void {
    this.shelf.close(this.identity);
    this.structure.close();
    this.identity.update(JSON.stringify(structure));
  }

  /** The file's bytes; nothing can be added any more. */
  finish(about: PdfAbout): Uint8Array {
    const { kit, setup, identity } = this;
    this.shelf.embed(identity);
    this.shelf.close(identity);
    this.structure.close();
    this.structure.write();
    writeOutputIntents(kit, setup.standards, setup);
    // Where the profile was read from is no part of the file.
    const { identifier, registry, condition, info } = setup.intent;
    identity
      .update(packedProfile(setup.profile).digest)
      .update(JSON.stringify([this.last, identifier, registry, condition, info]));
    writeAttachments(kit, about.attachments ?? [], new Date(momentOf(about.metadata.date)), identity);
    describe(kit, about.metadata, setup.standards, identity);
    const bytes = kit.finish();
    seal(bytes);
    return bytes;
  }
}

/** The document's faces and images: each is embedded once, and named on the pages that use it. */
class Shelf implements Resources {
  private readonly kit: Kit;
  private readonly setup: PdfSetup;
  private pictures: PdfPictures = { picture: () => undefined };
  private readonly structure: StructureTree;
  private readonly faces = new Map<string, { readonly face: EmbeddedFace; readonly font: Reference }>();
  private readonly images = new Map<PreparedPicture, { readonly label: string; readonly object: Reference }>();
  private imageCount = 0;
  private readonly states = new Map<string, Reference>();

  constructor(kit: Kit, setup: PdfSetup, structure: StructureTree) {
    this.kit = kit;
    this.setup = setup;
    this.structure = structure;
  }

  get inks(): Inks {
    return this.setup.inks;
  }

  /** Pictures from here on are found there. */
  open(pictures: PdfPictures): void {
    this.pictures = pictures;
  }

  /** Forgets the images of an article, which are no other's; what is in them goes into the file's identity. */
  close(identity: Hash): void {
    for (const { data } of this.images.keys()) identity.update(data);
    this.images.clear();
  }

  face(name: string): EmbeddedFace {
    let entry = this.faces.get(name);
    if (entry === undefined) {
      const label = `F${this.faces.size + 1}`;
      entry = { face: new EmbeddedFace(label, this.setup.face(name)), font: this.kit.ref() };
      this.faces.set(name, entry);
    }
    this.kit.page.fonts[entry.face.label] = entry.font;
    return entry.face;
  }

  image(operation: PictureOperation): PlacedImage | undefined {
    const picture = this.pictures.picture(operation);
    if (picture === undefined) return undefined;
    let entry = this.images.get(picture);
    if (entry === undefined) {
      const facts = this.pictures.describe?.(operation);
      const object = embedImage(this.kit, picture, facts && pictureXmp(facts));
      entry = { label: `I${++this.imageCount}`, object };
      this.images.set(picture, entry);
    }
    this.kit.page.xobjects[entry.label] = entry.object;
    return { label: entry.label, crop: picture.crop };
  }

  piece(element: number): ReturnType<Resources["piece"]> {
    return this.structure.piece(element, this.kit.page.dictionary);
  }

  /** The graphics states that a page's content may name. */
  nameStates(): void {
    if (!this.inks.overprints) return;
    for (const { label, state } of Object.values(OVERPRINTS)) {
      let object = this.states.get(label);
      if (object === undefined) {
        object = this.kit.ref({ ...state });
        object.end();
        this.states.set(label, object);
      }
      this.kit.page.ext_gstates[label] = object;
    }
  }

  /** Writes the faces that were used; what is in them goes into the file's identity. */
  embed(identity: Hash): void {
    for (const { face, font } of this.faces.values()) identity.update(face.embed(this.kit, font));
  }
}

/** MediaBox the sheet, BleedBox and TrimBox within it (ISO 32000-1, 14.11.2); no CropBox, which could only cut off. */
function openPage(kit: Kit, { trim, bleed, media }: DisplayPage): void {
  kit.addPage({ size: [media.width, media.height], margin: 0 });
  const { data } = kit.page.dictionary;
  const box = ({ x, y, width, height }: DisplayPage["trim"]): number[] => {
    const [left, foot] = [x - media.x, media.y + media.height - (y + height)];
    return [left, foot, left + width, foot + height];
  };
  data["BleedBox"] = box(bleed);
  data["TrimBox"] = box(trim);
  delete data["UserUnit"];
}

/** Of zlib: with its usual one a page's content is 3 % shorter, and takes nearly twice the time. */
const LEVEL = 4;

/** Content of the page that is open; deflated here, for pdfkit knows one level only. */
function putContent({ page: { content } }: Kit, bytes: Uint8Array): void {
  content.compress = false;
  content.write(deflateSync(bytes, { level: LEVEL }));
  content.data["Filter"] = "FlateDecode";
}

/** Info dictionary, XMP packet and identifier, which agree (ISO 15930-7 asks for it; ISO 32000-1, 14.3 and 14.4). */
function describe(kit: Kit, metadata: Metadata, standards: Standards, identity: Hash): void {
  const { title, author, subject, keywords, date } = metadata;
  const facts = {
    Title: title,
    Author: author,
    Subject: subject,
    Keywords: keywords && keywordsOf(keywords),
    Creator: CREATOR,
    Producer: CREATOR,
    GTS_PDFXVersion: standards.pdfx ? "PDF/X-4" : undefined,
  };
  for (const [key, fact] of Object.entries(facts)) if (fact !== undefined) kit.info[key] = textString(fact);
  const moment = new Date(momentOf(date));
  kit.info["CreationDate"] = moment;
  kit.info["ModDate"] = moment;
  kit.info["Trapped"] = new PdfName("False");
  // The identifier follows from the content: ISO 32000-1 asks only that it be unlikely to occur twice.
  const digest = identity.update(JSON.stringify([metadata, standards, CREATOR])).digest();
  kit._id = digest.subarray(0, 16);
  // pdfkit's own packet does not escape its texts.
  kit.endMetadata = () => {
    const packet = xmpPacket(metadata, { creator: CREATOR, id: uuidOf(digest), standards });
    kit._root.data["Metadata"] = writeMetadata(kit, packet);
  };
}

/** A UUID of one's own making (RFC 9562, version 8) from a digest. */
function uuidOf(digest: Uint8Array): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const part = (from: number, to: number): string => bytes.toString("hex", from, to);
  return `uuid:${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${part(8, 10)}-${part(10, 16)}`;
}
