// Prints how the body is set, read back from the glyphs of the written PDFs; how words are divided, judged by a list made
// by hand; and how long paragraphs take to set.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copyFrom } from "../src/base/index.ts";
import { openFontBook, setGalley } from "../src/galley/index.ts";
import { makeUp, openWorld, press, type MadeUp, type World } from "../src/index.ts";
import { languageOf } from "../src/language/index.ts";
import { readGlyphs, type PageGlyph } from "../tests/support/pdf/read-glyphs.ts";
import { judgeHyphenation, wordsPerSecond } from "./hyphenation.ts";
import { variedArticle } from "./varied-articles.ts";

interface Row {
  readonly lines: number;
  readonly hyphens: number;
  readonly run: number;
  readonly wordSpaces: readonly number[];
  readonly widows: number;
  readonly orphans: number;
  readonly runts: number;
  /** Rows by which the last page's columns end short, added up. */
  readonly empty: number;
  readonly offGrid: number;
}

const AGENCY = "articles/nordkorea-atomare-aufruestung.txt";
/** Folders of articles, of many kinds and lengths. */
const FOLDERS = ["articles", "bench/articles"];

/**
 * What others made of the agency article on the measure of a4-3 (A4, three columns of 56.7 mm, 9.2/11.5 pt, Source Serif
 * 4), measured from the glyph positions in their PDFs when this project began.
 */
const PEERS = `
| LuaLaTeX + microtype | 1.13× | 0.30 | 15 % | 2 % | 48 % | 4 | 1 | 4.1 mm |
| ConTeXt | 1.29× | 0.37 | 29 % | 10 % | 46 % | 4 | 0 | 0 |
| Typst | 1.39× | 0.36 | 30 % | 15 % | 36 % | 2 | 1 | 4.1 mm |
| react-pdf | 1.45× | 0.24 | 20 % | 5 % | 48 % | 4 | 2 | not balanced |
| Apache FOP | 1.63× | 0.40 | 56 % | 22 % | 51 % | 4 | 0 | 4.1 mm |
| Chromium | 2.00× | 0.43 | 62 % | 36 % | 45 % | 4 | 0 | 0 (grid off by 0.17 mm) |
| WeasyPrint | 2.06× | 0.35 | 75 % | 41 % | 44 % | 3 | 0 | 4.1 mm |
| Scribus | 2.18× | 0.38 | 75 % | 45 % | 43 % | 2 | 0 | 8.1 mm |
`.trim();

/** Columns to a page of about A4's width for each measure: 4 × 40, 3 × 50, 3 × 56.7 mm, the last as the template is. */
const MEASURES = [
  { millimetres: 40, columns: 4 },
  { millimetres: 50, columns: 3 },
  { millimetres: 56.667, columns: 3 },
];

const files = openWorld();

/** The world with the template a4-3 on other measures: `a4-3 at 40 mm` and so on. */
const world: World = {
  ...files,
  template(name) {
    const measure = MEASURES.find(({ millimetres }) => name === nameAt(millimetres));
    return measure ? { path: name, bytes: templateAt(measure) } : files.template(name);
  },
};

function nameAt(millimetres: number): string {
  return `a4-3 at ${Math.round(millimetres)} mm`;
}

function templateAt({ millimetres, columns }: (typeof MEASURES)[number]): Uint8Array {
  const data = JSON.parse(new TextDecoder().decode(files.template("a4-3")?.bytes)) as {
    typeArea: { width: string };
    grid: { columns: number };
    headline: { steps: { columns: number }[] };
    composition: { columns: number[] };
  };
  data.typeArea.width = `${(columns * millimetres + (columns - 1) * 5).toFixed(3)}mm`;
  data.grid.columns = columns;
  const widest = data.headline.steps.at(-1);
  if (widest && widest.columns < columns) data.headline.steps.push({ ...widest, columns });
  data.composition.columns = Array.from({ length: columns }, (_, index) => index + 1);
  return new TextEncoder().encode(JSON.stringify(data));
}

async function measure(article: string, template: string): Promise<Row> {
  const { value, diagnostics } = makeUp(world, { article, template });
  if (value === undefined) throw new Error(`${article}: ${diagnostics.map(({ message }) => message).join("; ")}`);
  const glyphs = readGlyphs((await press(world, value)).value);
  const { tally } = value;
  return {
    lines: tally.lines,
    hyphens: tally.hyphens,
    run: tally.longestHyphenRun,
    wordSpaces: meanWordSpaces(value, glyphs),
    widows: tally.widows,
    orphans: tally.orphans,
    runts: tally.runts,
    empty: tally.empty,
    offGrid: gridDeviation(value, glyphs),
  };
}

/** The body's lines as the PDF has them: glyphs of the body's face and size, one baseline and column at a time. */
function bodyLines({ template, pages }: MadeUp, glyphs: readonly PageGlyph[]): PageGlyph[][] {
  const { face, size } = template.styles.body;
  const { columns = [], columnWidth = 0 } = pages[0]?.grid ?? {};
  const lines = new Map<string, PageGlyph[]>();
  for (const glyph of glyphs) {
    if (glyph.font !== face || Math.abs(glyph.size - size) > 0.001) continue;
    const column = columns.findIndex((left) => glyph.x > left - 4 && glyph.x < left + columnWidth + 4);
    const key = `${glyph.page} ${column} ${glyph.y.toFixed(1)}`;
    lines.set(key, [...(lines.get(key) ?? []), glyph]);
  }
  return [...lines.values()];
}

