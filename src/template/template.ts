import type { Pt, Rect } from "../base/index.ts";
import type { HouseStyle } from "../language/index.ts";
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
export interface Breaking extends Omit<StyleData["breaking"], "lastLine" | "lastLack"> {
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
  readonly at: "head" | "foot";
  readonly side: "left" | "right";
  readonly columns: readonly number[];
}

/** The design of a page: data, resolved to points and rows. */
export interface Template {
  readonly name: string;
  readonly title: string;
  readonly page: { readonly width: Pt; readonly height: Pt; readonly bleed: Pt };
  readonly typeArea: Rect;
  readonly grid: Grid;
  readonly house: HouseStyle;
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
    readonly spaceBelow: Pt;
  };
  readonly deck: { readonly spaceBelow: Pt };
  readonly box: { readonly inset: Pt; readonly tint?: Ink; readonly rule?: Rule };
  readonly quotation: { readonly rule?: Rule };
  readonly list: { readonly bullet: string; readonly indent: Pt };
  readonly composition: {
    readonly columns: readonly number[];
    readonly leastDepth: number;
    readonly leastBesidePicture: number;
    readonly pictureRatio: { readonly least: number; readonly most: number };
    readonly pictures: readonly PictureSlot[];
  };
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
}

/** Resolves a template's data to points and rows; the data has been checked before. */
export function resolveTemplate(data: TemplateData): Template {
  const typeArea = resolveTypeArea(data);
  const grid = resolveGrid(data, typeArea);
  const lengthOf = (length: Length, em?: Pt): Pt =>
    toPt(length, { row: grid.leading, ...(em !== undefined && { em }) });
  const styles = mapValues(data.styles, resolveStyle);
  return {
    name: data.name,
    title: data.title,
    page: mapValues(data.page, (length) => lengthOf(length)),
    typeArea,
    grid,
    house: data.house,
    header: {
      rows: data.header.height.value,
      baselineRow: data.header.baseline.value - 1,
      ...rules(data.header, "topRule", "bottomRule"),
    },
    headline: {
      steps: data.headline.steps.map(({ columns, sizes }) => ({ columns, sizes: sizes.map((size) => lengthOf(size)) })),
      maxLines: data.headline.maxLines,
      spaceBelow: lengthOf(data.headline.spaceBelow),
    },
    deck: { spaceBelow: lengthOf(data.deck.spaceBelow) },
    box: { inset: lengthOf(data.box.inset), ...(data.box.tint && { tint: data.box.tint }), ...rules(data.box, "rule") },
    quotation: rules(data.quotation, "rule"),
    list: { bullet: data.list.bullet, indent: lengthOf(data.list.indent, styles.list.size) },
    composition: {
      columns: data.composition.columns,
      leastDepth: data.composition.leastDepth.value,
      leastBesidePicture: data.composition.leastBesidePicture.value,
      pictureRatio: { least: data.composition.pictureRatio[0], most: data.composition.pictureRatio[1] },
      pictures: data.composition.pictures,
    },
    styles,
  };
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

function resolveStyle(data: StyleData): TextStyle {
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
      lastLine: toPt(data.breaking.lastLine, { em }),
      lastLack: toPt(data.breaking.lastLack, { em }),
    },
    hanging: data.hanging ?? (data.align === "justified" ? 1 : 0),
  };
}

type RuleData = { readonly weight: Length; readonly ink: Ink };

/** The named rules of a part of the template, resolved; those it does not have stay away. */
function rules<Key extends string>(part: { readonly [K in Key]?: RuleData | undefined }, ...keys: readonly Key[]) {
  const resolved: { [K in Key]?: Rule } = {};
  for (const key of keys) {
    const rule = part[key];
    if (rule !== undefined) resolved[key] = { weight: toPt(rule.weight), ink: rule.ink };
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
