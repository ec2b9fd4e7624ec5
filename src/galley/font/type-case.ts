import { remember } from "../../base/index.ts";
import { OPERATOR, operandsOf, readCffStart, readCharset, readDict, readIndex, type CffIndex } from "./read-cff.ts";
import { cffHead, cffWith, type CffFrame } from "./write-cff.ts";

/**
 * A case of type: the outlines of the glyphs of a face that news needs, each ready to be taken out. It is itself a font program (CFF) that
 * numbers its glyphs (CIDs) as the face does, made by scripts/type-case.ts with the subroutines written out: what a document shows of a face
 * is then copied together, without being read, and is smaller than a deflated subset with the face's subroutines.
 */
export class TypeCase {
  private readonly frame: CffFrame;
  private readonly charstrings: CffIndex;
  /** The place of each glyph in `charstrings`. */
  private readonly places = new Map<number, number>();
  /** The charstrings that were asked for, by their places. */
  private readonly asked = new Map<number, Uint8Array>();
  private readonly heads = new Map<number, Uint8Array>();

  /** `name` is the face's PostScript name, which its programs are to have. */
  constructor(bytes: Uint8Array, name: string) {
    const { top, strings } = readCffStart(bytes);
    const offset = (operator: number): number => operandsOf(top, operator)[0] ?? 0;
    const fontDict = readDict(readIndex(bytes, offset(OPERATOR.fdArray)).item(0));
    const [size = 0, from = 0] = operandsOf(fontDict, OPERATOR.private);
    const fixed = top.filter(({ operator }) => !OWN.has(operator));
    this.frame = {
      name: new TextEncoder().encode(name),
      top: Uint8Array.from(fixed.flatMap((entry) => [...entry.bytes])),
      strings: Array.from({ length: strings.count }, (_, number) => strings.item(number)),
      private: bytes.subarray(from, from + size),
    };
    this.charstrings = readIndex(bytes, offset(OPERATOR.charStrings));
    const glyphs = readCharset(bytes, offset(OPERATOR.charset), this.charstrings.count - 1);
    [NOTDEF, ...glyphs].forEach((glyph, place) => this.places.set(glyph, place));
  }

  /** The glyphs in the case. */
  get glyphs(): readonly number[] {
    return [...this.places.keys()];
  }

  /**
   * A font program with .notdef in slot 0 and these glyphs in slots 1, 2, …, of which a glyph may stand in several; undefined when
   * the case lacks one of them.
   */
  program(glyphs: readonly number[]): Uint8Array | undefined {
    const charstrings = [this.charstrings.item(NOTDEF)];
    for (const glyph of glyphs) {
      const charstring = this.charstring(glyph);
      if (charstring === undefined) return undefined;
      charstrings.push(charstring);
    }
    return cffWith(this.headFor(glyphs.length), charstrings);
  }

  private charstring(glyph: number): Uint8Array | undefined {
    const { charstrings, asked } = this;
    const place = this.places.get(glyph);
    return place === undefined ? undefined : remember(asked, place, charstrings.count, () => charstrings.item(place));
  }

  /** What stands before so many glyphs is the same whichever they are. */
  private headFor(count: number): Uint8Array {
    return remember(this.heads, count, MOST_HEADS, () =>
      cffHead(
        this.frame,
        Array.from({ length: count }, (_, index) => index + 1),
      ),
    );
  }
}

/** Counts of glyphs that a face has in the documents of a day: some dozens. A head has about a kilobyte. */
const MOST_HEADS = 100;

const NOTDEF = 0;

/** Entries of the Top DICT that each program has of its own. */
const OWN: ReadonlySet<number> = new Set([
  OPERATOR.cidCount,
  OPERATOR.fdArray,
  OPERATOR.fdSelect,
  OPERATOR.charset,
  OPERATOR.charStrings,
]);
