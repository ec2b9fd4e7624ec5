// Prints how others set the same words in the same type at the same measures, beside us, measured in everybody's PDFs
// by the same outside reader. Takes folders or files of articles; without any, bench/articles or else articles.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mm } from "../../src/base/index.ts";
import { figuresOf, type Figures } from "./figures.ts";
import { canReadGlyphs, readGlyphs } from "./glyphs.ts";
import { linesOf, type PrintedLine } from "./lines.ts";
import { findLualatex } from "./lualatex.ts";
import { PAGE, readParagraphs, TYPE, type Order, type Setter } from "./order.ts";
import { template, umbruch, WORD_SPACE } from "./ours.ts";
import { findTypst } from "./typst.ts";

const MEASURES_MM = [40, 50, 57];

async function setters(): Promise<Setter[]> {
  const fonts = fileURLToPath(new URL("../fonts/", import.meta.url));
  const found = [umbruch, findLualatex(fonts), ...(await findTypst(fonts))];
  return found.flatMap((setter) => {
    if ("set" in setter) return [setter];
    console.log(`${setter.name} is not measured: ${setter.missing}\n`);
    return [];
  });
}

async function measure(setter: Setter, order: Order): Promise<Figures> {
  const pages = (await setter.set(order)).flatMap((pdf) => {
    const glyphs = readGlyphs(pdf, TYPE.size);
    const last = glyphs.at(-1)?.page ?? 0;
    return Array.from({ length: last }, (_, page) => glyphs.filter((glyph) => glyph.page === page + 1));
  });
  const lines = order.articles.map(({ paragraphs }, index): PrintedLine[] =>
    linesOf(
      pages[index] ?? [],
      paragraphs.map(({ text }) => text),
    ),
  );
  return figuresOf(lines, { wordSpace: WORD_SPACE, size: TYPE.size, right: PAGE.margin + order.measure });
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function row(name: string, millimetres: number, figures: Figures): string {
  const cells = [
    name,
    `${millimetres} mm`,
    String(figures.lines),
    `${figures.wordSpace.toFixed(2)}×`,
    figures.variation.toFixed(2),
    percent(figures.over150),
    percent(figures.over200),
    percent(figures.hyphens),
    String(figures.longestRun),
    String(figures.runts),
  ];
  return `| ${cells.join(" | ")} |`;
}

function remarks(name: string, millimetres: number, { overfull, spaceless }: Figures): string[] {
  return [
    ...(overfull > 0 ? [`${name}, ${millimetres} mm: ${overfull} lines stick out of the column.`] : []),
    ...(spaceless > 0 ? [`${name}, ${millimetres} mm: ${spaceless} justified lines have no word space.`] : []),
  ];
}

async function main(paths: readonly string[]): Promise<void> {
  const articles = paths.flatMap((path) => readParagraphs(path, template().house));
  const paragraphs = articles.reduce((sum, article) => sum + article.paragraphs.length, 0);
  console.log(
    `${articles.length} articles, ${paragraphs} paragraphs, ${TYPE.family} ${TYPE.size}/${TYPE.leading} pt\n`,
  );
  const found = await setters();
  const notes: string[] = [];
  console.log(
    "| set by | measure | lines | mean word space | variation | over 1.5× | over 2× | lines with hyphen | longest run | runts |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|");
  for (const millimetres of MEASURES_MM) {
    for (const setter of found) {
      const figures = await measure(setter, { measure: mm(millimetres), articles });
      console.log(row(setter.name, millimetres, figures));
      notes.push(...remarks(setter.name, millimetres, figures));
    }
  }
  if (notes.length > 0) console.log(`\n${notes.join("\n")}`);
}

const given = process.argv.slice(2);
if (canReadGlyphs())
  await main(given.length > 0 ? given : [existsSync("bench/articles") ? "bench/articles" : "articles"]);
else console.log("nothing is measured: there is no mutool (Debian: mupdf-tools)");
