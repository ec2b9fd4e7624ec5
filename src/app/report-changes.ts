import { positionAt } from "../base/index.ts";
import type { Article } from "../article/index.ts";
import type { Paint } from "./colour.ts";

/** A change that microtype made, where a person finds it in the article's file; both count from 1. */
export interface PlacedChange {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly column: number;
}

/** What microtype changed in an article, in order of place. */
export function placedChanges({ changes, source }: Article): readonly PlacedChange[] {
  return changes.map(({ rule, from, to, sourceOffset }) => ({ rule, from, to, ...positionAt(source, sourceOffset) }));
}

/** An article's changes as a desk reads them, a line each: `file:line:column  rule  „from“ → „to“`. */
export function humanChanges(article: string, changes: readonly PlacedChange[], paint: Paint): string {
  const places = changes.map(({ line, column }) => `${article}:${line}:${column}`);
  const width = { place: widest(places), rule: widest(changes.map(({ rule }) => rule)) };
  const rows = changes.map(({ rule, from, to }, index) => {
    const place = (places[index] ?? "").padEnd(width.place);
    return `${paint.cyan(place)}  ${rule.padEnd(width.rule)}  „${visible(from)}“ → „${visible(to)}“`;
  });
  return `${[paint.bold(`${article}: ${count(changes.length)}`), ...rows].join("\n")}\n`;
}

/** The end of the list: how often each rule changed something, and what the signs for spaces mean. */
export function humanChangeTotals(all: readonly PlacedChange[], paint: Paint): string {
  const totals = new Map<string, number>();
  for (const { rule } of all) totals.set(rule, (totals.get(rule) ?? 0) + 1);
  const rows = [...totals].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const width = widest(rows.map(([rule]) => rule));
  return [
    paint.dim("⍽ no-break space (U+00A0)   ⎵ narrow no-break space (U+202F)"),
    paint.bold(`${count(all.length)} in all`),
    ...rows.map(([rule, times]) => `  ${rule.padEnd(width)}  ${times}`),
    "",
  ].join("\n");
}

function visible(text: string): string {
  return text.replaceAll("\u00A0", "⍽").replaceAll("\u202F", "⎵");
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function count(changes: number): string {
  return `${changes} ${changes === 1 ? "change" : "changes"}`;
}
