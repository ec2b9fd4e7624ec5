import { describe, expect, it } from "vitest";
import { parseXml } from "../../../src/preflight/xml.ts";

describe("the reading of XML", () => {
  it("resolves namespaces, entities, comments and character data", () => {
    const root = parseXml(
      '<?x?><a:r xmlns:a="urn:a" a:k="1 &lt; 2"><!-- no --><b xmlns="urn:b">x&#228;<![CDATA[<y>]]></b></a:r>',
    );
    expect(root).toMatchObject({
      namespace: "urn:a",
      name: "r",
      attributes: [{ namespace: "urn:a", name: "k", value: "1 < 2" }],
      children: [{ namespace: "urn:b", name: "b", text: "xä<y>" }],
    });
  });

  it.each([
    ["<a><b></a></b>", "end tag"],
    ["<a>", "does not close"],
    ["<a/><b/>", "two outermost"],
    ["<a>&nbsp;</a>", "entity"],
    ["<a b='1' b='2'/>", "twice"],
    ["<x:a/>", "without its namespace"],
    ["<a b=1/>", "not well-formed"],
    ["text", "outside"],
    ["", "no element"],
    ["<a>".repeat(100_000), "nested deeper"],
  ])("says of %s what is wrong", (text, fault) => {
    expect(parseXml(text)).toContain(fault);
  });
});
