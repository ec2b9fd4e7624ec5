/** What the file says of itself. */
export interface Metadata {
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  readonly rights?: string;
  readonly language: string;
  /** ISO 8601 (`2025-02-09`), from the article or the desk: the clock has no say here. */
  readonly date: string;
}

/** What only the writer knows. */
export interface FileFacts {
  readonly creator: string;
  /** From the content, so that the same file has the same name everywhere (`uuid:…`). */
  readonly id: string;
}

/** The moment that a date stands for in a file: nobody knows the hour, and PDF/X asks for one. */
export function momentOf(date: string): string {
  return `${date}T00:00:00Z`;
}

/**
 * The XMP packet (ISO 16684-1): the facts of the Info dictionary once more, and which standards the file keeps to: PDF/X-4
 * (ISO 15930-7), PDF/A-2a (ISO 19005-2, 6.6.4), PDF/UA-1 (ISO 14289-1, 5), with a description of each schema that PDF/A
 * does not know (6.6.2.3).
 */
export function xmpPacket(metadata: Metadata, { creator, id }: FileFacts): string {
  const { title, author, subject, rights, language } = metadata;
  const moment = momentOf(metadata.date);
  const lines = [
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/">`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" ${NAMESPACES}>`,
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternative(title)}</dc:title>`,
    ...(author === undefined ? [] : [`<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>`]),
    ...(subject === undefined ? [] : [`<dc:description>${alternative(subject)}</dc:description>`]),
    ...(rights === undefined ? [] : [`<dc:rights>${alternative(rights)}</dc:rights>`]),
    `<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>`,
    ...["CreateDate", "ModifyDate", "MetadataDate"].map((name) => `<xmp:${name}>${moment}</xmp:${name}>`),
    `<xmp:CreatorTool>${escape(creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escape(creator)}</pdf:Producer>`,
    `<pdf:Trapped>False</pdf:Trapped>`,
    `<xmpMM:DocumentID>${id}</xmpMM:DocumentID>`,
    `<xmpMM:InstanceID>${id}</xmpMM:InstanceID>`,
    `<xmpMM:VersionID>1</xmpMM:VersionID>`,
    `<xmpMM:RenditionClass>default</xmpMM:RenditionClass>`,
    `<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>`,
    `<pdfaid:part>2</pdfaid:part>`,
    `<pdfaid:conformance>A</pdfaid:conformance>`,
    `<pdfuaid:part>1</pdfuaid:part>`,
    `<pdfaExtension:schemas><rdf:Bag>${EXTENSIONS.map(describeSchema).join("")}</rdf:Bag></pdfaExtension:schemas>`,
    `</rdf:Description>`,
    `</rdf:RDF>`,
    `</x:xmpmeta>`,
    `<?xpacket end="w"?>`,
  ];
  return lines.join("\n");
}

const SCHEMAS = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
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

/** A property that PDF/A's own schemas do not have. */
interface Extension {
  readonly prefix: keyof typeof SCHEMAS;
  readonly schema: string;
  readonly property: string;
  readonly type: string;
  readonly category: "internal" | "external";
  readonly meaning: string;
}

const EXTENSIONS: readonly Extension[] = [
  {
    prefix: "pdfxid",
    schema: "PDF/X identification",
    property: "GTS_PDFXVersion",
    type: "Text",
    category: "internal",
    meaning: "Identifier of the PDF/X standard",
  },
  {
    prefix: "pdf",
    schema: "Adobe PDF",
    property: "Trapped",
    type: "Text",
    category: "internal",
    meaning: "Whether the document has been trapped",
  },
  {
    prefix: "pdfuaid",
    schema: "PDF/UA identification",
    property: "part",
    type: "Integer",
    category: "internal",
    meaning: "Part of ISO 14289 that the document keeps to",
  },
];

function describeSchema({ prefix, schema, property, type, category, meaning }: Extension): string {
  const described = [
    `<pdfaProperty:name>${property}</pdfaProperty:name>`,
    `<pdfaProperty:valueType>${type}</pdfaProperty:valueType>`,
    `<pdfaProperty:category>${category}</pdfaProperty:category>`,
    `<pdfaProperty:description>${meaning}</pdfaProperty:description>`,
  ].join("");
  const resource = (content: string): string => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`;
  return resource(
    [
      `<pdfaSchema:schema>${schema}</pdfaSchema:schema>`,
      `<pdfaSchema:namespaceURI>${SCHEMAS[prefix]}</pdfaSchema:namespaceURI>`,
      `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`,
      `<pdfaSchema:property><rdf:Seq>${resource(described)}</rdf:Seq></pdfaSchema:property>`,
    ].join(""),
  );
}

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML 1.0 cannot hold in any form (clause 2.2): most controls, halves of surrogate pairs, FFFE, FFFF. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Surrogate}\uFFFE\uFFFF]/gu;

function escape(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
