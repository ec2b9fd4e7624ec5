import { toMm } from "../base/index.ts";
import type { MadeUp } from "./job.ts";

/** What stands below a page's proof with its grid: which page it is, and how the copy fits. */
export function proofCaption({ article, template, press, pages, tally, fit }: MadeUp, page: number): readonly string[] {
  const folio = pages[page]?.folio;
  const facts = [
    article.id,
    template.name,
    press.condition.name,
    `page ${page + 1} of ${pages.length}${folio === undefined ? "" : ` (folio ${folio})`}`,
  ];
  const { loosest } = tally;
  const size = [count(tally.columns, "column"), count(tally.lines, "line"), fitText({ tally, fit })];
  const setting = [
    `${count(tally.hyphens, "hyphen")}, at most ${tally.longestHyphenRun} in a row`,
    ...(loosest
      ? [
          `loosest line ${loosest.wordSpace.toFixed(2)}× on page ${loosest.page}, column ${loosest.column}, row ${loosest.row}`,
        ]
      : []),
  ];
  return [facts, size, setting].map((parts) => parts.join(" · "));
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function fitText({ fit, tally }: Pick<MadeUp, "fit" | "tally">): string {
  const rows = `${count(fit.rows, "line")} (${toMm(fit.height).toFixed(1)} mm of one column)`;
  if (fit.state === "fits") return "fills its space to the line";
  if (fit.state === "overset") return `too long by ${rows}`;
  if (fit.state === "empty") return `${rows} left empty`;
  if (tally.overset > 0) return `too long by ${count(tally.overset, "line")}`;
  return tally.empty > 0 ? `${count(tally.empty, "row")} left empty` : "even to the line";
}
