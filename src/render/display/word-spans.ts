import type { PlacedGlyph } from "../../galley/index.ts";
import type { PlacedLine } from "../../page/index.ts";
import type { DividedWord, DividedWords, WordPart } from "./divided-words.ts";
import type { StructureElement } from "./structure.ts";

/** Where a run of glyphs stands: only the first run of a line can begin with the rest of a word, only the last end within one. */
interface RunPlace {
  readonly placed: PlacedLine;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Glyphs of a run that are one element's. */
export interface RunPiece {
  readonly tag: number;
  readonly glyphs: readonly PlacedGlyph[];
}

/** Numbers of spans begin where an article has no elements. */
const FIRST_ID = 1_000_000;

/**
 * Gives every divided word an element of its own (Span) that says what its parts read as together (ActualText,
 * ISO 32000-1, 14.9.4): a screen reader speaks the word whole, in whatever columns or pages its parts stand.
 */
export class WordSpans {
  private readonly divided: DividedWords;
  private readonly spans = new Map<DividedWord, StructureElement>();
  private readonly children = new Map<number, StructureElement[]>();

  constructor(divided: DividedWords) {
    this.divided = divided;
  }

  /** Cuts an element's run where parts of divided words begin and end; undefined where it has none. */
  cut(glyphs: readonly PlacedGlyph[], element: number, { placed, isFirst, isLast }: RunPlace): RunPiece[] | undefined {
    const second = isFirst ? this.divided.second.get(placed) : undefined;
    const first = isLast ? this.divided.first.get(placed) : undefined;
    if (first === undefined && second === undefined) return undefined;
    const pieces: RunPiece[] = [];
    let from = 0;
    const take = (end: number, owner: number): void => {
      if (end > from) pieces.push({ tag: owner, glyphs: glyphs.slice(from, end) });
      from = end;
    };
    for (const part of [second, first]) {
      if (part === undefined) continue;
      take(part.start, element);
      take(part.end, this.spanOf(part, element));
    }
    take(glyphs.length, element);
    return pieces;
  }

  /** The spans below an element. */
  readonly below = (element: number): readonly StructureElement[] => this.children.get(element) ?? [];

  private spanOf({ word }: WordPart, parent: number): number {
    let span = this.spans.get(word);
    if (span === undefined) {
      span = { id: FIRST_ID + this.spans.size, type: "Span", children: [], actual: word.text };
      this.spans.set(word, span);
      const siblings = this.children.get(parent);
      if (siblings === undefined) this.children.set(parent, [span]);
      else siblings.push(span);
    }
    return span.id;
  }
}
