import { describe, expect, it } from "vitest";
import { editCopy } from "../../../src/base/index.ts";
import { setGalley, type Line } from "../../../src/galley/index.ts";
import type { TextStyle } from "../../../src/template/index.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";

const { styles, grid } = bundledTemplate("a4-3");

const AGENCY =
  "Kim äußerte sich zudem unterstützend für Russland im Krieg Moskaus gegen die Ukraine: „Die Armee und das Volk der " +
  "DVRK werden die gerechte Sache der russischen Armee und des russischen Volkes zur Verteidigung ihrer Souveränität, " +
  "Sicherheit und territorialen Integrität stets unterstützen und ermutigen“, wurde Kim weiter zitiert.";

function set(text: string, style: TextStyle = styles.body, width: number = grid.columnWidth, firstInset = 0) {
  return setGalley(copyOf(text), style, { width, firstInset, inset: 0 }, setter);
}

function lines(text: string, style?: TextStyle, width?: number): readonly Line[] {
  return set(text, style, width).value.lines;
}

const endOf = (line: Line): number => {
  const glyphs = line.runs.flatMap((run) => run.glyphs.filter(({ text }) => text !== " "));
  return glyphs.at(-1)?.x ?? 0;
};

describe("a justified paragraph", () => {
  it("fills its measure on every line but the last", () => {
    const all = lines(AGENCY);
    for (const line of all.slice(0, -1)) expect(line.inset + line.width - line.hang).toBeCloseTo(grid.columnWidth, 6);
    expect(all.at(-1)?.width).toBeLessThan(grid.columnWidth);
  });

  it("begins with its indent, and the measure ends where it ended before", () => {
    const [first] = set(AGENCY, styles.body, grid.columnWidth, 9.2).value.lines;
    expect(first?.runs[0]?.glyphs[0]?.x).toBeCloseTo(9.2, 6);
    expect((first?.inset ?? 0) + (first?.width ?? 0) - (first?.hang ?? 0)).toBeCloseTo(grid.columnWidth, 6);
  });

  it("lets hyphens, full stops and quotes hang out of the measure, and no letter by much", () => {
    const { size } = styles.body;
    const all = lines(AGENCY);
    const hyphens = all.filter(({ endsWith }) => endsWith === "hyphen");
    expect(hyphens.length).toBeGreaterThan(0);
    for (const { hang } of hyphens) expect(hang / size).toBeCloseTo(0.6 * 0.312, 2);
    for (const { hang } of all) expect(hang).toBeLessThan(0.25 * size);
    const [quoted] = lines("„Die Armee und das Volk der Demokratischen Volksrepublik werden die gerechte Sache.“");
    expect(quoted?.inset).toBeLessThan(-0.15 * size);
  });

  it("hangs nothing where the style does not want it", () => {
    const flush = { ...styles.body, hanging: 0 };
    for (const line of lines(AGENCY, flush).slice(0, -1)) expect([line.inset, line.hang]).toEqual([0, 0]);
  });

  it("prefers the joint of a compound to its other syllables", () => {
    const text = "Das alles geschah im Verteidigungsministerium in der Stadt.";
    const divided = lines(text, styles.body, 140).filter(({ endsWith }) => endsWith === "hyphen");
    expect(divided.map(({ copy }) => copy.text)).toEqual(["Das alles geschah im Verteidigungs"]);
  });

  it("divides a word with soft hyphens there and nowhere else", () => {
    const written = copyOf("Das alles geschah im Verteidigungsminis\u00ADterium in der Stadt.");
    const copy = editCopy(written, [{ start: 39, end: 40, text: "", rule: "clean" }]);
    const { value } = setGalley(copy, styles.body, { width: 100, firstInset: 0, inset: 0 }, setter);
    const divided = value.lines.filter(({ endsWith }) => endsWith === "hyphen").map((line) => line.copy.text);
    expect(divided).toEqual(["im Verteidigungsminis"]);
  });

  it("keeps letterfit and glyph scaling inside the style's limits", () => {
    const { letterfit, scaling } = styles.body.justification;
    for (const line of lines(AGENCY)) {
      for (const run of line.runs) {
        expect(run.scaling).toBeGreaterThanOrEqual(scaling.least - 1e-9);
        expect(run.scaling).toBeLessThanOrEqual(scaling.most + 1e-9);
        const fit = (run.tracking * run.scaling) / run.size;
        expect(fit).toBeGreaterThanOrEqual(letterfit.least - 1e-9);
        expect(fit).toBeLessThanOrEqual(letterfit.most + 1e-9);
      }
    }
  });

  it("ends a divided word with a hyphen that reads as a soft one", () => {
    const divided = lines(AGENCY).filter(({ endsWith }) => endsWith === "hyphen");
    expect(divided.length).toBeGreaterThan(0);
    for (const line of divided) expect(line.runs.at(-1)?.glyphs.at(-1)?.text).toBe("\u00AD");
  });

  it("closes a line between words with a space, so that the words stay apart in the text", () => {
    const whole = lines(AGENCY).filter(({ endsWith }) => endsWith === "word");
    for (const line of whole) expect(line.runs.at(-1)?.glyphs.at(-1)?.text).toBe(" ");
  });

  it("sets emphasis in its own face, on one line with the rest", () => {
    const copy = { ...copyOf("Das ist wichtig gewesen."), marks: [{ kind: "emphasis", start: 8, end: 15 } as const] };
    const { value } = setGalley(copy, styles.body, { width: 300, firstInset: 0, inset: 0 }, setter);
    expect(value.lines[0]?.runs.map(({ face }) => face)).toEqual([
      "SourceSerif4-Regular",
      "SourceSerif4-It",
      "SourceSerif4-Regular",
    ]);
  });
});

