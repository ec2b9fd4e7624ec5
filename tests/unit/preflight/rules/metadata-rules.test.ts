import { describe, expect, it } from "vitest";
import { preflight } from "../../../../src/preflight/index.ts";
import { bundledCondition, profileOf } from "../../../support/condition.ts";
import { onePage, streamOf } from "../../../support/pdf/build.ts";

const condition = bundledCondition("austria-newsprint");
const PROFILE = Buffer.from(profileOf(condition).bytes).toString("latin1");

const PROPERTIES = [
  "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
  "<xmp:CreateDate>2026-11-28T03:00:00+01:00</xmp:CreateDate>",
  "<xmp:ModifyDate>2026-11-28T03:00:00+01:00</xmp:ModifyDate>",
  "<xmp:MetadataDate>2026-11-28T03:00:00+01:00</xmp:MetadataDate>",
  "<xmp:CreatorTool>A test</xmp:CreatorTool>",
  "<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>",
  "<xmpMM:VersionID>1</xmpMM:VersionID>",
  "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
  "<pdf:Trapped>False</pdf:Trapped>",
  '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Titel &amp; mehr</rdf:li></rdf:Alt></dc:title>',
];

function packet(properties: readonly string[]): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties.join("\n")}
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

const INTENT =
  "/S /GTS_PDFX /OutputConditionIdentifier (CGATS TR 002) /RegistryName (http://www.color.org) /DestOutputProfile 7 0 R";
const INFO =
  "/Title (Titel & mehr) /Creator (A test) /CreationDate (D:20261128020000Z) /ModDate (D:20261128030000+01'00') /Trapped /False";

interface Changes {
  readonly properties?: readonly string[];
  readonly xmp?: string;
  readonly info?: string;
  readonly intents?: readonly string[];
  readonly profile?: string;
}

/** Rules that a file breaks whose metadata and output intent are good but for the changes. */
function broken({
  properties = PROPERTIES,
  xmp,
  info = INFO,
  intents = [INTENT],
  profile = PROFILE,
}: Changes): string[] {
  const pdf = onePage({
    content: "0 g 20 20 9 9 re f",
    catalog: `/Metadata 5 0 R /OutputIntents [${intents.map((intent) => `<<${intent}>>`).join(" ")}]`,
    trailer: "/Info 6 0 R",
    extra: [
      streamOf(xmp ?? packet(properties), "/Type /Metadata /Subtype /XML"),
      `<<${info}>>`,
      streamOf(profile, "/N 4"),
    ],
  });
  return preflight(pdf, { condition }).findings.map(({ rule }) => rule.id);
}

const without = (word: string): Changes => ({ properties: PROPERTIES.filter((one) => !one.includes(word)) });
const instead = (word: string, by: string): Changes => ({
  properties: PROPERTIES.map((one) => (one.includes(word) ? by : one)),
});

describe("metadata", () => {
  it("that are as PDF/X-4 asks break no rule", () => {
    expect(broken({})).toEqual([]);
  });

  it.each([
    ["do not say PDF/X-4", without("GTS_PDFX"), ["META-4"]],
    ["say PDF/X-3", instead("GTS_PDFX", "<pdfxid:GTS_PDFXVersion>PDF/X-3:2002</pdfxid:GTS_PDFXVersion>"), ["META-4"]],
    ["lack a date", without("MetadataDate"), ["META-5"]],
    ["have a date that is none", instead("MetadataDate", "<xmp:MetadataDate>yesterday</xmp:MetadataDate>"), ["META-5"]],
    ["lack the document's identity", without("VersionID"), ["META-6"]],
    ["lack Trapped", without("Trapped"), ["META-8"]],
    ["have Trapped as a string", { info: INFO.replace("/Trapped /False", "/Trapped (False)") }, ["META-8"]],
    ["have Trapped unknown", { info: INFO.replace("/Trapped /False", "/Trapped /Unknown") }, ["META-8"]],
    ["say of Trapped two things", instead("Trapped", "<pdf:Trapped>True</pdf:Trapped>"), ["META-8"]],
    ["have two titles", { info: INFO.replace("& mehr", "und mehr") }, ["META-10"]],
    ["have two dates", { info: INFO.replace("020000Z", "020001Z") }, ["META-10"]],
    [
      "name another PDF/X in the document information",
      { info: `${INFO} /GTS_PDFXVersion (PDF/X-1a:2003)` },
      ["META-11"],
    ],
    ["have no title", { ...without("dc:title"), info: INFO.replace("/Title (Titel & mehr)", "") }, ["META-7"]],
    ["name no program", { ...without("CreatorTool"), info: INFO.replace("/Creator (A test)", "") }, ["META-12"]],
    ["are no XML", { xmp: packet(PROPERTIES).replace("&amp;", "&") }, ["META-3"]],
    ["have no packet", { xmp: packet(PROPERTIES).replace(/<\?xpacket[^>]*>/g, "") }, ["META-3"]],
    ["are no UTF-8", { xmp: packet(PROPERTIES).replace("mehr", "\u00e4hr") }, ["META-3"]],
  ] as const)("that %s break the rule for it", (_, changes, rules) => {
    expect(broken(changes)).toEqual(rules);
  });
});

describe("an output intent", () => {
  it.each([
    ["is not there", { intents: [] }, ["OI-1"]],
    ["is there twice", { intents: [INTENT, INTENT] }, ["OI-1"]],
    ["has no name", { intents: [INTENT.replace("(CGATS TR 002)", "()")] }, ["OI-2"]],
    ["is in no registry and not described", { intents: [INTENT.replace("(http://www.color.org)", "()")] }, ["OI-3"]],
    ["refers to a profile elsewhere", { intents: [`${INTENT} /DestOutputProfileRef <<>>`] }, ["OI-4"]],
    ["has no profile", { intents: [INTENT.replace("/DestOutputProfile 7 0 R", "")] }, ["OI-5"]],
    ["has a profile that is cut off", { profile: PROFILE.slice(0, -1) }, ["OI-6"]],
    ["has a scanner's profile", { profile: PROFILE.replace("prtr", "scnr") }, ["OI-6"]],
    ["is of another press", { intents: [INTENT.replace("CGATS TR 002", "FOGRA39")] }, ["OI-8"]],
  ] as const)("that %s breaks the rule for it", (_, changes, rules) => {
    expect(broken(changes)).toEqual(rules);
  });

  it("may be followed by one for PDF/A that shares its profile, and none that does not", () => {
    const archive = INTENT.replace("GTS_PDFX", "GTS_PDFA1");
    expect(broken({ intents: [INTENT, archive] })).toEqual([]);
    expect(broken({ intents: [INTENT, archive.replace("7 0 R", "5 0 R")] })).toEqual(["OI-7"]);
  });
});
