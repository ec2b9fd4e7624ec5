import * as z from "zod";
import { defaultHouse } from "../language/index.ts";
import { FORMATS } from "./formats.ts";
import { length, signedLength, wholeRows } from "./length-schema.ts";

export { length };

const SLOT_NAME = /^[a-z0-9][a-z0-9-]*$/;

const share = z.number().min(0).max(1);

/** Ink as a template writes it: what is not named is not laid on. */
export const ink = z
  .strictObject({ c: share.default(0), m: share.default(0), y: share.default(0), k: share.default(0) })
  .describe("Ink in CMYK, each 0–1");

const rule = z.strictObject({ weight: length("pt", "mm"), ink: ink.default({ c: 0, m: 0, y: 0, k: 1 }) });

const penalty = (normal: number) => z.number().min(0).max(9999).default(normal);

const percent = (least: number, most: number) => z.number().min(least).max(most);

/** Limits as InDesign names them, in percent: of the normal word space, of an em, of the glyph's width. */
const justification = z.strictObject({
  wordSpace: z.tuple([percent(30, 100), percent(30, 200), percent(100, 300)]),
  letterfit: z.tuple([percent(-5, 0), percent(0, 5)]),
  glyphScaling: z.tuple([percent(90, 100), percent(100, 110)]),
});

const cost = (normal: number) => z.number().min(0).default(normal);

/** What dividing a word costs by the grade of the division; a penalty on Knuth and Plass's scale, below 10,000. */
const hyphens = z.strictObject({
  joint: penalty(15),
  prefix: penalty(25),
  suffix: penalty(25),
  syllable: penalty(35),
  unpleasant: penalty(400),
  name: penalty(1000),
});

/** Costs of a break, on Knuth and Plass's scale, where a line at its limit of stretch has the badness 100. */
const breaking = z.strictObject({
  line: cost(10),
  hyphens: hyphens.prefault({}),
  /** Behind a hyphen, a dash or a slash that the copy has. */
  explicitHyphen: penalty(20),
  /** Behind a hyphen that should hold: „Jong-un“, „U-Boot“. */
  heldHyphen: penalty(2000),
  /** Inside a word wider than the measure, where no rule allows it. */
  anywhere: penalty(5000),
  /** Added when only two letters stay, or only three go over. */
  fewLetters: penalty(20),
  /** Added when only two letters of a compound's part are left beside its joint: „Energieab-gaben“, „Lini-enbus“. */
  closeToJoint: penalty(100),
  /** Added when only two letters go over. */
  twoLettersOver: penalty(400),
  /** Added when the word is the last one of its paragraph. */
  lastWord: penalty(800),
  /** How many times as much all of these cost where lines need not fill their measure. */
  raggedHyphens: z.number().min(1).max(100).default(16),
  consecutiveHyphens: cost(4000),
  /** As the house says when left out. */
  maxConsecutiveHyphens: z.int().min(1).max(9).optional(),
  /** Each hyphen in succession beyond that, where the paragraph cannot do without. */
  ladder: cost(1e9),
  lastHyphen: cost(20_000),
  fitness: cost(4000),
  shortLastLine: cost(200_000),
  /** What the last line must at least measure. */
  lastLine: length("pt", "mm", "em").default({ value: 2, unit: "em" }),
  fullLastLine: cost(1000),
  /** What a last line must at least lack that does not fill its measure. */
  lastLack: length("pt", "mm", "em").default({ value: 1, unit: "em" }),
  /** The badness that a line may have before the paragraph counts as an emergency. */
  tolerance: cost(2500),
});

/** Variants of glyphs by the names a designer knows; what they are in OpenType stands in template.ts. */
const feature = z.enum([
  "smallCaps",
  "capitalsToSmallCaps",
  "oldStyleFigures",
  "tabularFigures",
  "proportionalFigures",
  "caseForms",
  "superiors",
]);

