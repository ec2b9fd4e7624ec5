import type { Keyword, Lexer, Token } from "./lexer.ts";
import type { PdfObject } from "./pdf-object.ts";

/** An object with what is wrong in it, the keyword that stood in its place, or why there is none. */
export type Parsed =
  | { readonly object: PdfObject; readonly faults: readonly string[] }
  | { readonly keyword: string }
  | { readonly fault: string };

/** Deeper than anybody nests; what is deeper was made to bring readers down. */
const DEEPEST = 256;
/** Of one object so many faults are told. */
const MOST_FAULTS = 20;
const NOT_CLOSED = "an array or dictionary is not closed";

/** The next object, read without recursion so that no nesting exhausts the stack. */
export function parseObject(lexer: Lexer): Parsed {
  const nest = new Nest();
  for (;;) {
    const token = lexer.next();
    if (token === undefined) return { fault: nest.isOpen ? NOT_CLOSED : "the data ends" };
    if (!isKeyword(token)) {
      if (!nest.isOpen) return { object: typeof token === "number" ? refOr(token, lexer) : token, faults: [] };
      nest.add(token);
      continue;
    }
    const parsed = takeWord(token.word, nest);
    if (parsed !== undefined) return parsed;
  }
}

/** What a word does to what is being read; gives the result when that is its end. */
function takeWord(word: string, nest: Nest): Parsed | undefined {
  if (word === "[" || word === "<<") return nest.open(word) ? undefined : { fault: `nested deeper than ${DEEPEST}` };
  const constant = CONSTANTS.get(word);
  if (!nest.isOpen) return constant === undefined ? { keyword: word } : { object: constant, faults: [] };
  if (word === "]" || word === ">>") return nest.close(word);
  if (constant !== undefined) nest.add(constant);
  else if (word === "R") nest.foldRef();
  else if (ENDS.has(word)) return { fault: NOT_CLOSED };
  else nest.fault(`“${word.slice(0, 20)}” where an object should be`);
  return undefined;
}

const CONSTANTS = new Map<string, PdfObject>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Words that end an object: what is open before them was never closed. */
const ENDS = new Set(["endobj", "stream", "endstream"]);

interface Open {
  readonly opening: string;
  readonly items: PdfObject[];
}

/** Arrays and dictionaries that are open, the innermost last, and what was wrong so far. */
class Nest {
  readonly #open: Open[] = [];
  readonly #faults: string[] = [];

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  fault(fault: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(fault);
  }

  /** False when it would be too deep. */
  open(opening: string): boolean {
    if (this.#open.length >= DEEPEST) return false;
    this.#open.push({ opening, items: [] });
    return true;
  }

  add(object: PdfObject): void {
    this.#open.at(-1)?.items.push(object);
  }

  /** Closes the innermost; gives the object when it was the last that was open. */
  close(word: string): Parsed | undefined {
    const { opening, items } = this.#open.pop() ?? { opening: "[", items: [] };
    if ((opening === "<<") !== (word === ">>")) this.fault("brackets that do not match");
    const object: PdfObject = opening === "[" ? { kind: "array", items } : this.#dict(items);
    if (!this.isOpen) return { object, faults: this.#faults };
    this.add(object);
    return undefined;
  }

  /** Of two numbers and an R a reference. */
  foldRef(): void {
    const items = this.#open.at(-1)?.items ?? [];
    const [number, generation] = items.slice(-2);
    if (isIndex(number) && isIndex(generation)) items.splice(-2, 2, { kind: "ref", number, generation });
    else this.fault("an R without two numbers before it");
  }

  /** Of a key that comes twice the last counts, as for qpdf, Ghostscript and MuPDF. */
  #dict(items: readonly PdfObject[]): PdfObject {
    const entries = new Map<string, PdfObject>();
    if (items.length % 2 !== 0) this.fault("a dictionary with a key but no value");
    for (let index = 0; index + 1 < items.length; index += 2) {
      const [key, value = null] = [items[index], items[index + 1]];
      if (typeof key !== "object" || key === null || key.kind !== "name") {
        this.fault("a dictionary key that is no name");
        continue;
      }
      if (entries.has(key.name)) this.fault(`the key /${key.name.slice(0, 40)} twice in a dictionary`);
      entries.set(key.name, value);
    }
    return { kind: "dict", entries };
  }
}

function isKeyword(token: Token): token is Keyword {
  return typeof token === "object" && token.kind === "keyword";
}

function isIndex(object: PdfObject | undefined): object is number {
  return typeof object === "number" && Number.isInteger(object) && object >= 0;
}

/** A number at the top may begin a reference. */
function refOr(number: number, lexer: Lexer): PdfObject {
  const { at } = lexer;
  const generation = isIndex(number) ? lexer.next() : undefined;
  if (typeof generation === "number" && isIndex(generation)) {
    const mark = lexer.next();
    if (mark !== undefined && isKeyword(mark) && mark.word === "R") return { kind: "ref", number, generation };
  }
  lexer.at = at;
  return number;
}