describe("spaces that do not break", () => {
  it("hold a number and its unit together", () => {
    for (let width = 60; width < 160; width += 3) {
      const ends = lines("Es kostete rund 100\u00A0Euro mehr als zuvor", styles.body, width).map(
        ({ copy }) => copy.text,
      );
      expect(ends.every((text) => !text.endsWith("100"))).toBe(true);
    }
  });

  it("stretch with the others when they are as wide as a word space", () => {
    const [first] = lines("Das kostete 100\u00A0Euro und noch viel mehr als das", styles.body, 150);
    expect(first?.spaces).toBeGreaterThan(2);
  });
});

describe("ragged text", () => {
  it("keeps natural word spaces and ends on the left, right or centre as its style says", () => {
    const ragged = { ...styles.body, align: "left" } as const;
    for (const line of lines(AGENCY, ragged)) expect(line.wordSpace).toBeLessThan(1.05);
    const [right] = lines("© APA", { ...styles.credit, align: "right" }, 100);
    expect((right?.inset ?? 0) + (right?.width ?? 0)).toBeCloseTo(100, 6);
    const [middle] = lines("Bild folgt", { ...styles.placeholder, align: "center" }, 100);
    expect(middle?.inset).toBeCloseTo((100 - (middle?.width ?? 0)) / 2, 6);
  });
});

describe("awkward copy", () => {
  it("divides a word that is wider than its column anywhere, and says so", () => {
    const { value, diagnostics } = set(`Ein ${"x".repeat(300)} Wort`);
    expect(diagnostics.map(({ code }) => code)).toContain("galley/unbreakable-word");
    for (const line of value.lines) expect(endOf(line)).toBeLessThan(grid.columnWidth + 1);
  });

  it("names the character and the place when no face has it", () => {
    const { diagnostics } = set("Das Zeichen 漢 fehlt");
    expect(diagnostics[0]).toMatchObject({
      code: "galley/missing-glyph",
      severity: "error",
      place: { line: 1, column: 13 },
    });
    expect(diagnostics[0]?.message).toContain("U+6F22");
  });

  it("prints a stand-in for a missing character, and the text still reads as it was written", () => {
    const text = lines("Das Zeichen 漢 fehlt", styles.body, 300)[0]?.runs.flatMap(({ glyphs }) =>
      glyphs.map((glyph) => glyph.text),
    );
    expect(text?.join("").trim()).toBe("Das Zeichen 漢 fehlt");
  });

  it("sets nothing for empty copy, without a fault", () => {
    expect(lines("").flatMap(({ runs }) => runs).length).toBe(0);
  });
});

describe("a paragraph's alternatives", () => {
  it("are settings with a line fewer or more, which cost more than the best one", () => {
    const galley = set(`${AGENCY} ${AGENCY}`, styles.body, 200).value;
    const longer = galley.alternative(1);
    expect(longer?.lines).toHaveLength(galley.lines.length + 1);
    expect(longer?.demerits).toBeGreaterThan(galley.demerits);
    const printed = longer?.lines.map(({ copy }) => copy.text).join("");
    expect(printed?.replaceAll(" ", "")).toBe(`${AGENCY}${AGENCY}`.replaceAll(" ", ""));
    expect(longer?.alternative(-1)?.demerits).toBe(galley.demerits);
  });

  it("are not there when no setting within the tolerance has that many lines", () => {
    expect(set(AGENCY).value.alternative(-5)).toBeUndefined();
    expect(set("Kurz.").value.alternative(1)).toBeUndefined();
  });
});

describe("a paragraph round an initial or beside a picture", () => {
  const beside = [
    { left: 30, right: 0 },
    { left: 30, right: 0 },
    { left: 0, right: 20 },
  ];
  const { lines: shaped } = setGalley(
    copyOf(AGENCY),
    styles.body,
    { width: 160, firstInset: 0, inset: 0, beside },
    setter,
  ).value;

  it("keeps its first lines out of the room that is taken", () => {
    expect(shaped.slice(0, 4).map(({ inset }) => Math.round(inset + 1))).toEqual([31, 31, 1, 1]);
  });

  it("fills each line up to what is left of the measure", () => {
    const ends = shaped.slice(0, 4).map(({ inset, width, hang }) => inset + width - hang);
    for (const [index, end] of ends.entries()) expect(end).toBeCloseTo([160, 160, 140, 160][index] ?? 0, 6);
  });
});
