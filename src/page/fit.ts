import { placeOf, report, sliceCopy, toMm, type Diagnostic, type Outcome, type Place, type Pt } from "../base/index.ts";
import { castBody } from "./cast.ts";
import { emptyRowsOf } from "./columns.ts";
import type { ComposedPages } from "./compose-pages.ts";
import { composePage, type Composition } from "./composition.ts";
import { sum } from "./costs.ts";
import { CUT, PICTURE_LEFT_OUT, TOO_LONG, TOO_SHORT } from "./findings.ts";
import type { Share } from "./layout.ts";
import { lostSentence } from "./lost-sentence.ts";
import type { Material } from "./material.ts";
import { slugsOf } from "./piece.ts";
import type { Cut, Relief } from "./relief.ts";
import { BREAK_COST, type Slug } from "./slug.ts";
import type { Space } from "./space.ts";

/** How the copy fits the space that the desk gives. */
export interface FitReport {
  /** `free`: the desk has set no space, the article takes what it needs. */
  readonly state: "free" | "fits" | "overset" | "empty";
  /** Rows too many or too few, as characters of the copy, and as height of one column in points. */
  readonly rows: number;
  readonly characters: number;
  readonly height: Pt;
  /** What was done to the body so that it fits. */
  readonly reliefs: readonly Relief[];
  /** The sentences that would have to go, in their order. */
  readonly cuts: readonly SuggestedCut[];
}

/** Sentences to take out. */
export interface SuggestedCut {
  readonly cut: Cut;
  readonly text: string;
  readonly place: Place;
  /** Rows that this saves. */
  readonly rows: number;
}

/** How composed pages fit, and what to tell the desk where they do not. */
export function fitOf(material: Material, space: Space, composed: ComposedPages): Outcome<FitReport> {
  const reliefs = composed.pages.flatMap(({ composition: { heading, filling } }): Relief[] => [
    ...(heading?.out ?? []).map((part) => ({ kind: "head", part }) as const),
    ...filling.ways.flatMap(({ relief }) => (relief ? [relief] : [])),
  ]);
  const free: FitReport = { state: "free", rows: 0, characters: 0, height: 0, reliefs, cuts: [] };
  const [page] = composed.pages;
  if (!space.exact || page === undefined) return { value: free, diagnostics: [] };
  const { composition } = page;
  const missing = composed.pictures.map((picture) => leftOut(material, picture));
  const over = slugsOf(composed.rest);
  const empty = emptyRowsOf(composition.filling);
  const { value, diagnostics } =
    over.length > 0
      ? overset(material, composition.share, free, over)
      : empty > 0
        ? underset(material, free, empty, composition)
        : { value: { ...free, state: "fits" } as const, diagnostics: [] };
  return { value, diagnostics: [...missing, ...diagnostics] };
}

function leftOut({ article }: Material, picture: number): Diagnostic {
  const copy = article.pictures[picture]?.caption;
  return report(PICTURE_LEFT_OUT, `picture ${picture + 1} has no place in the space given`, copy && placeOf(copy));
}

function overset(material: Material, share: Share, free: FitReport, over: readonly Slug[]): Outcome<FitReport> {
  const { leading } = material.template.grid;
  const rows = sum(over.map((slug) => slug.rows));
  const characters = charactersOf(over);
  // Who has so much too much will not edit by the sentence.
  const cuts = rows > share.space.rows * columnsOf(material, share) ? [] : smallestCut(material, share);
  const value: FitReport = { ...free, state: "overset", rows, characters, height: rows * leading, cuts };
  const first = over[0]?.lines[0]?.line.copy;
  const lost = lostSentence(material.article, over);
  const what = lost === undefined ? "" : `; the first sentence that is lost: “${shortened(lost)}”`;
  const finding = report(TOO_LONG, `too long by ${measures(value)}${what}`, first && placeOf(first), hintFor(value));
  const list = cuts.map(({ text, place, rows: saved }) =>
    report(CUT, `take out ${lines(saved)}: “${shortened(text)}”`, place),
  );
  return { value, diagnostics: [finding, ...list] };
}

function columnsOf({ widest }: Material, { space }: Share): number {
  return space.columns ?? widest;
}

function hintFor({ cuts }: FitReport): string {
  if (cuts.length === 0) return "this is the first line that is lost; shorten the copy, or give more space";
  const saved = sum(cuts.map(({ rows }) => rows));
  return `take out the ${lines(saved)} listed below, the smallest cut with which a layout fits`;
}

/**
 * The sentences whose loss makes the copy fill its space to the last row, fewest and shortest first: the same exact search as
 * for the fit, with cut paragraphs among the ways. Empty when there is no such cut.
 */
function smallestCut(material: Material, share: Share): readonly SuggestedCut[] {
  const { article, template, setter } = material;
  const pieces = castBody(article, template, setter, { cuts: true }).value;
  const choice = composePage(material, share, { pieces, all: true }, { compare: false, cutOff: false });
  if (choice === undefined || emptyRowsOf(choice.best.filling) > 0) return [];
  if (choice.best.costs.breaks >= BREAK_COST.orphan) return [];
  return choice.best.filling.ways.flatMap((way, index) => {
    if (way.relief?.kind !== "cut") return [];
    const { cut } = way.relief;
    const block = article.body[cut.block];
    if (block?.kind !== "paragraph") return [];
    const copy = sliceCopy(block.text, cut.start, cut.end);
    const saved = (pieces[index]?.natural.rows ?? 0) - way.rows;
    return [{ cut, text: copy.text.trim(), place: placeOf(trimmedStart(copy)), rows: saved }];
  });
}

function trimmedStart(copy: Parameters<typeof sliceCopy>[0]) {
  const start = copy.text.length - copy.text.trimStart().length;
  return sliceCopy(copy, start, copy.text.length);
}

function underset(material: Material, free: FitReport, rows: number, { filling }: Composition): Outcome<FitReport> {
  const characters = Math.round(rows * charactersPerLine(filling.segments.flat()));
  const height = rows * material.template.grid.leading;
  const value: FitReport = { ...free, state: "empty", rows, characters, height };
  const last = material.article.body.at(-1);
  const place = last?.kind === "paragraph" ? placeOf(last.text) : undefined;
  const hint = `write about ${characters} characters more, or give ${lines(rows)} less of column`;
  return { value, diagnostics: [report(TOO_SHORT, `${measures(value)} stay empty`, place, hint)] };
}

function measures({ rows, characters, height }: FitReport): string {
  return `${lines(rows)} (about ${characters} characters, ${toMm(height).toFixed(1)} mm of one column)`;
}

function lines(count: number): string {
  return `${count} ${count === 1 ? "line" : "lines"}`;
}

/** Enough to recognise a sentence by, and of a longer one its beginning and its end in whole words. */
const SHOWN = 90;

function shortened(text: string): string {
  if (text.length <= SHOWN) return text;
  const [beginning, end] = [text.slice(0, SHOWN - 25), text.slice(-25)];
  return `${beginning.replace(/\s+\S*$/, "")} … ${end.replace(/^\S*\s+/, "")}`;
}

function charactersOf(slugs: readonly Slug[]): number {
  return sum(slugs.flatMap(({ lines: set }) => set.map(({ line }) => line.copy.text.length)));
}

function charactersPerLine(slugs: readonly Slug[]): number {
  const full = slugs
    .filter(({ role }) => role === "body")
    .flatMap(({ lines: set }) => set.map(({ line }) => line))
    .filter(({ endsWith }) => endsWith !== "paragraph");
  return full.length === 0 ? 0 : sum(full.map(({ copy }) => copy.text.length)) / full.length;
}
