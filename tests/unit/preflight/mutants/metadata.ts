import { deflated } from "../../../support/pdf/mutate.ts";
import { name, text } from "../../../support/pdf/values.ts";
import { put, restate, type Mutant } from "./mutant.ts";

/** Faults of what the file says of itself (ISO 15930-7 with ISO 16684-1; ISO 19005-2, 6.6.2). */
export const METADATA: readonly Mutant[] = [
  { that: "has no metadata", rule: "META-1", change: put(["Root"], "Metadata", undefined) },
  {
    that: "calls its metadata something else",
    rule: "META-2",
    change: put(["Root", "Metadata"], "Subtype", name("Text")),
  },
  { that: "has metadata that are no well-formed XML", rule: "META-3", change: restate("</rdf:RDF>", "") },
  {
    that: "has an ampersand in its metadata's title",
    rule: "META-3",
    change: restate("Eine gute Seite", "Bund & Länder"),
  },
  {
    that: "has metadata that are not UTF-8",
    rule: "META-3",
    change: (file) => {
      const metadata = file.dict("Root").get("Metadata");
      const packet = file.stream(metadata).toString("utf8").replace("Eine gute", "Eine schöne");
      file.restream(metadata, Buffer.from(packet, "latin1"));
    },
  },
  { that: "has metadata without a packet's frame", rule: "META-3", change: restate(/<\?xpacket[^>]*\?>/g, "") },
  { that: "says PDF/X-3", rule: "META-4", change: restate(">PDF/X-4<", ">PDF/X-3:2002<") },
  { that: "says PDF/X-4p, whose profile is elsewhere", rule: "META-4", change: restate(">PDF/X-4<", ">PDF/X-4p<") },
  {
    that: "does not say what it is",
    rule: "META-4",
    change: restate("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""),
  },
  {
    that: "says PDF/X-4 in a namespace of another's",
    rule: "META-4",
    change: restate(/http:\/\/www\.npes\.org\/pdfx\/ns\/id\//g, "http://example.org/id/"),
  },
  {
    that: "packs its metadata",
    rule: "META-13",
    change: (file) => {
      const metadata = file.dict("Root").get("Metadata");
      file.restream(metadata, deflated(file.stream(metadata)));
      file.dict("Root", "Metadata").set("Filter", name("FlateDecode"));
    },
  },
  { that: "has no date of its making", rule: "META-5", change: restate(/<xmp:CreateDate>.*\n/, "") },
  {
    that: "has no date of its last change",
    rule: "META-5",
    change: restate(/<xmp:ModifyDate>.*\n/, ""),
  },
  { that: "has no date of its metadata", rule: "META-5", change: restate(/<xmp:MetadataDate>.*\n/, "") },
  { that: "has no document identifier", rule: "META-6", change: restate(/<xmpMM:DocumentID>.*\n/, "") },
  { that: "has no version identifier", rule: "META-6", change: restate(/<xmpMM:VersionID>.*\n/, "") },
  { that: "has no rendition class", rule: "META-6", change: restate(/<xmpMM:RenditionClass>.*\n/, "") },
  {
    that: "has no title",
    rule: "META-7",
    change: (file) => {
      restate(/<dc:title>.*<\/dc:title>\n/, "")(file);
      put(["Info"], "Title", undefined)(file);
    },
  },
  {
    that: "has a title in its metadata that is another in its Info",
    rule: "META-10",
    change: put(["Info"], "Title", text("Eine andere")),
  },
  {
    that: "was changed at a date that its metadata do not know",
    rule: "META-10",
    change: put(["Info"], "ModDate", text("D:20250210120000Z")),
  },
  {
    that: "does not say what made it",
    rule: "META-12",
    change: (file) => {
      restate(/<xmp:CreatorTool>.*\n/, "")(file);
      put(["Info"], "Creator", undefined)(file);
    },
  },
  { that: "does not say whether it is trapped", rule: "META-8", change: put(["Info"], "Trapped", undefined) },
  { that: "does not know whether it is trapped", rule: "META-8", change: put(["Info"], "Trapped", name("Unknown")) },
  { that: "says in a string whether it is trapped", rule: "META-8", change: put(["Info"], "Trapped", text("False")) },
  {
    that: "is trapped by its Info and not by its metadata",
    rule: "META-8",
    change: put(["Info"], "Trapped", name("True")),
  },
  {
    that: "is PDF/X-1a by its Info and PDF/X-4 by its metadata",
    rule: "META-11",
    change: put(["Info"], "GTS_PDFXVersion", text("PDF/X-1a:2003")),
  },
];
