// Prints how the body is set, over all articles and both templates, read back from the glyphs of the written PDFs.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { makeUp, openWorld, press, type MadeUp } from "../src/index.ts";
import { readGlyphs, type PageGlyph } from "../tests/support/pdf/read-glyphs.ts";

interface Row {
  readonly name: string;
  readonly lines: number;
  readonly justified: number;
  readonly hyphens: number;
  readonly run: number;
  readonly wordSpaces: readonly number[];
  readonly over150: number;
  readonly over200: number;
  readonly widows: number;
  readonly orphans: number;
  readonly runts: number;
  readonly empty: number;
  readonly offGrid: number;
}

const ARTICLES = "articles";

async function measure(article: string, template: string): Promise<Row> {
  const world = openWorld();
  const { value } = makeUp(world, { article, template });
  if (value === undefined) throw new Error(`${article} cannot be set`);
  const glyphs = readGlyphs((await press(world, value)).value);
  const { tally } = value;
  const wordSpaces = meanWordSpaces(value, glyphs);
  return {
    name: `${article.replace(/^.*\//, "")} · ${template}`,
    lines: tally.lines,
    justified: wordSpaces.length,
    hyphens: tally.hyphens,
    run: tally.longestHyphenRun,
    wordSpaces,
    over150: wordSpaces.filter((space) => space > 1.5).length,
    over200: wordSpaces.filter((space) => space > 2).length,
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
    const column = columns.findIndex((left) => glyph.x > left - 3 && glyph.x < left + columnWidth + 3);
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
  const { first, leading } = madeUp.template.grid;
  const off = bodyLines(madeUp, glyphs).map(([glyph]) => {
    const row = ((glyph?.y ?? first) - first) / leading;
    return Math.abs(row - Math.round(row)) * leading;
  });
  return Math.max(0, ...off);
}

function sum(rows: readonly Row[], key: keyof Row): number {
  return rows.reduce((total, row) => total + Number(row[key]), 0);
}

function print(name: string, rows: readonly Row[]): void {
  const spaces = rows.flatMap(({ wordSpaces }) => wordSpaces);
  const mean = spaces.reduce((a, b) => a + b, 0) / spaces.length;
  const deviation = Math.sqrt(spaces.reduce((a, b) => a + (b - mean) ** 2, 0) / spaces.length);
  const share = (count: number, of: number): string => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
  const cells = [
    String(sum(rows, "lines")),
    `${mean.toFixed(2)}×`,
    (deviation / mean).toFixed(2),
    share(sum(rows, "over150"), spaces.length),
    share(sum(rows, "over200"), spaces.length),
    share(sum(rows, "hyphens"), sum(rows, "lines")),
    String(Math.max(...rows.map(({ run }) => run))),
    String(sum(rows, "widows")),
    String(sum(rows, "orphans")),
    String(sum(rows, "runts")),
    String(sum(rows, "empty")),
    `${Math.max(...rows.map(({ offGrid }) => offGrid)).toFixed(5)} pt`,
  ];
  console.log(`| ${[name, ...cells].join(" | ")} |`);
}

const articles = readdirSync(ARTICLES)
  .filter((file) => /\.(txt|md|json)$/.test(file))
  .sort();
const rows: Row[] = [];
console.log(
  "| article · template | lines | mean word space | variation | over 1.5× | over 2× | hyphenated | longest run | widows | orphans | runts | empty rows | off the grid |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
for (const file of articles) {
  for (const template of openWorld().templates) {
    const row = await measure(join(ARTICLES, file), template);
    rows.push(row);
    print(row.name, [row]);
  }
}
print("all", rows);
