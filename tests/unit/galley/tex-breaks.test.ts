import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FORBIDDEN, PARAGRAPH_END, type Item, type Penalty } from "../../../src/galley/items.ts";
import type { BreakCosts } from "../../../src/galley/break-costs.ts";
import { breakLines } from "../../../src/galley/linebreak.ts";
import { projectPath } from "../../support/desk.ts";
import { rowOf } from "../../support/item-row.ts";

/** An item of TeX's, widths in sp: see tests/fixtures/tex/README.md. */
type TexItem =
  | number
  | readonly ["g", width: number, stretch: number, shrink: number, stretchOrder?: number, shrinkOrder?: number]
  | readonly ["p", cost: number]
  | readonly ["d", pre: number, post: number, replace: number, cost: number, kind: "s" | "h"];

interface TexSetting {
  readonly measure: number;
  readonly tolerance: number;
  readonly emergencyStretch: number;
  /** The pass that gave the breaks: 1 without syllables, 2 with them, 3 with the emergency stretch. */
  readonly pass: number;
  readonly demerits?: number;
  readonly overfull?: true;
  readonly breaks: readonly number[];
}

interface TexParagraph {
  readonly text: string;
  readonly items: readonly TexItem[];
  readonly settings: readonly TexSetting[];
}

const PRETOLERANCE = 100;

/** TeX's parameters as plain TeX and LaTeX set them; what TeX does not know costs nothing. */
const TEX: BreakCosts = {
  line: 10,
  consecutiveFlagged: 10_000,
  lastFlagged: 5000,
  fitness: 10_000,
  // The highest that the breaker keeps apart; no ladder here comes near it.
  maxConsecutiveFlagged: 14,
  ladder: 0,
  shortLastLine: 0,
  leastLastLine: 0,
  fullLastLine: 0,
  leastLack: 0,
  tolerance: Infinity,
};

/** The last glue of a paragraph, of a higher order in TeX: here so much that it takes all. */
const FILL = 1e15;

interface Converted {
  readonly items: readonly Item[];
  /** For each item the item of TeX's that it was made of. */
  readonly origins: readonly number[];
}

interface Pass {
  readonly syllables: boolean;
  readonly tolerance: number;
  /** Stretch that every line has on top of its own. */
  readonly emergency: number;
}

/** TeX's items as ours. The part of a word that a discretionary stands for belongs to the box before it. */
function convert(tex: readonly TexItem[], { syllables, emergency }: Pass): Converted {
  const items: Item[] = [];
  const origins: number[] = [];
  const add = (origin: number, ...more: Item[]): void => {
    items.push(...more);
    origins.push(...more.map(() => origin));
  };
  tex.forEach((item, index) => {
    if (typeof item === "number") add(index, boxOf(item));
    else if (item[0] === "p") add(index, penaltyOf({ cost: item[1] >= 10_000 ? FORBIDDEN : item[1] }));
    else if (item[0] === "g") {
      // A penalty can carry the emergency stretch, a glue cannot: the line ends at the one before it instead.
      if (items.at(-1)?.kind === "box") add(index, penaltyOf({ cost: 0, stretch: emergency }));
      add(index, { kind: "glue", width: item[1], stretch: item[4] ? FILL : item[2], shrink: item[3] });
    } else {
      const [, pre, post, replace, cost, kind] = item;
      add(index, boxOf(replace));
      // A hyphen before a space: the line rather ends at the space, which costs nothing.
      const taken = (syllables || kind === "h") && !isSpace(tex[index + 1]);
      if (taken) add(index, penaltyOf({ cost, width: pre - replace, after: post, stretch: emergency, flagged: true }));
    }
  });
  add(tex.length, PARAGRAPH_END);
  return { items, origins };
}

function isSpace(item: TexItem | undefined): boolean {
  return item === undefined || (typeof item !== "number" && item[0] !== "d");
}

function boxOf(width: number): Item {
  return { kind: "box", width, stretch: 0, shrink: 0, hangLeft: 0, hangRight: 0 };
}

function penaltyOf(penalty: Partial<Penalty>): Item {
  return { ...PARAGRAPH_END, ...penalty };
}

/** TeX's badness of a ratio in 297ths (TeX: The Program, §108), without its rounding to sp. */
function badnessOf(r: number): number {
  return r > 1290 ? 10_000 : Math.floor((r ** 3 + 2 ** 17) / 2 ** 18);
}

/** The badness, not rounded, up to which TeX's whole-number badness keeps a tolerance. */
function exactly(tolerance: number): number {
  let r = 0;
  while (badnessOf(r + 1) <= tolerance) r++;
  return 100 * ((r + 1) / 297) ** 3 - 1e-9;
}

/** The passes of TeX (§863): the first that keeps its tolerance decides. */
function passesOf({ tolerance, emergencyStretch }: TexSetting): Pass[] {
  const passes = [
    { syllables: false, tolerance: PRETOLERANCE, emergency: 0 },
    { syllables: true, tolerance, emergency: 0 },
  ];
  return emergencyStretch > 0 ? [...passes, { syllables: true, tolerance, emergency: emergencyStretch }] : passes;
}

/** Breaks as TeX would: items of TeX's at which lines end; undefined where no pass keeps its tolerance. */
function breaksOf(paragraph: TexParagraph, setting: TexSetting): number[] | undefined {
  for (const pass of passesOf(setting)) {
    const { items, origins } = convert(paragraph.items, pass);
    const costs = { ...TEX, tolerance: exactly(pass.tolerance) };
    const { lines, emergency } = breakLines([rowOf(items)], { width: () => setting.measure, sameFrom: 0 }, costs);
    if (!emergency) return lines.map(({ item }) => origins[item] ?? -1);
  }
  return undefined;
}

/** Settings in which the breaker ends lines elsewhere than TeX, by text, measure in sp, tolerance and emergency stretch. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["14 9323399 200 1184072", "within 0.5 % of the demerits: TeX rounds badness to whole numbers"],
  ["19 10628674 200 1184072", "within 1.2 % of the demerits: TeX rounds badness to whole numbers"],
]);

const paragraphs = JSON.parse(
  readFileSync(projectPath("tests/fixtures/tex/paragraphs.json"), "utf8"),
) as readonly TexParagraph[];

const cases = paragraphs.flatMap((paragraph, number) =>
  paragraph.settings.map((setting) => ({
    name: `${number} ${setting.measure} ${setting.tolerance} ${setting.emergencyStretch}`,
    paragraph,
    setting,
  })),
);

describe("the line breaker, given TeX's items and parameters", () => {
  it("has at least 200 settings that TeX solved in each of its passes to be compared with", () => {
    const solved = cases.filter(({ setting }) => !setting.overfull);
    expect(solved.length).toBeGreaterThan(200);
    expect(new Set(solved.map(({ setting }) => setting.pass))).toEqual(new Set([1, 2, 3]));
  });

  it.each(cases.filter(({ name, setting }) => !setting.overfull && !KNOWN.has(name)))(
    "ends every line where TeX ends it: $name",
    ({ paragraph, setting }) => {
      expect(breaksOf(paragraph, setting)).toEqual(setting.breaks);
    },
  );

  it.each(cases.filter(({ setting }) => setting.overfull))(
    "finds no way where TeX finds none: $name",
    ({ paragraph, setting }) => {
      expect(breaksOf(paragraph, setting)).toBeUndefined();
    },
  );

  it.each(cases.filter(({ name }) => KNOWN.has(name)))(
    "differs from TeX where it is known to: $name",
    ({ paragraph, setting }) => {
      expect(breaksOf(paragraph, setting)).not.toEqual(setting.breaks);
    },
  );
});
