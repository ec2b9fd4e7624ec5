import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { creditIn } from "../../../src/picture/index.ts";
import { projectPath } from "../../support/desk.ts";

const ROCKET = readFileSync(projectPath("articles/pictures/rocket.jpg"));

/** A JPEG with a segment put in behind its start. */
function withSegment(marker: number, body: Uint8Array): Uint8Array {
  const head = [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff];
  return Uint8Array.from([...ROCKET.subarray(0, 2), ...head, ...body, ...ROCKET.subarray(2)]);
}

/** IPTC-IIM records of data sets of record 2, in Photoshop's wrapping; the first says that they are UTF-8. */
function iptc(fields: Readonly<Record<number, string>>): Uint8Array {
  const utf8 = [0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47];
  const sets = Object.entries(fields).flatMap(([number, text]) => {
    const bytes = [...new TextEncoder().encode(text)];
    return [0x1c, 2, Number(number), bytes.length >> 8, bytes.length & 0xff, ...bytes];
  });
  const data = [...utf8, ...sets];
  const padded = data.length % 2 === 0 ? data : [...data, 0];
  const size = [0, 0, data.length >> 8, data.length & 0xff];
  const name = [..."Photoshop 3.0\u00008BIM"].map((letter) => letter.charCodeAt(0));
  return withSegment(0xed, Uint8Array.from([...name, 4, 4, 0, 0, ...size, ...padded]));
}

function xmp(properties: string): Uint8Array {
  const packet = [
    "http://ns.adobe.com/xap/1.0/\u0000",
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  ].join("");
  return withSegment(0xe1, new TextEncoder().encode(packet));
}

describe("the credit in a picture's own file", () => {
  it.each([
    ["IPTC's credit line", iptc({ 80: "Eva Muster", 110: "APA/Österreich", 116: "© Muster" }), "APA/Österreich"],
    ["IPTC's copyright notice", iptc({ 80: "Eva Muster", 116: "© Muster" }), "© Muster"],
    ["IPTC's maker", iptc({ 80: "Eva Muster" }), "Eva Muster"],
    ["XMP's credit line", xmp("<photoshop:Credit>APA/Über</photoshop:Credit>"), "APA/Über"],
    [
      "XMP's rights",
      xmp('<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© APA</rdf:li></rdf:Alt></dc:rights>'),
      "© APA",
    ],
  ])("is %s", (_, bytes, credit) => {
    expect(creditIn(bytes)).toBe(credit);
  });

  it.each([
    ["there is none", ROCKET],
    ["XMP is broken", xmp("<photoshop:Credit>APA")],
    ["the file is cut off", iptc({ 110: "APA" }).subarray(0, 30)],
    ["it is no picture", new TextEncoder().encode("kein Bild")],
    ["it is empty", new Uint8Array()],
  ])("is not known where %s", (_, bytes) => {
    expect(creditIn(bytes)).toBeUndefined();
  });
});