/** Mean word space of each line that fills its column, as a multiple of the face's own. */
function meanWordSpaces(madeUp: MadeUp, glyphs: readonly PageGlyph[]): number[] {
  const { template, fonts } = madeUp;
  const { face, size } = template.styles.body;
  const normal = fonts.face(face).wordSpace * size;
  return bodyLines(madeUp, glyphs).flatMap((line) => {
    const printed = [...line].sort((a, b) => a.x - b.x);
    while (printed.at(-1)?.text === " ") printed.pop();
    const [first, last] = [printed[0], printed.at(-1)];
    if (first === undefined || last === undefined) return [];
    const column = madeUp.pages[0]?.grid.columns.find((left) => Math.abs(first.x - left) < size * 2) ?? 0;
    if (last.x + last.width < column + template.grid.columnWidth - 0.5) return [];
    const gaps = printed.flatMap((glyph, i) =>
      glyph.text === " " || glyph.text === "\u00A0" ? [(printed[i + 1]?.x ?? 0) - glyph.x] : [],
    );
    return gaps.length > 0 ? [gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / normal] : [];
  });
}

function gridDeviation(madeUp: MadeUp, glyphs: readonly PageGlyph[]): number {
  const { first, leading } = madeUp.pages[0]?.grid ?? madeUp.template.grid;
  const off = bodyLines(madeUp, glyphs).map(([glyph]) => {
    const row = ((glyph?.y ?? first) - first) / leading;
    return Math.abs(row - Math.round(row)) * leading;
  });
  return Math.max(0, ...off);
}

function sum(rows: readonly Row[], key: keyof Row): number {
  return rows.reduce((total, row) => total + Number(row[key]), 0);
}

const share = (count: number, of: number): string => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;

/** The cells that the peers' table has, but the last. */
function cellsOf(rows: readonly Row[]): string[] {
  const spaces = rows.flatMap(({ wordSpaces }) => wordSpaces);
  const mean = spaces.reduce((a, b) => a + b, 0) / spaces.length;
  const deviation = Math.sqrt(spaces.reduce((a, b) => a + (b - mean) ** 2, 0) / spaces.length);
  const over = (most: number): string => share(spaces.filter((space) => space > most).length, spaces.length);
  return [
    `${mean.toFixed(2)}×`,
    (deviation / mean).toFixed(2),
    over(1.5),
    over(2),
    share(sum(rows, "hyphens"), sum(rows, "lines")),
    String(Math.max(...rows.map(({ run }) => run))),
    String(sum(rows, "runts")),
  ];
}

function line(cells: readonly string[]): void {
  console.log(`| ${cells.join(" | ")} |`);
}

const HEAD = ["mean word space", "variation", "over 1.5×", "over 2×", "lines with hyphen", "longest run", "runts"];

function head(first: readonly string[], last: readonly string[]): void {
  line([...first, ...HEAD, ...last]);
  console.log("|---".repeat(first.length + HEAD.length + last.length) + "|");
}

async function besidePeers(): Promise<void> {
  const row = await measure(AGENCY, "a4-3");
  console.log("The agency article beside its peers (their figures as first measured):\n");
  head(["set by"], ["columns end apart"]);
  console.log(PEERS);
  line(["**Umbruch**", ...cellsOf([row]), row.empty === 0 ? "0" : `${row.empty} rows in all`]);
}

const articles = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(txt|md|json)$/.test(file))
    .sort()
    .map((file) => join(folder, file)),
);

async function manyArticles(): Promise<void> {
  console.log(`\n${articles.length} articles at three measures, and on the bundled templates:\n`);
  head(["set at", "lines"], ["widows", "orphans", "columns apart", "off the grid"]);
  const onMeasures: Row[] = [];
  for (const template of [...MEASURES.map(({ millimetres }) => nameAt(millimetres)), ...files.templates]) {
    const rows: Row[] = [];
    for (const article of articles) rows.push(await measure(article, template));
    if (template.includes(" at ")) onMeasures.push(...rows);
    summary(template, rows);
  }
  summary("the three measures", onMeasures);
}

function summary(name: string, rows: readonly Row[]): void {
  const apart = rows.filter(({ empty }) => empty > 0).length;
  const offGrid = Math.max(...rows.map((row) => row.offGrid));
  const counts = [String(sum(rows, "widows")), String(sum(rows, "orphans")), `in ${apart} of ${rows.length}`];
  line([name, String(sum(rows, "lines")), ...cellsOf(rows), ...counts, `${offGrid.toFixed(5)} pt`]);
}

/** Milliseconds to set paragraphs of ordinary words on one column; what is measured is the whole galley, not the breaker alone. */
function timeOfParagraphs(): void {
  const setter = { fonts: openFontBook((file) => files.font(file)), language: languageOf("de-AT") };
  const { value } = makeUp(world, { article: AGENCY, template: "a4-3" });
  if (value === undefined) throw new Error("the agency article cannot be set");
  const style = value.template.styles.body;
  const words = Array.from({ length: 200 }, (_, i) => variedArticle(i)).flatMap((article) => article.split(/\s+/));
  const measure = { width: value.template.grid.columnWidth, firstInset: 0, inset: 0 };
  const figures = [100, 1000, 10_000].map((count) => {
    const text = words.slice(0, count).join(" ");
    const copy = copyFrom({ name: "bench", text }, 0, text.length);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      setGalley(copy, style, measure, setter);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return `${count} words ${(times[2] ?? NaN).toFixed(1)} ms`;
  });
  console.log(`\nsetting one paragraph, median of 5: ${figures.join(", ")}`);
}

/** Before anything is set: no word has been seen yet. */
const speed = wordsPerSecond(articles.map((article) => readFileSync(article, "utf8")).join(" "));

await besidePeers();
await manyArticles();
console.log(`\n${judgeHyphenation(readFileSync("tests/fixtures/hyphenation/words.tsv", "utf8"))}`);
console.log(`${Math.round(speed)} words/s divided and graded, none of them seen before`);
timeOfParagraphs();
