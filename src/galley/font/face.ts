import { once, remember } from "../../base/index.ts";
import { openOpenType, type FaceDescriptor, type FaceMetrics, type ShapedGlyph } from "./open-type.ts";
import { ShapingTable } from "./shaping-table.ts";
import { TypeCase } from "./type-case.ts";

/** How a text is shaped beyond kerning and standard ligatures. */
export interface ShapeOptions {
  /** OpenType features to switch on: `smcp`, `onum`, `tnum` … */
  readonly features?: readonly string[];
  /** Offsets (UTF-16) over which no ligature may reach. */
  readonly apart?: readonly number[];
}

/** A face: one font file. Lengths are in em (fractions of the type size). */
export interface Face extends FaceMetrics {
  readonly name: string;
  /** What a file that embeds the face says of it. */
  readonly descriptor: FaceDescriptor;
  /** Whether the face has a glyph for a character. */
  has(character: string): boolean;
  /** Whether it has one for every character of a text. */
  covers(text: string): boolean;
  /** Glyphs of a text without line breaks, kerned and with the standard ligatures. The result is shared: do not change it. */
  shape(text: string, options?: ShapeOptions): readonly ShapedGlyph[];
  /** Width of a shaped text in em. */
  width(text: string, options?: ShapeOptions): number;
  /** Width of a single glyph in em, without kerning. */
  advance(glyph: number): number;
  /** From a glyph's origin to the left edge of its ink, in em. */
  bearing(glyph: number): number;
  /** From the baseline to the lower and to the upper edge of a glyph's ink, in em, upwards positive. */
  bottom(glyph: number): number;
  top(glyph: number): number;
  /** A glyph's outline as the data of an SVG path, in thousandths of an em, y upwards. */
  outline(glyph: number): string;
  /** Whether the face has an OpenType feature. */
  offers(feature: string): boolean;
  /** A CFF font program with these glyphs in slots 1, 2, …; slot 0 is .notdef. */
  subset(glyphs: readonly number[]): Uint8Array;
}

const NONE: readonly never[] = [];

const SMALL_CAPS = "smcp";

/** The files of a face, each read when it is needed. */
export interface FaceFiles {
  /** The font itself. */
  font(): Uint8Array;
  /** Its type case (see TypeCase). */
  typeCase(): Uint8Array;
  /** Its shaping table under the feature `smcp`; asked for only where the face offers that. */
  smallCaps(): string;
}

/**
 * Opens a face from its shaping table; the font file itself is read only when a text goes beyond the table, or a glyph to be
 * embedded beyond the type case. Throws when one of them is damaged: bundled fonts are ours to keep whole.
 */
export function openFace(name: string, table: string, files: FaceFiles): Face {
  const quick = new ShapingTable(table);
  const font = once(() => openOpenType(files.font()));
  const typeCase = once(() => new TypeCase(files.typeCase(), quick.descriptor.postScriptName));
  const smallCaps = once(() => new ShapingTable(files.smallCaps()));
  const quickly = (text: string, features: readonly string[], apart: readonly number[]) =>
    features.join() === SMALL_CAPS && quick.offers(SMALL_CAPS)
      ? smallCaps().shape(text, NONE, apart)
      : quick.shape(text, features, apart);
  /** What a table says of a glyph, the font itself where none does. */
  const ofGlyph = (glyph: number, property: "advance" | "bearing" | "bottom" | "top"): number =>
    quick[property](glyph) ??
    (quick.offers(SMALL_CAPS) ? smallCaps()[property](glyph) : undefined) ??
    font()[property](glyph);
  const shaped = new Map<string, readonly ShapedGlyph[]>();
  const widths = new Map<string, number>();
  const programs = new Map<string, Uint8Array>();
  const shape = (text: string, { features = NONE, apart = NONE }: ShapeOptions = {}): readonly ShapedGlyph[] =>
    remember(
      shaped,
      keyOf(text, features, apart),
      MOST_REMEMBERED,
      () => quickly(text, features, apart) ?? font().shape(text, features, apart),
    );
  const has = (character: string): boolean => quick.has(character) ?? font().has(character);
  return {
    name,
    ...quick.metrics,
    descriptor: quick.descriptor,
    has,
    covers: (text) => quick.covers(text) || Array.from(text).every(has),
    shape,
    advance: (glyph) => ofGlyph(glyph, "advance"),
    bearing: (glyph) => ofGlyph(glyph, "bearing"),
    bottom: (glyph) => ofGlyph(glyph, "bottom"),
    top: (glyph) => ofGlyph(glyph, "top"),
    outline: (glyph) => font().outline(glyph),
    offers: (feature) => quick.offers(feature),
    subset: (glyphs) =>
      typeCase().program(glyphs) ?? remember(programs, glyphs.join(), MOST_PROGRAMS, () => font().subset(glyphs)),
    width: (text, options = {}) =>
      remember(widths, keyOf(text, options.features ?? NONE, options.apart ?? NONE), MOST_REMEMBERED, () =>
        shape(text, options).reduce((sum, { advance }) => sum + advance, 0),
      ),
  };
}

function keyOf(text: string, features: readonly string[], apart: readonly number[]): string {
  return features.length + apart.length === 0 ? text : `${text}\n${features.join()}\n${apart.join()}`;
}

// Words are kept as they are set (StandingType); what is asked for here again are single letters, ends of words with their hyphen, and the words of headlines.
const MOST_REMEMBERED = 4000;

// A sign beyond the type case is mostly one of the template's, and of its face each page has nothing else.
const MOST_PROGRAMS = 20;
