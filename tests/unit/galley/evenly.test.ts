import { describe, expect, it } from "vitest";
import { Paragraph, setEvenly, setGalley, styleWith, type Galley } from "../../../src/galley/index.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";

const { styles, grid } = bundledTemplate("a4-3");

const CAPTIONS = [
  "Löscharbeiten in Wien",
  "Die Bundesregierung stellte ihre Pläne am Montag nach der Sitzung des Ministerrats in Wien vor.",
  "Ein Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantenverbandsvorsitzender im Hafen von Linz",
  "Feuerwehr und Rettung waren mit 120 Einsatzkräften vor Ort, wie ein Sprecher der Landesleitzentrale sagte: „Wir haben alles getan.“",
];

const flush = (width: number) => ({ width, firstInset: 0, inset: 0 });

const dividedIn = ({ lines }: Galley): number =>
  lines.filter(({ endsWith }) => endsWith === "hyphen" || endsWith === "explicit").length;

/** The narrowest measure that is found when each is tried with a setting of its own. */
function triedOneByOne(text: string, width: number): Galley {
  const set = (measure: number): Galley => setGalley(copyOf(text), styles.caption, flush(measure), setter).value;
  let best = set(width);
  const most = best.lines.length;
  const divided = dividedIn(best);
  let [low, high] = [width / 2, width];
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    const tried = set(middle);
    const fits = tried.lines.length <= most && tried.lines.every((line) => line.width <= middle);
    if (fits && dividedIn(tried) <= divided) [best, high] = [tried, middle];
    else low = middle;
  }
  return most < 2 ? set(width) : best;
}

describe("a text that is set evenly", () => {
  it.each(["center", "right"] as const)("stands in the whole width, however narrow its lines are: %s", (align) => {
    const style = styleWith(styles.caption, { align });
    const width = 2.1 * grid.columnWidth;
    const { lines } = setEvenly(new Paragraph(copyOf(CAPTIONS[3] ?? ""), style, setter), width).value;
    expect(lines.length).toBeGreaterThan(1);
    for (const { runs, width: own } of lines) {
      const room = width - own;
      expect(runs[0]?.glyphs[0]?.x).toBeCloseTo(align === "center" ? room / 2 : room, 6);
    }
  });

  it.each(CAPTIONS)("is what it would be if each measure were set by itself: %s", (text) => {
    const paragraph = new Paragraph(copyOf(text), styles.caption, setter);
    for (const width of [40, 70, grid.columnWidth, 2.1 * grid.columnWidth]) {
      const { value } = setEvenly(paragraph, width);
      const plain = triedOneByOne(text, width);
      const seen = ({ lines, demerits }: Galley) => [demerits, lines.map(({ runs, measure }) => ({ runs, measure }))];
      expect(seen(value)).toEqual(seen(plain));
    }
  });

  it("divides no word to make its lines more even", () => {
    const paragraph = new Paragraph(
      copyOf("Eileen Collins, erste Kommandantin eines Space Shuttles"),
      styles.caption,
      setter,
    );
    const { lines } = setEvenly(paragraph, 150).value;
    expect(lines.map(({ copy }) => copy.text)).toEqual(["Eileen Collins, erste Kommandantin", "eines Space Shuttles"]);
  });

  it("tears no word apart that its width holds", () => {
    const text = "Nationalrat streitet über Anhebung des Pensionsantrittsalters";
    const { crosshead } = bundledTemplate("berliner-6").styles;
    const { value, diagnostics } = setEvenly(new Paragraph(copyOf(text), crosshead, setter), 122.8);
    expect(value.lines.map(({ copy }) => copy.text).join(" ")).toBe(text);
    expect(diagnostics).toEqual([]);
  });

  it("says of its last setting what that of the same measure says", () => {
    const copy = copyOf(`Im ${"W".repeat(40)} steht es.`);
    const { value, diagnostics } = setEvenly(new Paragraph(copy, styles.caption, setter), 60);
    const measure = value.lines[0]?.measure ?? 0;
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics).toEqual(setGalley(copy, styles.caption, flush(measure), setter).diagnostics);
  });
});
