import { writeFileSync } from "node:fs";
import { format } from "prettier";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Packs words with values (0–1295) into the form that src/language/hyphenation/trie.ts unpacks. */
export function pack(entries: ReadonlyMap<string, number>): string {
  let before = "";
  let packed = "";
  for (const word of [...entries.keys()].sort()) {
    const value = entries.get(word) ?? 0;
    if (/[^a-z_ß-öø-ÿœšž]/u.test(word) || value > 1295) throw new RangeError(`cannot be packed: ${word} ${value}`);
    let keep = 0;
    while (keep < before.length && keep < 35 && before[keep] === word[keep]) keep++;
    packed += digit(keep) + word.slice(keep) + digit(Math.floor(value / 36)) + digit(value % 36);
    before = word;
  }
  return packed;
}

function digit(value: number): string {
  return DIGITS[value] ?? "";
}

/** Writes a module of constants, formatted as all our source is. */
export async function writeModule(file: string, comment: string, constants: Record<string, string>): Promise<void> {
  const lines = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`);
  const source = `// ${comment.replaceAll("\n", "\n// ")}\n${lines.join("\n")}\n`;
  writeFileSync(file, await format(source, { parser: "typescript", printWidth: 120 }));
}
