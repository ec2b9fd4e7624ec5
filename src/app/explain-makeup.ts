import { toMm } from "../base/index.ts";
import type { ComposedPage, Composition, Costs, Relief } from "../page/index.ts";
import type { MadeUp } from "../pipeline.ts";
import { reliefText } from "./report-human.ts";
import { millimetres } from "./report.ts";

/** How each cost is called, as what a desk would say of the page. */
const NAMES: Readonly<Record<keyof Costs, string>> = {
  headline: "headline",
  crop: "pictures cropped",
  resolution: "too few pixels",
  handedOn: "pictures left for later",
  lead: "first picture not the largest",
  shallow: "short columns",
  notFlush: "gap below a picture",
  unusedColumns: "columns unused",
  emptyPage: "paper left empty",
  pictureShare: "pictures too large or small",
  place: "place of pictures",
  emptyRows: "rows empty",
  breaks: "breaks at columns",
  relief: "relief",
  incomplete: "goes on elsewhere",
};

/** What rounds to nothing is not worth a word. */
const NOTHING = 0.05;

/**
 * How an article's pages were composed: for each page the choice, the best compositions of other kinds with their costs by
 * name, and what decided. Costs are in the measure of one empty row at a column's foot, which is 200.
 */
export function explainMakeup({ compositions, template }: MadeUp): string {
  const pages = compositions.map((page) => explainPage(page, template.grid.leading));
  return `${pages.join("\n\n")}\n\nCosts: an empty row at a column's foot is 200; the cheapest page wins.\n`;
}

function explainPage({ composition: best, others, number }: ComposedPage, leading: number): string {
  const all = [best, ...others];
  const rows = all.map((composition, index) => `${String(index + 1).padStart(3)}.${describe(composition, leading)}`);
  return [`Page ${number}`, ...rows, "", ...whyNot(best, others)].join("\n");
}

/** The same as data: for each page its compositions, the chosen one first, and what decided. */
export function compositionsJson({ compositions, template }: MadeUp): readonly object[] {
  return compositions.map(({ composition: best, others: [second, ...others], number }) => {
    const all = [best, ...(second ? [second] : []), ...others];
    const decision = second && {
      margin: rounded(second.cost - best.cost),
      by: lossesOf(best, second).map(({ cost, more }) => ({ cost, more: rounded(more) })),
    };
    const rows = all.map((composition) => compositionJson(composition, template.grid.leading));
    return { page: number, compositions: rows, decision: decision ?? null };
  });
}

function compositionJson(composition: Composition, leading: number): object {
  const { columns, heading, pictures, depth, cost, costs } = composition;
  return {
    cost: rounded(cost),
    costs: Object.fromEntries(entries(costs).flatMap(([name, one]) => (one > 0 ? [[name, rounded(one)]] : []))),
    columns,
    headline: heading ? { size: heading.size, lines: heading.lines } : null,
    pictures: pictures.map(({ picture, slot, block, rows }) => {
      return { picture: picture + 1, at: slot.at, side: slot.side, columns: block.columns, rows };
    }),
    millimetres: millimetres(depth * leading),
    reliefs: reliefsOf(composition),
  };
}

function reliefsOf({ filling }: Composition): readonly Relief[] {
  return filling.ways.flatMap(({ relief }) => (relief ? [relief] : []));
}

function rounded(cost: number): number {
  return Number(cost.toFixed(3));
}

function describe(composition: Composition, leading: number): string {
  const { columns, heading, pictures, depth, cost, costs } = composition;
  const head = heading ? [`headline ${heading.size} pt in ${count(heading.lines, "line")}`] : [];
  const places = pictures.map(
    ({ picture, slot, block, rows }) =>
      `picture ${picture + 1} ${slot.at} ${slot.side} over ${count(block.columns, "column")}, ${count(rows, "row")}`,
  );
  const height = `${toMm(depth * leading).toFixed(0)} mm of text`;
  const facts = [count(columns, "column"), ...head, ...places, height, `relief: ${reliefText(reliefsOf(composition))}`];
  return `${cost.toFixed(1).padStart(9)}  ${facts.join(" · ")}\n${" ".repeat(15)}${costText(costs)}`;
}

function costText(costs: Costs): string {
  const named = entries(costs).filter(([, cost]) => cost > NOTHING);
  return named.length === 0
    ? "nothing to find fault with"
    : named.map(([name, cost]) => `${NAMES[name]} ${cost.toFixed(1)}`).join(", ");
}

function entries(costs: Costs): [keyof Costs, number][] {
  return (Object.keys(NAMES) as (keyof Costs)[]).map((name) => [name, costs[name]]);
}

function whyNot(best: Composition, [second]: readonly Composition[]): string[] {
  if (second === undefined) return ["  Nothing else came into question."];
  const losses = lossesOf(best, second).slice(0, 3);
  const reasons = losses.map(({ cost, more }) => `${NAMES[cost]} (${more.toFixed(1)} more)`);
  const margin = (second.cost - best.cost).toFixed(1);
  return [`  1 is ${margin} cheaper than 2, which loses by: ${reasons.join(", ") || "a hair"}.`];
}

/** What the second costs more than the best, most first. */
function lossesOf(best: Composition, second: Composition): { readonly cost: keyof Costs; readonly more: number }[] {
  return entries(best.costs)
    .map(([cost, least]) => ({ cost, more: second.costs[cost] - least }))
    .filter(({ more }) => more > NOTHING)
    .sort((a, b) => b.more - a.more);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
