import type { Copy, Source } from "../../base/index.ts";

const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|(.))|([^\\])/gsu;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** The JSON string literal at an offset (quotes included in `length`) as copy; an escape leads to its backslash. */
export function jsonStringCopy(source: Source, offset: number, length: number): Copy {
  const literal = source.text.slice(offset + 1, offset + length - 1);
  const origins: number[] = [];
  const text: string[] = [];
  for (const { index, 1: code, 2: letter, 3: plain } of literal.matchAll(ESCAPE)) {
    const character =
      code !== undefined ? String.fromCharCode(parseInt(code, 16)) : (plain ?? ESCAPED[letter ?? ""] ?? letter ?? "");
    text.push(character);
    for (let unit = 0; unit < character.length; unit++)
      origins.push(offset + 1 + index + (plain === undefined ? 0 : unit));
  }
  origins.push(offset + length - 1);
  return { source, text: text.join(""), origins, marks: [] };
}
