import { once } from "../../base/index.ts";
import type { Standards } from "./standards.ts";

/** What the file says of itself, and people search by. */
export interface Metadata {
  readonly title: string;
  readonly author?: string;
  /** What it is about, in a sentence. */
  readonly subject?: string;
  readonly rights?: string;
  readonly usage?: string;
  /** Who supplied it. */
  readonly publisher?: string;
  readonly section?: string;
  /** Where it was reported from. */
  readonly city?: string;
  readonly keywords?: readonly string[];
  /** What its publisher calls it, and which version of it this is. */
  readonly identifier?: string;
  readonly version?: string;
  /** Who owns the pictures, as it is printed. */
  readonly credit?: string;
  readonly language: string;
  /** ISO 8601 (`2025-02-09`), from the article or the desk: the clock has no say here. */
  readonly date: string;
}

/** What only the writer knows. */
export interface FileFacts {
  readonly creator: string;
  /** From the content, so that the same file has the same name everywhere (`uuid:…`). */
  readonly id: string;
  readonly standards: Standards;
}

/** The moment that a date stands for in a file: nobody knows the hour, and PDF/X asks for one. */
export function momentOf(date: string): string {
  return `${date}T00:00:00Z`;
}

/**
 * The XMP packet (ISO 16684-1): the facts of the Info dictionary once more, what agencies and archives search by (Dublin Core,
 * IPTC Core as Photoshop's schema has it, PRISM), and which standards the file keeps to: PDF/X-4 (ISO 15930-7), PDF/A
 * (ISO 19005-2 and -3, 6.6.4), PDF/UA-1 (ISO 14289-1, 5), with a description of each schema that PDF/A does not know (6.6.2.3).
 */
export function xmpPacket(metadata: Metadata, facts: FileFacts): string {
  return packetOf([
    ...articleProperties(metadata),
    ...fileProperties(metadata, facts),
    ...standardProperties(facts.standards),
    facts.standards.pdfx ? pressExtensions() : otherExtensions(),
  ]);
}

/** What a picture says of itself, in a packet of its own. */
export function pictureXmp({ caption, credit }: { readonly caption: string; readonly credit: string }): string {
  return packetOf([
    ...optional(caption, (text) => `<dc:description>${alternative(text)}</dc:description>`),
    ...optional(credit, (text) => `<photoshop:Credit>${escape(text)}</photoshop:Credit>`),
    ...optional(credit, (text) => `<dc:rights>${alternative(text)}</dc:rights>`),
  ]);
}

function packetOf(properties: readonly string[]): string {
  return [
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/">`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" ${NAMESPACES}>`,
    ...properties,
    `</rdf:Description>`,
    `</rdf:RDF>`,
    `</x:xmpmeta>`,
    `<?xpacket end="w"?>`,
  ].join("\n");
}

function articleProperties(metadata: Metadata): string[] {
  const { title, author, subject, rights, usage, publisher, section, city, keywords = [], language, date } = metadata;
  const { identifier, version, credit } = metadata;
  return [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:type><rdf:Bag><rdf:li>Text</rdf:li></rdf:Bag></dc:type>`,
    `<dc:title>${alternative(title)}</dc:title>`,
    ...optional(author, (text) => `<dc:creator><rdf:Seq>${item(text)}</rdf:Seq></dc:creator>`),
    ...optional(subject, (text) => `<dc:description>${alternative(text)}</dc:description>`),
    ...optional(rights, (text) => `<dc:rights>${alternative(text)}</dc:rights>`),
    ...optional(publisher, (text) => `<dc:publisher><rdf:Bag>${item(text)}</rdf:Bag></dc:publisher>`),
    ...optional(identifier, (text) => `<dc:identifier>${escape(text)}</dc:identifier>`),
    ...(keywords.length > 0 ? [`<dc:subject><rdf:Bag>${keywords.map(item).join("")}</rdf:Bag></dc:subject>`] : []),
    `<dc:date><rdf:Seq>${item(date)}</rdf:Seq></dc:date>`,
    `<dc:language><rdf:Bag>${item(language)}</rdf:Bag></dc:language>`,
    ...optional(usage, (text) => `<xmpRights:UsageTerms>${alternative(text)}</xmpRights:UsageTerms>`),
    `<photoshop:Headline>${escape(title)}</photoshop:Headline>`,
    `<photoshop:DateCreated>${date}</photoshop:DateCreated>`,
    ...optional(publisher, (text) => `<photoshop:Source>${escape(text)}</photoshop:Source>`),
    ...optional(credit, (text) => `<photoshop:Credit>${escape(text)}</photoshop:Credit>`),
    ...optional(city, (text) => `<photoshop:City>${escape(text)}</photoshop:City>`),
    ...optional(section, (text) => `<prism:section>${escape(text)}</prism:section>`),
    ...optional(version, (text) => `<prism:versionIdentifier>${escape(text)}</prism:versionIdentifier>`),
  ];
}

