import type { Pt, Rect } from "../base/index.ts";
import type { HouseStyle } from "../language/index.ts";
import { sizeOf } from "./formats.ts";
import { toPt, type Length } from "./length.ts";
import type { StyleData, StyleName, TemplateData } from "./schema.ts";

/** Ink in DeviceCMYK, each 0–1. */
export interface Ink {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
}

/** A rule's weight in points and its ink. */
export interface Rule {
  readonly weight: Pt;
  readonly ink: Ink;
}

/** How far a line may be stretched or squeezed; factors of 1, letterfit in em. */
export interface Justification {
  readonly wordSpace: { readonly least: number; readonly normal: number; readonly most: number };
  readonly letterfit: { readonly least: number; readonly most: number };
  readonly scaling: { readonly least: number; readonly most: number };
}

/** Costs and limits of line breaks: Knuth and Plass's demerits; `lastLine` and `lastLack` in points. */
export interface Breaking extends Omit<StyleData["breaking"], "lastLine" | "lastLack" | "maxConsecutiveHyphens"> {
  readonly maxConsecutiveHyphens: number;
  readonly lastLine: Pt;
  readonly lastLack: Pt;
}

/** How a text is set; all lengths in points. */
export interface TextStyle {
  readonly face: string;
  /** Faces of emphasised and strong text; the style's own face where a template names none. */
  readonly emphasis: string;
  readonly strong: string;
  readonly size: Pt;
  readonly leading: Pt;
  readonly align: "justified" | "left" | "right" | "center";
  readonly indent: Pt;
  readonly tracking: Pt;
  readonly hyphenate: boolean;
  readonly capitals: boolean;
  /** OpenType features beside kerning and standard ligatures. */
  readonly features: readonly string[];
  readonly ink: Ink;
  readonly justification: Justification;
  readonly breaking: Breaking;
  /** How much of the face's hanging punctuation is used: 0 none, 1 as its table says. */
  readonly hanging: number;
}

/** The baseline grid and columns that everything on a page stands on. Positions are from the trimmed page's corner. */
export interface Grid {
  readonly columns: number;
  readonly columnWidth: Pt;
  readonly gutter: Pt;
  readonly leading: Pt;
  /** Baseline of row 0. */
  readonly first: Pt;
  /** As many rows as have their baseline inside the type area. */
  readonly rows: number;
  readonly columnRule?: Rule;
}

export interface PictureSlot {
  readonly at: "head" | "foot" | "within";
  readonly side: "left" | "right" | "center";
  readonly columns: readonly number[];
}

