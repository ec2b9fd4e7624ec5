import { report, sourcePlace, type Copy, type Diagnostic, type Source } from "../base/index.ts";
import type { Change, HouseStyle, Language } from "../language/index.ts";
import { cleanCopy, CLEANINGS, type Cleaning, type CleaningKind } from "./clean.ts";

/** Cleans and microtypes every text of one article and keeps account of what it did. */
export class CopyDesk {
  readonly #language: Language;
  readonly #house: HouseStyle;
  readonly #cleanings: Cleaning[] = [];
  readonly #changes: Change[] = [];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(language: Language, house: HouseStyle) {
    this.#language = language;
    this.#house = house;
  }

  /** Copy with clean characters, and no more: for what is not printed. */
  clean(copy: Copy): Copy {
    const { copy: cleaned, cleanings } = cleanCopy(copy);
    this.#cleanings.push(...cleanings);
    return cleaned;
  }

  /**
   * Copy as it is printed. A quotation that goes on in the next paragraph (`goesOn`) is closed only at its last
   * one (Duden, Zeichensetzung bei wörtlicher Rede), so its missing closing mark is no finding.
   */
  set(copy: Copy, goesOn = false): Copy {
    const microtyped = this.#language.microtype(this.clean(copy), this.#house);
    this.#changes.push(...microtyped.changes);
    for (const diagnostic of microtyped.diagnostics) {
      if (!goesOn || diagnostic.code !== "language/unbalanced-quote") this.#diagnostics.push(diagnostic);
    }
    return microtyped.copy;
  }

  /** What microtype changed, in order of place. */
  get changes(): readonly Change[] {
    return this.#changes.toSorted((a, b) => a.sourceOffset - b.sourceOffset);
  }

  /** What the language found, and one note for each kind of cleaning with its count and first place. */
  diagnostics(source: Source): readonly Diagnostic[] {
    const kinds = Object.keys(CLEANINGS) as CleaningKind[];
    return [...this.#diagnostics, ...kinds.flatMap((kind) => this.#note(source, kind))];
  }

  #note(source: Source, kind: CleaningKind): readonly Diagnostic[] {
    const offsets = this.#cleanings
      .filter((cleaning) => cleaning.kind === kind)
      .map(({ sourceOffset }) => sourceOffset);
    if (offsets.length === 0) return [];
    const { finding, one, many, done } = CLEANINGS[kind];
    const first = offsets.reduce((least, offset) => Math.min(least, offset));
    const message =
      offsets.length === 1 ? `1 ${one} was ${done}` : `${offsets.length} ${many} were ${done}; the first is here`;
    return [report(finding, message, sourcePlace(source, first))];
  }
}
