import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/article/index.ts";
import { defaultHouse } from "../../../src/language/index.ts";

function read(credit: string, own: string | undefined) {
  const text = `Chronik\n\nEin Titel\n\nDer Zug im Schnee\nDatei: zug.jpg\n${credit}\n\nEin Absatz, der für sich steht.\n`;
  const { value, diagnostics } = readArticle("zug.txt", new TextEncoder().encode(text), defaultHouse, {
    creditOf: (path) => (path === "zug.jpg" ? own : undefined),
  });
  return {
    credit: value?.pictures[0]?.credit.text.replaceAll("\u202F", " "),
    codes: diagnostics.map(({ code }) => code).filter((code) => code.includes("credit")),
  };
}

describe("the credit of a picture", () => {
  it("is what its own file says where the article says nothing", () => {
    expect(read("", "APA/Neubauer")).toEqual({ credit: "© APA/Neubauer", codes: ["article/credit-from-file"] });
    expect(read("", "Foto: Eva Muster").credit).toBe("Foto: Eva Muster");
  });

  it("is the article's where both say it, and it is said when they contradict", () => {
    expect(read("© APA", "APA/Neubauer")).toEqual({ credit: "© APA", codes: [] });
    expect(read("© APA", "Reuters")).toEqual({ credit: "© APA", codes: ["article/credit-contradicts"] });
  });

  it("is missing where nobody says it", () => {
    expect(read("", undefined)).toEqual({ credit: "", codes: ["article/missing-credit"] });
  });
});