const style = z.strictObject({
  face: z.string(),
  emphasis: z.string().optional(),
  strong: z.string().optional(),
  size: length("pt", "mm"),
  leading: length("pt", "mm", "em"),
  align: z.enum(["justified", "left", "right", "center"]).default("left"),
  indent: length("pt", "mm", "em").default({ value: 0, unit: "pt" }),
  tracking: signedLength("em", "pt").default({ value: 0, unit: "em" }),
  hyphenate: z.boolean().default(false),
  /** Set all letters as capitals. */
  capitals: z.boolean().default(false),
  features: z.array(feature).default([]),
  ink: ink.default({ c: 0, m: 0, y: 0, k: 1 }),
  justification: justification.default({ wordSpace: [75, 100, 125], letterfit: [-1.5, 1.5], glyphScaling: [98, 102] }),
  breaking: breaking.prefault({}),
  /** How much of what its face's table says may hang out of the measure; 1 in justified styles, else 0. */
  hanging: z.number().min(0).max(1.5).optional(),
});

const headlineStep = z.strictObject({
  columns: z.int().min(1).max(12),
  sizes: z.array(length("pt", "mm")).min(1),
});

const pictureSlot = z.strictObject({
  /** At the head of the article's columns, at their foot, or within them, with text above and below. */
  at: z.enum(["head", "foot", "within"]),
  side: z.enum(["left", "right", "center"]),
  /** How many columns it may span. */
  columns: z.array(z.int().min(1).max(12)).min(1),
});

const composition = z.strictObject({
  /** How many columns an article may run over. */
  columns: z.array(z.int().min(1).max(12)).min(1),
  /** A column of text shorter than this looks like a leftover. */
  leastDepth: wholeRows(),
  /** What a column under or over a picture must at least hold. */
  leastBesidePicture: wholeRows(),
  /** Width over height within which a picture may be cropped. */
  pictureRatio: z.tuple([z.number().positive(), z.number().positive()]),
  /** Pixels to an inch that a picture should have at least; one with fewer is set smaller where it can be. */
  resolution: z.number().min(0).max(1200).default(150),
  pictures: z.array(pictureSlot).min(1),
});

/** How far the make-up may go to make the copy fit its space, from what nobody sees to what everybody does. */
const fit = z.strictObject({
  /** Lines that a paragraph may be longer or shorter than it comes best. */
  lines: z.int().min(0).max(3).default(1),
  /** The widest word space that such a paragraph may show, in percent of the normal one. */
  wordSpace: percent(100, 300).default(175),
  /** The share of a side that a picture may lose. */
  crop: share.default(0.143),
  /** Steps by which the headline may be smaller than its best size. */
  headlineSteps: z.int().min(0).max(9).default(3),
  /** Whether elements that the copy marks as optional may be left out. */
  optional: z.boolean().default(true),
  /** Whether direct speech of the text may be repeated as a quotation where there is room to fill. */
  pull: z.boolean().default(true),
});

/** A place on the page that a desk may give to an article: columns and rows counted from 1, rows below the header. */
const slot = z.strictObject({
  column: z.int().min(1).max(12),
  columns: z.int().min(1).max(12),
  row: z.int().min(1).max(400),
  rows: z.int().min(4).max(400),
});

const initial = z.strictObject({
  rows: z.int().min(2).max(6),
  face: z.string(),
  ink: ink.default({ c: 0, m: 0, y: 0, k: 1 }),
});

const header = z.strictObject({
  height: wholeRows(),
  /** The row whose baseline the section stands on. */
  baseline: wholeRows(),
  topRule: rule.optional(),
  bottomRule: rule.optional(),
});

