// Prints how copy fits its space: every article of the project on every template in three heights; what the fit does to the
// lines; and how long a page takes to make up, for an article, ten and a hundred times as long.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOf } from "../src/language/index.ts";
import { castBody } from "../src/page/cast.ts";
import { slugsOf } from "../src/page/piece.ts";
import type { Slug } from "../src/page/slug.ts";
import { makeUp, openWorld, type MadeUp, type Page, type World } from "../src/index.ts";

const FOLDERS = ["articles", "bench/articles"];
const LONG = "articles/gletscher-reportage.md";
const BROADSHEET = "nordisch-6";

const files = openWorld();
const articles = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(txt|md|json)$/.test(file))
    .map((file) => join(folder, file)),
);

function set(article: string, template: string, rows?: number, world: World = files): MadeUp {
  const { value } = makeUp(world, { article, template, ...(rows !== undefined && { space: { rows } }) });
  if (value === undefined) throw new Error(`${article} cannot be set on ${template}`);
  return value;
}

/** Share of the rows that an article takes when it is free. */
const HEIGHTS = [
  ["too small", 0.6],
  ["right", 1],
  ["too large", 1.6],
] as const;

interface Tried {
  readonly state: string;
  readonly cuts: number;
  readonly widows: number;
  readonly orphans: number;
  readonly crossheads: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

console.log(`${articles.length} articles on ${files.templates.length} templates, each in three heights\n`);
console.log("| template | height | fills | overset | with a cut | empty | widows | orphans | crossheads at a foot |");
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
const all: Tried[] = [];
for (const template of files.templates) {
  for (const [name, share] of HEIGHTS) {
    const tried = articles.map((article) => tryHeight(article, template, share));
    all.push(...tried);
    const of = (state: string): number => tried.filter((one) => one.state === state).length;
    const sum = (key: "widows" | "orphans" | "crossheads"): number => tried.reduce((total, one) => total + one[key], 0);
    const cut = tried.filter(({ cuts }) => cuts > 0).length;
    const cells = [of("fits"), of("overset"), cut, of("empty"), sum("widows"), sum("orphans"), sum("crossheads")];
    console.log(`| ${[template, name, ...cells].join(" | ")} |`);
  }
}
const fitted = all.filter(({ state }) => state === "fits");
const [before, after] = [fitted.flatMap((one) => one.before), fitted.flatMap((one) => one.after)];
console.log(
  `\nmean badness of the body's lines where it fits: ${mean(before).toFixed(2)} as they come best, ${mean(after).toFixed(2)} as they were fitted ` +
    `(100 |r|³, at most 1,000 each; ${after.length} lines)\n`,
);

function tryHeight(article: string, template: string, share: number): Tried {
  const free = set(article, template);
  const { composition } = free.compositions[0] ?? {};
  const rows = (composition?.headingRows ?? 0) + (composition?.depth ?? 0);
  const most = free.template.grid.rows - free.template.header.rows;
  const madeUp = set(article, template, Math.min(most, Math.max(8, Math.round(rows * share))));
  const { fit, tally, pages } = madeUp;
  return {
    state: fit.state,
    cuts: fit.cuts.length,
    widows: tally.widows,
    orphans: tally.orphans,
    crossheads: pages.reduce((sum, page) => sum + crossheadsAtFeet(page), 0),
    before: badness(bestSlugs(madeUp)),
    after: badness(madeUp.slugs),
  };
}

function bestSlugs({ article, template, fonts }: MadeUp): readonly Slug[] {
  return slugsOf(castBody(article, template, { fonts, language: languageOf(article.language) }).value);
}

/** Badness of justified lines; the last of a paragraph has none. */
function badness(slugs: readonly Slug[]): number[] {
  return slugs
    .filter(({ role }) => role === "body")
    .flatMap(({ lines }) => lines.map(({ line }) => line))
    .filter(({ endsWith, spaces }) => endsWith !== "paragraph" && spaces > 0)
    .map(({ ratio }) => Math.min(1000, 100 * Math.abs(ratio) ** 3));
}

/** Crossheads with nothing right below them in their column. */
function crossheadsAtFeet({ frames }: Page): number {
  const texts = frames.flatMap((frame) => (frame.kind === "text" && frame.column !== undefined ? [frame] : []));
  return texts.filter(({ role, column, lines }) => {
    if (role !== "crosshead") return false;
    const foot = lines.at(-1)?.row ?? 0;
    return !texts.some(
      (other) => other.column === column && other.lines.some(({ row = 0 }) => row > foot && row <= foot + 3),
    );
  }).length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

console.log(`make-up of ${LONG} on ${BROADSHEET}, and of the same body 10 and 100 times as long (median of 3)\n`);
console.log("| article | pages | seconds | ms a page |");
console.log("| --- | --- | --- | --- |");
for (const times of [1, 10, 100]) {
  const world = longer(times);
  set("long.md", BROADSHEET, undefined, world);
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    const { pages } = set("long.md", BROADSHEET, undefined, world);
    return { pages: pages.length, time: performance.now() - start };
  });
  const median = runs.toSorted((a, b) => a.time - b.time)[1] ?? { pages: 1, time: 0 };
  console.log(
    `| ${times}× | ${median.pages} | ${(median.time / 1000).toFixed(2)} | ${(median.time / median.pages).toFixed(0)} |`,
  );
}

/** The world with the long article so many times as long, as `long.md`. */
function longer(times: number): World {
  const text = readFileSync(LONG, "utf8");
  const [head = "", ...rest] = text.split(/\n(?=\n[^\n!#>-][^\n]{200})/);
  const body = rest.join("\n");
  const bytes = new TextEncoder().encode(head + `\n${body}`.repeat(times));
  return { ...files, read: (path) => (path === "long.md" ? bytes : files.read(path)) };
}
