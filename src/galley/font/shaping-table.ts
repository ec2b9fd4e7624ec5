import type { FaceDescriptor, FaceMetrics, ShapedGlyph } from "./open-type.ts";

/**
 * What shaping needs of a face whose lookups do not depend on context, worked out once with fontkit by
 * scripts/shaping.ts: glyphs and advances, ligatures, pair kerning by classes. Lengths are in font units.
 */
export interface ShapingTableData {
  /** SHA-256 of the font file it was made from. */
  readonly font: string;
  readonly unitsPerEm: number;
  readonly metrics: FaceMetrics;
  readonly descriptor: FaceDescriptor;
  /** The OpenType features that the face has. */
  readonly features: readonly string[];
  /** The characters it covers, and those it knows that the face lacks. */
  readonly characters: string;
  readonly lacking: string;
  readonly ligatures: readonly string[];
  /** Features that have other shapes for figures and signs beside them, and the characters that each of them changes. */
  readonly figures: readonly { readonly feature: string; readonly characters: string }[];
  /** Glyph and advance of each unit: the characters, then the ligatures, then what each feature of figures changes. */
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  /** The left edge of the ink of each unit, in em, for curves may end between units; null for blanks. */
  readonly bearings: readonly (number | null)[];
  /** The lower and the upper edge of the ink of each unit. */
  readonly bottoms: readonly number[];
  readonly tops: readonly number[];
  /** The kerning class of each unit as the first and as the second of a pair. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Kerning by the class of the first, then of the second; behind a row's end there is none. */
  readonly kerns: readonly (readonly number[])[];
}

/** The features whose shapes a table has, each by itself. */
export const OF_FIGURES = ["onum", "tnum", "pnum"] as const;

/** Shapes from a table; gives the same glyphs and advances as fontkit, or nothing (a test compares the two). */
export class ShapingTable {
  readonly metrics: FaceMetrics;
  readonly descriptor: FaceDescriptor;
  private readonly data: ShapingTableData;
  private readonly units = new Map<string, number>();
  /** The units of what a feature changes, by its name. */
  private readonly figures = new Map<string, ReadonlyMap<string, number>>();
  private readonly lacking: ReadonlySet<string>;
  /** Finds a character that the table does not cover. */
  private readonly beyond: RegExp;
  /** Ligatures by their first character, the longest first. */
  private readonly ligatures = new Map<string, string[]>();
  /** Of each glyph a unit that has it. */
  private readonly unitOf = new Map<number, number>();

  constructor(json: string) {
    this.data = JSON.parse(json) as ShapingTableData;
    const { characters, ligatures, figures, glyphs, lacking, metrics, descriptor } = this.data;
    this.metrics = metrics;
    this.descriptor = descriptor;
    this.lacking = new Set(lacking);
    this.beyond = new RegExp(`[^${characters.replace(/[\\\]^-]/g, "\\$&")}]`, "u");
    [...characters, ...ligatures].forEach((text, unit) => this.units.set(text, unit));
    let from = this.units.size;
    for (const { feature, characters: changed } of figures) {
      this.figures.set(feature, new Map([...changed].map((text, index) => [text, from + index])));
      from += changed.length;
    }
    for (const ligature of [...ligatures].sort((a, b) => b.length - a.length)) {
      const first = ligature.charAt(0);
      this.ligatures.set(first, [...(this.ligatures.get(first) ?? []), ligature]);
    }
    glyphs.forEach((glyph, unit) => this.unitOf.set(glyph, unit));
  }

  /** Whether the face has a character; undefined when the table does not know it. */
  has(character: string): boolean | undefined {
    if (this.units.has(character)) return true;
    return this.lacking.has(character) ? false : undefined;
  }

  /** Whether the table covers every character of a text. */
  covers(text: string): boolean {
    return !this.beyond.test(text);
  }

  /** Width of a glyph in em; undefined when the table does not know it. */
  advance(glyph: number): number | undefined {
    const unit = this.unitOf.get(glyph);
    return unit === undefined ? undefined : (this.data.advances[unit] ?? 0) / this.data.unitsPerEm;
  }

  /** See `Face.bearing`; undefined for blanks, and when the table does not know the glyph. */
  bearing(glyph: number): number | undefined {
    const unit = this.unitOf.get(glyph);
    return unit === undefined ? undefined : (this.data.bearings[unit] ?? undefined);
  }

  /** See `Face.bottom`; undefined when the table does not know the glyph. */
  bottom(glyph: number): number | undefined {
    const unit = this.unitOf.get(glyph);
    return unit === undefined ? undefined : (this.data.bottoms[unit] ?? 0) / this.data.unitsPerEm;
  }

  /** See `Face.top`; undefined when the table does not know the glyph. */
  top(glyph: number): number | undefined {
    const unit = this.unitOf.get(glyph);
    return unit === undefined ? undefined : (this.data.tops[unit] ?? 0) / this.data.unitsPerEm;
  }

  offers(feature: string): boolean {
    return this.data.features.includes(feature);
  }

  /**
   * Shapes a text, perhaps with features; undefined when it has a character that the table does not cover, where features are asked
   * for that the table does not know, or where there are several and one of them changes the text: together they may do more.
   */
  shape(text: string, features: readonly string[], apart: readonly number[]): readonly ShapedGlyph[] | undefined {
    const changed = this.changedBy(text, features);
    if (changed === undefined) return undefined;
    const units: number[] = [];
    const texts: string[] = [];
    for (let at = 0; at < text.length;) {
      const own = this.ligatureAt(text, at, apart) ?? text.charAt(at);
      const unit = changed.get(own) ?? this.units.get(own);
      if (unit === undefined) return undefined;
      units.push(unit);
      texts.push(own);
      at += own.length;
    }
    const { glyphs, advances, first, second, kerns, unitsPerEm } = this.data;
    return units.map((unit, index) => {
      const next = units[index + 1];
      const kern = next === undefined ? 0 : (kerns[first[unit] ?? 0]?.[second[next] ?? 0] ?? 0);
      const advance = ((advances[unit] ?? 0) + kern) / unitsPerEm;
      return { glyph: glyphs[unit] ?? 0, advance, text: texts[index] ?? "" };
    });
  }

  /** The units that features put in the places of others; undefined when only the font can tell. */
  private changedBy(text: string, features: readonly string[]): ReadonlyMap<string, number> | undefined {
    const known = features.filter((feature) => this.offers(feature)).map((feature) => this.figures.get(feature));
    if (known.length < 2) return known.length === 0 ? NONE : known[0];
    const isChanged = known.some((units) => units === undefined || Array.from(text).some((char) => units.has(char)));
    return isChanged ? undefined : NONE;
  }

  private ligatureAt(text: string, at: number, apart: readonly number[]): string | undefined {
    return this.ligatures
      .get(text.charAt(at))
      ?.find(
        (ligature) =>
          text.startsWith(ligature, at) && !apart.some((offset) => at < offset && offset < at + ligature.length),
      );
  }
}

const NONE: ReadonlyMap<string, number> = new Map();