/** The roles that a template gives a style; each must be there. */
const styles = z.strictObject({
  body: style,
  lead: style,
  crosshead: style,
  quotation: style,
  attribution: style,
  list: style,
  boxTitle: style,
  boxBody: style,
  kicker: style,
  headline: style,
  deck: style,
  byline: style,
  caption: style,
  credit: style,
  section: style,
  date: style,
  folio: style,
  placeholder: style,
  /** „Fortsetzung auf Seite 5“; as the attribution when left out. */
  jump: style.optional(),
  /** The line that names sources; as the caption when left out. */
  sources: style.optional(),
  /** Tables; as the text of boxes when left out. */
  table: style.optional(),
});

/** A template as it is written: lengths with their unit, relative ones not yet resolved. */
export const templateSchema = z.strictObject({
  $schema: z.string().optional(),
  /** The template that this one lays its own data over: a bundled one by name, or a file beside it. */
  extends: z.string().optional(),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "use lower-case letters, digits and hyphens"),
  title: z.string().min(1),
  page: z.strictObject({
    /** A known format instead of width and height. */
    format: z.enum(FORMATS).optional(),
    width: length("mm", "pt").optional(),
    height: length("mm", "pt").optional(),
    /** Whether left and right pages mirror each other: `typeArea.left` is the inner margin of a right page, then. */
    facing: z.boolean().default(false),
    /** `article`: the page is trimmed to the article, for placing into a page made elsewhere. */
    trim: z.enum(["page", "article"]).default("page"),
    bleed: length("mm", "pt").default({ value: 0, unit: "mm" }),
  }),
  typeArea: z.strictObject({
    left: length("mm", "pt"),
    top: length("mm", "pt"),
    width: length("mm", "pt"),
    height: length("mm", "pt"),
  }),
  grid: z.strictObject({
    columns: z.int().min(1).max(12),
    gutter: length("mm", "pt"),
    leading: length("pt", "mm"),
    first: length("pt", "mm"),
    columnRule: rule.optional(),
  }),
  house: z
    .strictObject({
      quotes: z.enum(["german", "guillemets", "swiss"]).default(defaultHouse.quotes),
      unifyQuotes: z.boolean().default(defaultHouse.unifyQuotes),
      tieNumbers: z.boolean().default(defaultHouse.tieNumbers),
      exponents: z.boolean().default(defaultHouse.exponents),
      fractions: z.boolean().default(defaultHouse.fractions),
      /** Where a picture's credit stands: behind its caption, or upwards along its right edge. */
      credit: z.enum(["below", "edge"]).default("below"),
      /** Most lines in succession that may end with a hyphen, in all styles that do not say so themselves. */
      consecutiveHyphens: z.int().min(1).max(9).default(2),
    })
    .prefault({}),
  header,
  headline: z.strictObject({
    steps: z.array(headlineStep).min(1),
    maxLines: z.int().min(1).max(6),
    /** Lines of about one length, or each shorter than the one above. */
    prefer: z.enum(["even", "longer-first"]).default("even"),
    spaceBelow: length("row", "pt", "mm"),
  }),
  deck: z.strictObject({ spaceBelow: length("row", "pt", "mm") }),
  box: z.strictObject({ inset: length("mm", "pt"), tint: ink.optional(), rule: rule.optional() }),
  quotation: z.strictObject({ rule: rule.optional() }),
  initial: initial.optional(),
  /** A sign behind the article's last word. */
  endMark: z.string().min(1).max(2).optional(),
  /** Whether an article that goes on says where, and where it comes from. */
  jump: z.boolean().default(true),
  list: z.strictObject({ bullet: z.string().min(1).max(2).default("•"), indent: length("mm", "pt", "em") }),
  composition,
  fit: fit.prefault({}),
  /** Named places for articles; they lie in the grid and do not overlap. */
  slots: z.record(z.string().regex(SLOT_NAME, "use lower-case letters, digits and hyphens"), slot).default({}),
  styles,
});

export type TemplateData = z.output<typeof templateSchema>;
export type StyleData = TemplateData["styles"]["body"];
export type StyleName = keyof TemplateData["styles"];
