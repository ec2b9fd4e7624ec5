import type { Keyword, Lexer, Token } from "./lexer.ts";
import type { PdfObject } from "./pdf-object.ts";

/** An object, the keyword that stood in its place, or why there is none. */
export type Parsed =
  { readonly object: PdfObject; readonly fault?: string } | { readonly keyword: string } | { readonly fault: string };

/** Deeper than anybody nests; what is deeper was made to bring readers down. */
const DEEPEST = 256;

interface Open {
  readonly dict: boolean;
  readonly items: PdfObject[];
}

/** The next object, read without recursion so that no nesting exhausts the stack. */
export function parseObject(lexer: Lexer): Parsed {
  const open: Open[] = [];
  let fault: string | undefined;
  for (;;) {
    const token = lexer.next();
    if (token === undefined)
      return { fault: open.length > 0 ? "an array or dictionary is not closed" : "the data ends" };
    if (isKeyword(token)) {
      const { word } = token;
      if (word === "[" || word === "<<") {
        if (open.length >= DEEPEST) return { fault: `nested deeper than ${DEEPEST}` };
        open.push({ dict: word === "<<", items: [] });
        continue;
      }
      const top = open.at(-1);
      if (top === undefined) return constant(word) ?? { keyword: word };
      if (word === "]" || word === ">>") {
        open.pop();
        const { object, fault: wrong } = close(top, word);
        fault ??= wrong;
        const parent = open.at(-1);
        if (parent === undefined) return { object, ...(fault !== undefined && { fault }) };
        parent.items.push(object);
      } else if (word === "R") {
        if (!foldRef(top.items)) fault ??= "an R without two numbers before it";
      } else if (CONSTANTS.has(word)) top.items.push(CONSTANTS.get(word) ?? null);
      else if (word === "endobj" || word === "stream" || word === "endstream")
        return { fault: "an array or dictionary is not closed" };
      else fault ??= `“${word.slice(0, 20)}” where an object should be`;
      continue;
    }
    const top = open.at(-1);
    if (top === undefined) return { object: typeof token === "number" ? refOr(token, lexer) : token };
    top.items.push(token);
  }
}

function isKeyword(token: Token): token is Keyword {
  return typeof token === "object" && token.kind === "keyword";
}

const CONSTANTS = new Map<string, PdfObject>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function constant(word: string): Parsed | undefined {
  const object = CONSTANTS.get(word);
  return object === undefined ? undefined : { object };
}

/** Of two numbers and an R a reference. */
function foldRef(items: PdfObject[]): boolean {
  const [number, generation] = items.slice(-2);
  if (!isIndex(number) || !isIndex(generation)) return false;
  items.splice(-2, 2, { kind: "ref", number, generation });
  return true;
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

function close({ dict, items }: Open, word: string): { readonly object: PdfObject; readonly fault?: string } {
  const wrong = dict === (word === ">>") ? {} : { fault: "brackets that do not match" };
  if (!dict) return { object: { kind: "array", items }, ...wrong };
  const entries = new Map<string, PdfObject>();
  let fault = items.length % 2 === 0 ? wrong.fault : "a dictionary with a key but no value";
  for (let index = 0; index + 1 < items.length; index += 2) {
    const [key, value = null] = [items[index], items[index + 1]];
    if (typeof key !== "object" || key === null || key.kind !== "name") fault ??= "a dictionary key that is no name";
    else if (entries.has(key.name)) fault ??= `the key /${key.name} twice in a dictionary`;
    else entries.set(key.name, value);
  }
  return { object: { kind: "dict", entries }, ...(fault !== undefined && { fault }) };
}
