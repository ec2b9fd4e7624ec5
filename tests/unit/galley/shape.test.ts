import { describe, expect, it } from "vitest";
import { setGalley } from "../../../src/galley/index.ts";
import type { TextStyle } from "../../../src/template/index.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";

const { body } = bundledTemplate("a4-3").styles;

function set(text: string, more: Partial<TextStyle> = {}) {
  const style = { ...body, ...more };
  return setGalley(copyOf(text), style, { width: 400, firstInset: 0, inset: 0 }, setter);
}

/** What each glyph of a text reads as: a ligature reads as several characters. */
function glyphTexts(text: string, more?: Partial<TextStyle>): string[] {
  const glyphs = set(text, more).value.lines.flatMap(({ runs }) => runs.flatMap((run) => run.glyphs));
  return glyphs.map((glyph) => glyph.text);
}

function ligaturesOf(text: string): string[] {
  return glyphTexts(text).filter((own) => own.length > 1);
}

describe("ligatures", () => {
  it.each(["Auflage", "Kaufleute", "Schilfinsel", "Brieffreund", "auffallen", "höflich", "straflos"])(
    "do not cross the joint of %s",
    (word) => {
      const joint = /f(?=[fil])/.exec(word)?.index ?? -1;
      expect(joint).toBeGreaterThan(0);
      let at = 0;
      const crossing = glyphTexts(word).filter((own) => {
        const [start, end] = [at, (at += own.length)];
        return own !== " " && start <= joint && joint + 1 < end;
      });
      expect(crossing).toEqual([]);
    },
  );

  it("stand where a part of the compound has them: Schiff|fahrt, Stoff|fetzen", () => {
    expect(ligaturesOf("Schifffahrt")).toEqual(["ff"]);
    expect(ligaturesOf("Stofffetzen")).toEqual(["ff"]);
  });

  it.each([
    ["Pflege", ["fl"]],
    ["finden", ["fi"]],
    ["treffen", ["ff"]],
    ["Koffer", ["ff"]],
    ["hoffen", ["ff"]],
    ["Pfiff", ["fi", "ff"]],
    ["Schaffner", ["ff"]],
    ["offiziell", ["ffi"]],
  ])("stand inside the morphemes of %s", (word, ligatures) => {
    expect(ligaturesOf(word)).toEqual(ligatures);
  });

  it("are no wider or narrower in the breaker than on the line", () => {
    const text = "Die Auflage der Schifffahrtskaufleute auf der Auffahrt fiel höflich auf die Schaffner.";
    for (const width of [90, 120, 150, 200]) {
      const { lines } = setGalley(copyOf(text), body, { width, firstInset: 0, inset: 0 }, setter).value;
      for (const line of lines.slice(0, -1)) expect(line.inset + line.width - line.hang).toBeCloseTo(width, 6);
    }
  });
});

describe("a style's variants of glyphs", () => {
  const glyphIds = (text: string, more?: Partial<TextStyle>): number[] =>
    set(text, more).value.lines.flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ glyph }) => glyph)));

  it.each([
    ["small capitals", "Klein", ["smcp"]],
    ["small capitals for capitals", "NATO", ["c2sc"]],
    ["old-style figures", "1867", ["onum"]],
    ["proportional figures", "1918", ["pnum"]],
    ["case-sensitive forms", "(A–B)", ["case"]],
    ["superiors", "2", ["sups"]],
  ])("%s are other glyphs that read the same", (_, text, features) => {
    expect(glyphIds(text, { features })).not.toEqual(glyphIds(text));
    expect(glyphTexts(text, { features }).join("")).toBe(glyphTexts(text).join(""));
  });

  it("that the face lacks are reported: the italic has no small capitals", () => {
    const { diagnostics } = set("Klein", { face: "SourceSerif4-It", features: ["smcp"] });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["galley/missing-feature", "SourceSerif4-It has no “smcp”"],
    ]);
  });

  it("tabular figures are all of one width", () => {
    const widths = [..."0123456789"].map((figure) => set(figure, { features: ["tnum"] }).value.lines[0]?.width);
    expect(new Set(widths.map((width) => width?.toFixed(6))).size).toBe(1);
  });
});

describe("a style in capitals", () => {
  it("writes ß as ẞ where the face has it, and leaves capitals as they were written", () => {
    expect(glyphTexts("Maße, STRASSE und größer", { capitals: true }).join("").trim()).toBe("MAẞE, STRASSE UND GRÖẞER");
  });

  it("still knows where in the source each letter came from", () => {
    const [line] = set("Maße", { capitals: true }).value.lines;
    expect(line?.copy.origins).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("a character that the face lacks", () => {
  it("is set from another face, which is noted", () => {
    const { value, diagnostics } = set("Das Zeichen ℵ", { face: "SourceSerif4-It" });
    const { diagnostics: none } = set("Das Zeichen A", { face: "SourceSerif4-It" });
    expect(none).toEqual([]);
    expect(diagnostics).toHaveLength(1);
    expect(value.lines[0]?.copy.text).toBe("Das Zeichen ℵ");
  });

  it("has a stand-in also at the copy's beginning", () => {
    expect(glyphTexts("김 Kim").join("").trim()).toBe("김 Kim");
  });

  it.each([
    ["TeXGyreHerosCn-Bold", "SourceSans3-Regular"],
    ["SourceSans3-Bold", "SourceSans3-Bold"],
  ])("is a box where no face has it, never a sign that could be the author's: in %s one of %s", (face, boxFace) => {
    const runs = set("Wer ist 김", { face }).value.lines.flatMap((line) => line.runs);
    const run = runs.find(({ glyphs }) => glyphs.some(({ text }) => text === "김"));
    expect(run?.face).toBe(boxFace);
    const box = run?.glyphs.find(({ text }) => text === "김");
    expect(box?.glyph).toBe(setter.fonts.face(boxFace).shape("□")[0]?.glyph);
  });

  it("is an error that names the character and its place when no face has it", () => {
    const { diagnostics } = set("Kim (김)");
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([["error", "galley/missing-glyph"]]);
    expect(diagnostics[0]?.message).toContain("“김” (U+AE40)");
    expect(diagnostics[0]?.place).toMatchObject({ kind: "source", line: 1, column: 6 });
  });

  it("is one finding with its neighbours, so that a name in another script does not fill the report", () => {
    const { diagnostics } = set("Kim (김정은) und 習近平習近平 da");
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "no face has the characters “김정은” (U+AE40, U+C815, U+C740)",
      "no face has the characters “習近平習…” (U+7FD2, U+8FD1, U+5E73, U+7FD2, …)",
    ]);
    expect(diagnostics[0]?.place).toMatchObject({ column: 6, length: 3 });
  });
});

describe("a typed ligature character", () => {
  it("does not change how the same letters are set afterwards", () => {
    const before = glyphTexts("finden", { features: ["onum"] });
    glyphTexts("ﬁnden");
    expect(glyphTexts("finden ", { features: ["onum"] }).join("")).toBe(`${before.join("").trim()} `);
    expect(ligaturesOf("finden")).toEqual(["fi"]);
  });
});
