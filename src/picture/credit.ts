import { DOMParser } from "@xmldom/xmldom";
import ExifReader from "exifreader";

/** Where a picture's file says who is to be named: the credit line first, then the copyright notice, then the maker. */
const IPTC = ["Credit", "Copyright Notice", "By-line"] as const;
const XMP = ["Credit", "rights", "creator"] as const;

/**
 * Whom a picture's own metadata name as its source (IPTC-IIM 2:110, 2:116, 2:80; the same in XMP: photoshop:Credit, dc:rights,
 * dc:creator); undefined when they are silent or cannot be read.
 */
export function creditIn(bytes: Uint8Array): string | undefined {
  const { iptc, xmp } = tagsOf(bytes);
  const named = [...IPTC.map((name) => iptc?.[name]), ...XMP.map((name) => xmp?.[name])];
  return named.map((tag) => textIn(tag)).find((text) => text !== "");
}

type Tags = Readonly<Record<string, { readonly description?: unknown } | undefined>>;

function tagsOf(bytes: Uint8Array): { readonly iptc?: Tags; readonly xmp?: Tags } {
  try {
    const own = Uint8Array.from(bytes).buffer;
    const domParser = new DOMParser({ onError: () => undefined });
    return ExifReader.load(own, { expanded: true, includeTags: { iptc: true, xmp: true }, domParser }) as object;
  } catch {
    // What has no metadata, or damaged ones, says nothing of its source; whether it can be printed others say.
    return {};
  }
}

function textIn(tag: Tags[string]): string {
  return typeof tag?.description === "string" ? tag.description.replace(/\s+/g, " ").trim() : "";
}
