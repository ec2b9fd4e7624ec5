import type { CffIndex } from "../src/galley/font/read-cff.ts";

/** The subroutines of a font program: those of the whole set and those of the font (Adobe Technical Note 5176, 16). */
export interface Subroutines {
  readonly global: CffIndex;
  readonly local: CffIndex;
}

/** Operators of charstrings that matter here (Technical Note 5177, appendix A). */
const [CALL_LOCAL, CALL_GLOBAL, RETURN, END, ESCAPE] = [10, 29, 11, 14, 12];
const STEMS = new Set([1, 3, 18, 23]);
const MASKS = new Set([19, 20]);
/** The flexes; other escapes are arithmetic, which no face of ours has. */
const FLEXES = new Set([34, 35, 36, 37]);

/**
 * A charstring that draws the same with the same hints, and calls no subroutine. Throws where a face does what ours do not:
 * arithmetic, or accents that are put together by the reader.
 */
export function flattenCharstring(charstring: Uint8Array, subroutines: Subroutines): Uint8Array {
  const flattener = new Flattener(subroutines);
  flattener.run(charstring);
  return Uint8Array.from(flattener.flat);
}

/** Follows a charstring as an interpreter does, as far as it must to know which bytes are operators and which a hint mask. */
class Flattener {
  readonly flat: number[] = [];
  private readonly subroutines: Subroutines;
  /** Operands that wait for their operator: value, and where in `flat` each begins. */
  private stack: { readonly value: number; readonly from: number }[] = [];
  private stems = 0;

  constructor(subroutines: Subroutines) {
    this.subroutines = subroutines;
  }

  run(code: Uint8Array): void {
    for (let at = 0; at < code.length;) {
      const first = code[at] ?? 0;
      const isNumber = first >= 32 || first === 28;
      at += isNumber ? this.number(code, at) : this.operator(code, at, first);
    }
  }

  private number(code: Uint8Array, at: number): number {
    const number = code.subarray(at, at + lengthOf(code[at] ?? 0));
    this.stack.push({ value: valueOf(number), from: this.flat.length });
    this.flat.push(...number);
    return number.length;
  }

  /** Takes an operator and gives its length with what belongs to it. */
  private operator(code: Uint8Array, at: number, operator: number): number {
    if (operator === CALL_LOCAL) this.call(this.subroutines.local);
    else if (operator === CALL_GLOBAL) this.call(this.subroutines.global);
    else if (operator !== RETURN) return this.plain(code, at, operator);
    return 1;
  }

  private plain(code: Uint8Array, at: number, operator: number): number {
    let length = 1;
    if (operator === ESCAPE) {
      length = 2;
      if (!FLEXES.has(code[at + 1] ?? 0)) throw new Error(`charstring with the operator 12 ${code[at + 1]}`);
    }
    if (operator === END && this.stack.length > 1) throw new Error("charstring that is put together of others");
    if (STEMS.has(operator) || MASKS.has(operator)) this.stems += Math.floor(this.stack.length / 2);
    if (MASKS.has(operator)) length += Math.ceil(this.stems / 8);
    this.flat.push(...code.subarray(at, at + length));
    this.stack = [];
    return length;
  }

  private call(subroutines: CffIndex): void {
    const number = this.stack.pop();
    const subroutine = subroutines.item((number?.value ?? NaN) + biasOf(subroutines));
    if (number === undefined || subroutine.length === 0) throw new Error("charstring with a call into nothing");
    this.flat.length = number.from;
    this.run(subroutine);
  }
}

/** Numbers of subroutines are counted from the middle, so that they are short (Technical Note 5176, 16). */
function biasOf({ count }: CffIndex): number {
  if (count < 1240) return 107;
  return count < 33900 ? 1131 : 32768;
}

/** The value of a number in a charstring (Technical Note 5177, table 1); of fractions only that they are none to call by. */
function valueOf([first = 0, second = 0, third = 0]: Uint8Array): number {
  if (first === 28) return (((second << 8) | third) << 16) >> 16;
  if (first < 247) return first - 139;
  if (first < 251) return (first - 247) * 256 + second + 108;
  return first < 255 ? -(first - 251) * 256 - second - 108 : NaN;
}

function lengthOf(first: number): number {
  if (first === 28) return 3;
  if (first < 247) return 1;
  return first < 255 ? 2 : 5;
}
