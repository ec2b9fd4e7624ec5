import { parseXml, type XmlElement } from "./xml.ts";

/** What a file's XMP says: values by “namespace name”; of lists the first item. */
export interface Xmp {
  readonly values: ReadonlyMap<string, string>;
  /** Why it cannot be read; undefined when it can, or when there is none. */
  readonly fault?: string;
  readonly isPresent: boolean;
  /** Whether the packet has its wrapper (XMP, part 1, 7.3). */
  readonly isWrapped: boolean;
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

export const XMP_NAMESPACES = {
  pdfxid: "http://www.npes.org/pdfx/ns/id/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  dc: "http://purl.org/dc/elements/1.1/",
} as const;

/** What keys of the document information are called in XMP (ISO 19005-1, table 1; later parts keep it). */
export const INFO_IN_XMP = {
  Title: ["dc", "title"],
  Author: ["dc", "creator"],
  Subject: ["dc", "description"],
  Keywords: ["pdf", "Keywords"],
  Creator: ["xmp", "CreatorTool"],
  Producer: ["pdf", "Producer"],
} as const;

/** The same for its dates, which both write in a manner of their own. */
export const DATES_IN_XMP = { CreationDate: ["xmp", "CreateDate"], ModDate: ["xmp", "ModifyDate"] } as const;

/** Longer metadata are nobody's. */
const LONGEST = 16 << 20;

export function readXmp(bytes: Uint8Array | undefined): Xmp {
  const values = new Map<string, string>();
  if (bytes === undefined) return { values, isPresent: false, isWrapped: false };
  const text = decode(bytes);
  if (text === undefined) return { values, fault: "is not UTF-8", isPresent: true, isWrapped: false };
  const isWrapped = text.includes("<?xpacket begin=") && text.includes("<?xpacket end=");
  const root = parseXml(text);
  if (typeof root === "string") return { values, fault: root, isPresent: true, isWrapped };
  collect(root, values);
  return { values, isPresent: true, isWrapped };
}

/** A value by its prefix as it is usually written and its name; empty when there is none. */
export function xmpValue({ values }: Xmp, prefix: keyof typeof XMP_NAMESPACES, name: string): string {
  return values.get(`${XMP_NAMESPACES[prefix]} ${name}`) ?? "";
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, LONGEST));
  } catch {
    return undefined;
  }
}

/** Properties stand as attributes or as children of rdf:Description. */
function collect(root: XmlElement, values: Map<string, string>): void {
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.namespace !== RDF || element.name !== "Description") {
      open.push(...[...element.children].reverse());
      continue;
    }
    for (const { namespace, name, value } of element.attributes)
      if (namespace !== RDF && namespace !== "") values.set(`${namespace} ${name}`, value.trim());
    for (const child of element.children) values.set(`${child.namespace} ${child.name}`, textIn(child));
  }
}

/** The text of an element, or of the first innermost element in it. */
function textIn(element: XmlElement): string {
  let at = element;
  for (let first = at.children[0]; first !== undefined; first = at.children[0]) at = first;
  return at.text.trim();
}
