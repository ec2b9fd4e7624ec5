import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { HAS_CHILDREN, HAS_VALUE, LETTERS, ZERO } from "../../src/language/hyphenation/trie.ts";

interface Branch {
  value?: number;
  readonly children: Map<string, Branch>;
}

/** Packs words with values (0–1295) into the form that src/language/hyphenation/trie.ts walks. */
export function pack(entries: ReadonlyMap<string, number>): string {
  const root: Branch = { children: new Map() };
  for (const [word, value] of entries) {
    if (!Number.isInteger(value) || value < 0 || value > 1295)
      throw new RangeError(`cannot be packed: ${word} ${value}`);
    branchOf(root, word).value = value;
  }
  return packed("", root, true);
}

function branchOf(root: Branch, word: string): Branch {
  let branch = root;
  for (const letter of word) {
    if (!LETTERS.includes(letter)) throw new RangeError(`cannot be packed: ${word}`);
    const next = branch.children.get(letter) ?? { children: new Map() };
    branch.children.set(letter, next);
    branch = next;
  }
  return branch;
}

function packed(letter: string, { value, children }: Branch, hasLength: boolean): string {
  const below = Array.from(children, ([next, branch]) => ({ next, branch, size: sizeOf(branch) }));
  // The largest first: it is what most words go on with, and so what is mostly looked for.
  below.sort((a, b) => b.size - a.size || (a.next < b.next ? -1 : 1));
  const rest = below.map(({ next, branch }, index) => packed(next, branch, index < below.length - 1)).join("");
  const ownValue = value === undefined ? "" : digits(value, 2);
  const length = hasLength ? lengthFor(2 + ownValue.length + rest.length) : "";
  const has = (ownValue === "" ? 0 : HAS_VALUE) | (rest === "" ? 0 : HAS_CHILDREN) | (4 * length.length);
  return digit(letter === "" ? 0 : LETTERS.indexOf(letter) + 1) + digit(has) + ownValue + length + rest;
}

/** How many nodes there are from here on. */
function sizeOf({ children }: Branch): number {
  return Array.from(children.values(), sizeOf).reduce((sum, size) => sum + size, 1);
}

/** The length of a node that has so many characters without it. */
function lengthFor(others: number): string {
  let count = 1;
  while (others + count >= 64 ** count) count++;
  return digits(others + count, count);
}

function digits(value: number, count: number): string {
  return Array.from({ length: count }, (_, index) => digit(Math.floor(value / 64 ** (count - 1 - index)) % 64)).join(
    "",
  );
}

function digit(value: number): string {
  return String.fromCharCode(ZERO + value);
}

/** Writes a module of constants, formatted as all our source is. */
export async function writeModule(file: string, comment: string, constants: Record<string, string>): Promise<void> {
  const lines = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`);
  const source = `// ${comment.replaceAll("\n", "\n// ")}\n${lines.join("\n")}\n`;
  writeFileSync(file, await format(source, { parser: "typescript", printWidth: 120 }));
}