/** A place for an article. Columns and rows count from 0, rows from the first one of the page's grid. */
export interface Slot {
  readonly name: string;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

/** How far the make-up may go to make the copy fit; `wordSpace` as a multiple of the normal one. */
export type Fit = TemplateData["fit"];

/** A large initial over so many rows. */
export interface InitialStyle {
  readonly rows: number;
  readonly face: string;
  readonly ink: Ink;
}

/** The design of a page: data, resolved to points and rows. */
export interface Template {
  readonly name: string;
  readonly title: string;
  readonly page: {
    readonly width: Pt;
    readonly height: Pt;
    readonly bleed: Pt;
    /** Whether left pages mirror right ones. */
    readonly facing: boolean;
    readonly trim: "page" | "article";
  };
  readonly typeArea: Rect;
  readonly grid: Grid;
  readonly house: HouseStyle;
  /** Where a picture's credit stands. */
  readonly credit: "below" | "edge";
  readonly header: {
    readonly rows: number;
    readonly baselineRow: number;
    readonly topRule?: Rule;
    readonly bottomRule?: Rule;
  };
  readonly headline: {
    /** Sizes by the number of columns, largest first. */
    readonly steps: readonly { readonly columns: number; readonly sizes: readonly Pt[] }[];
    readonly maxLines: number;
    readonly prefer: "even" | "longer-first";
    readonly spaceBelow: Pt;
  };
  readonly deck: { readonly spaceBelow: Pt };
  readonly box: { readonly inset: Pt; readonly tint?: Ink; readonly rule?: Rule };
  readonly quotation: { readonly rule?: Rule };
  readonly initial?: InitialStyle;
  readonly endMark?: string;
  readonly jump: boolean;
  readonly list: { readonly bullet: string; readonly indent: Pt };
  readonly composition: {
    readonly columns: readonly number[];
    readonly leastDepth: number;
    readonly leastBesidePicture: number;
    readonly pictureRatio: { readonly least: number; readonly most: number };
    /** Pixels to an inch that a picture should have at least. */
    readonly resolution: number;
    readonly pictures: readonly PictureSlot[];
  };
  readonly fit: Fit;
  readonly slots: readonly Slot[];
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
}

/** Resolves a template's data to points and rows; the data has been checked before. */
export function resolveTemplate(data: TemplateData): Template {
  const typeArea = resolveTypeArea(data);
  const grid = resolveGrid(data, typeArea);
  const lengthOf = (length: Length, em?: Pt): Pt =>
    toPt(length, { row: grid.leading, ...(em !== undefined && { em }) });
  const styles = resolveStyles(data);
  return {
    name: data.name,
    title: data.title,
    page: { ...pageSize(data), bleed: lengthOf(data.page.bleed), facing: data.page.facing, trim: data.page.trim },
    typeArea,
    grid,
    house: data.house,
    credit: data.house.credit,
    header: {
      rows: data.header.height.value,
      baselineRow: data.header.baseline.value - 1,
      ...rules(data.header, "topRule", "bottomRule"),
    },
    headline: {
      steps: data.headline.steps.map(({ columns, sizes }) => ({ columns, sizes: sizes.map((size) => lengthOf(size)) })),
      maxLines: data.headline.maxLines,
      prefer: data.headline.prefer,
      spaceBelow: lengthOf(data.headline.spaceBelow),
    },
    deck: { spaceBelow: lengthOf(data.deck.spaceBelow) },
    box: { inset: lengthOf(data.box.inset), ...(data.box.tint && { tint: data.box.tint }), ...rules(data.box, "rule") },
    quotation: rules(data.quotation, "rule"),
    ...(data.initial && { initial: data.initial }),
    ...(data.endMark !== undefined && { endMark: data.endMark }),
    jump: data.jump,
    list: { bullet: data.list.bullet, indent: lengthOf(data.list.indent, styles.list.size) },
    composition: {
      columns: data.composition.columns,
      leastDepth: data.composition.leastDepth.value,
      leastBesidePicture: data.composition.leastBesidePicture.value,
      pictureRatio: { least: data.composition.pictureRatio[0], most: data.composition.pictureRatio[1] },
      resolution: data.composition.resolution,
      pictures: data.composition.pictures,
    },
    fit: { ...data.fit, wordSpace: data.fit.wordSpace / 100 },
    slots: Object.entries(data.slots).map(([name, { column, columns, row, rows }]) => ({
      name,
      column: column - 1,
      columns,
      row: data.header.height.value + row - 1,
      rows,
    })),
    styles,
  };
}

/** Width and height, given or of the format; the check has seen to it that there are any. */
function pageSize({ page }: TemplateData): { readonly width: Pt; readonly height: Pt } {
  const format = page.format && sizeOf(page.format);
  return {
    width: page.width ? toPt(page.width) : (format?.width ?? 0),
    height: page.height ? toPt(page.height) : (format?.height ?? 0),
  };
}

function resolveStyles({ styles, house }: TemplateData): Record<StyleName, TextStyle> {
  const whole = {
    ...styles,
    jump: styles.jump ?? styles.attribution,
    sources: styles.sources ?? styles.caption,
    table: styles.table ?? styles.boxBody,
  };
  return mapValues(whole, (style) => resolveStyle(style, house.consecutiveHyphens));
}

function resolveTypeArea({ typeArea }: TemplateData): Rect {
  return { x: toPt(typeArea.left), y: toPt(typeArea.top), width: toPt(typeArea.width), height: toPt(typeArea.height) };
}

// A hair of tolerance, so that a grid that ends exactly on the type area's foot keeps its last row.
const ROUNDING = 1e-6;

function resolveGrid({ grid }: TemplateData, typeArea: Rect): Grid {
  const leading = toPt(grid.leading);
  const first = toPt(grid.first);
  const gutter = toPt(grid.gutter);
  return {
    columns: grid.columns,
    columnWidth: (typeArea.width - (grid.columns - 1) * gutter) / grid.columns,
    gutter,
    leading,
    first: typeArea.y + first,
    rows: Math.floor((typeArea.height - first) / leading + ROUNDING) + 1,
    ...rules(grid, "columnRule"),
  };
}

/** OpenType Layout tags. */
const FEATURES: Readonly<Record<StyleData["features"][number], string>> = {
  smallCaps: "smcp",
  capitalsToSmallCaps: "c2sc",
  oldStyleFigures: "onum",
  tabularFigures: "tnum",
  proportionalFigures: "pnum",
  caseForms: "case",
  superiors: "sups",
};

function resolveStyle(data: StyleData, consecutiveHyphens: number): TextStyle {
  const em = toPt(data.size);
  const { wordSpace, letterfit, glyphScaling } = data.justification;
  return {
    face: data.face,
    emphasis: data.emphasis ?? data.face,
    strong: data.strong ?? data.face,
    size: em,
    leading: toPt(data.leading, { em }),
    align: data.align,
    indent: toPt(data.indent, { em }),
    tracking: toPt(data.tracking, { em }),
    hyphenate: data.hyphenate,
    capitals: data.capitals,
    features: data.features.map((feature) => FEATURES[feature]),
    ink: data.ink,
    justification: {
      wordSpace: { least: wordSpace[0] / 100, normal: wordSpace[1] / 100, most: wordSpace[2] / 100 },
      letterfit: { least: letterfit[0] / 100, most: letterfit[1] / 100 },
      scaling: { least: glyphScaling[0] / 100, most: glyphScaling[1] / 100 },
    },
    breaking: {
      ...data.breaking,
      maxConsecutiveHyphens: data.breaking.maxConsecutiveHyphens ?? consecutiveHyphens,
      lastLine: toPt(data.breaking.lastLine, { em }),
      lastLack: toPt(data.breaking.lastLack, { em }),
    },
    hanging: data.hanging ?? (data.align === "justified" ? 1 : 0),
  };
}

type RuleData = { readonly weight: Length; readonly ink: Ink };

/** The named rules of a part of the template, resolved; one without weight takes away what a parent has. */
function rules<Key extends string>(part: { readonly [K in Key]?: RuleData | undefined }, ...keys: readonly Key[]) {
  const resolved: { [K in Key]?: Rule } = {};
  for (const key of keys) {
    const rule = part[key];
    if (rule !== undefined && rule.weight.value > 0) resolved[key] = { weight: toPt(rule.weight), ink: rule.ink };
  }
  return resolved;
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
