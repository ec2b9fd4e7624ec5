/** PDF values as tests edit them: dictionaries are maps, arrays are arrays, numbers and booleans themselves. */
export type Value = number | boolean | null | Name | Text | Ref | Value[] | Dict;

export type Dict = Map<string, Value>;

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A string by its bytes, written in hexadecimal. */
export class Text {
  readonly bytes: Buffer;
  constructor(bytes: Buffer | string) {
    this.bytes = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
  }
}

export class Ref {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

export const name = (word: string): Name => new Name(word);
export const text = (words: string): Text => new Text(words);

/** A dictionary from what stands in an object literal; nested literals and arrays become PDF's as well. */
export function dict(entries: Readonly<Record<string, Value>>): Dict {
  return new Map(Object.entries(entries));
}

const HEX_NAME = /[^!-~]|[#%/()<>[\]{}]/g;

export function write(value: Value): string {
  if (value instanceof Name)
    return `/${value.name.replace(HEX_NAME, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
  if (value instanceof Text) return `<${value.bytes.toString("hex")}>`;
  if (value instanceof Ref) return `${value.id} 0 R`;
  if (Array.isArray(value)) return `[${value.map(write).join(" ")}]`;
  if (value instanceof Map)
    return `<<${[...value].map(([key, entry]) => `${write(name(key))} ${write(entry)}`).join(" ")}>>`;
  return String(value);
}

const TOKEN =
  /\s*(?:%[^\r\n]*\s*)*(<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|\/[^\s[\]<>()/%{}]*|[^\s[\]<>()/%{}]+)/y;

/** Reads one value from `source` at `at`; enough for well-formed files, for those alone are mutated. */
export function readValue(source: string, at = 0): { readonly value: Value; readonly end: number } {
  TOKEN.lastIndex = at;
  const token = TOKEN.exec(source)?.[1];
  if (token === undefined) throw new Error(`no value in “${source.slice(at, at + 40)}”`);
  const end = TOKEN.lastIndex;
  if (token === "<<" || token === "[") return readMany(source, end, token);
  return readOne(source, token, end);
}

function readMany(source: string, start: number, open: "<<" | "["): { readonly value: Value; readonly end: number } {
  const [values, close]: [Value[], string] = [[], open === "<<" ? ">>" : "]"];
  for (let at = start; ;) {
    TOKEN.lastIndex = at;
    if (TOKEN.exec(source)?.[1] === close) {
      const end = TOKEN.lastIndex;
      return { value: open === "[" ? values : pairs(values), end };
    }
    const next = readValue(source, at);
    values.push(next.value);
    at = next.end;
  }
}

function pairs(values: readonly Value[]): Dict {
  const found: Dict = new Map();
  for (let index = 0; index < values.length; index += 2) {
    const key = values[index];
    if (!(key instanceof Name)) throw new Error("a dictionary's key is no name");
    found.set(key.name, values[index + 1] ?? null);
  }
  return found;
}

function readOne(source: string, token: string, end: number): { readonly value: Value; readonly end: number } {
  if (token.startsWith("/")) return { value: new Name(unescapeName(token.slice(1))), end };
  if (token.startsWith("<")) return { value: new Text(Buffer.from(token.slice(1, -1).replace(/\s/g, ""), "hex")), end };
  if (token.startsWith("(")) return { value: new Text(unescapeLiteral(token.slice(1, -1))), end };
  const reference = /^\s+\d+\s+R(?![^\s[\]<>()/%])/.exec(source.slice(end, end + 30));
  if (/^\d+$/.test(token) && reference !== null)
    return { value: new Ref(Number(token)), end: end + reference[0].length };
  const word = ({ true: true, false: false, null: null } as const)[token];
  return { value: word === undefined ? Number(token) : word, end };
}

function unescapeName(written: string): string {
  return written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "" };

function unescapeLiteral(written: string): string {
  return written.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (LETTERS[code] ?? code),
  );
}