function fileProperties({ date, keywords = [] }: Metadata, { creator, id }: FileFacts): string[] {
  const moment = momentOf(date);
  return [
    ...["CreateDate", "ModifyDate", "MetadataDate"].map((name) => `<xmp:${name}>${moment}</xmp:${name}>`),
    `<xmp:CreatorTool>${escape(creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escape(creator)}</pdf:Producer>`,
    ...(keywords.length > 0 ? [`<pdf:Keywords>${escape(keywordsOf(keywords))}</pdf:Keywords>`] : []),
    `<pdf:Trapped>False</pdf:Trapped>`,
    `<xmpMM:DocumentID>${id}</xmpMM:DocumentID>`,
    `<xmpMM:InstanceID>${id}</xmpMM:InstanceID>`,
    `<xmpMM:VersionID>1</xmpMM:VersionID>`,
    `<xmpMM:RenditionClass>default</xmpMM:RenditionClass>`,
  ];
}

function standardProperties({ pdfx, pdfa }: Standards): string[] {
  return [
    ...(pdfx ? [`<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>`] : []),
    `<pdfaid:part>${pdfa}</pdfaid:part>`,
    `<pdfaid:conformance>A</pdfaid:conformance>`,
    `<pdfuaid:part>1</pdfuaid:part>`,
  ];
}

/** Keywords in one text, as the Info dictionary has them. */
export function keywordsOf(keywords: readonly string[]): string {
  return keywords.join(", ");
}

function optional(text: string | undefined, property: (text: string) => string): string[] {
  return text === undefined || text === "" ? [] : [property(text)];
}

function item(text: string): string {
  return `<rdf:li>${escape(text)}</rdf:li>`;
}

const SCHEMAS = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
  xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  prism: "http://prismstandard.org/namespaces/basic/2.0/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfxid: "http://www.npes.org/pdfx/ns/id/",
  pdfaid: "http://www.aiim.org/pdfa/ns/id/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
  pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
  pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
} as const;

const NAMESPACES = Object.entries(SCHEMAS)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

/** A schema that PDF/A does not know, and what we say in it: property, type, whether people give it or the writer, meaning. */
interface Extension {
  readonly prefix: keyof typeof SCHEMAS;
  readonly schema: string;
  readonly properties: readonly (readonly [string, "Text" | "Integer", "internal" | "external", string])[];
}

const EXTENSIONS: readonly Extension[] = [
  {
    prefix: "pdfxid",
    schema: "PDF/X identification",
    properties: [["GTS_PDFXVersion", "Text", "internal", "Identifier of the PDF/X standard"]],
  },
  {
    prefix: "pdf",
    schema: "Adobe PDF",
    properties: [["Trapped", "Text", "internal", "Whether the document has been trapped"]],
  },
  {
    prefix: "pdfuaid",
    schema: "PDF/UA identification",
    properties: [["part", "Integer", "internal", "Part of ISO 14289 that the document keeps to"]],
  },
  {
    prefix: "prism",
    schema: "PRISM basic",
    properties: [
      ["section", "Text", "external", "Section of the publication that the article is from"],
      ["versionIdentifier", "Text", "external", "Version of the item"],
    ],
  },
];

const pressExtensions = once(() => describeSchemas(EXTENSIONS));
const otherExtensions = once(() => describeSchemas(EXTENSIONS.filter(({ prefix }) => prefix !== "pdfxid")));

function describeSchemas(extensions: readonly Extension[]): string {
  return `<pdfaExtension:schemas><rdf:Bag>${extensions.map(describeSchema).join("")}</rdf:Bag></pdfaExtension:schemas>`;
}

function describeSchema({ prefix, schema, properties }: Extension): string {
  const resource = (content: string): string => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`;
  const described = properties.map(([name, type, category, meaning]) =>
    resource(
      [
        `<pdfaProperty:name>${name}</pdfaProperty:name>`,
        `<pdfaProperty:valueType>${type}</pdfaProperty:valueType>`,
        `<pdfaProperty:category>${category}</pdfaProperty:category>`,
        `<pdfaProperty:description>${meaning}</pdfaProperty:description>`,
      ].join(""),
    ),
  );
  return resource(
    [
      `<pdfaSchema:schema>${schema}</pdfaSchema:schema>`,
      `<pdfaSchema:namespaceURI>${SCHEMAS[prefix]}</pdfaSchema:namespaceURI>`,
      `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`,
      `<pdfaSchema:property><rdf:Seq>${described.join("")}</rdf:Seq></pdfaSchema:property>`,
    ].join(""),
  );
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML 1.0 cannot hold in any form (clause 2.2): most controls, halves of surrogate pairs, FFFE, FFFF. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;

function escape(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
