import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { LETTERS, ZERO } from "../../src/language/hyphenation/trie.ts";

/** What may follow a beginning of words. Beginnings that the same follows with the same values share it. */
interface Branch {
  value?: number;
  readonly children: Map<string, Branch>;
}

const MOST_VALUE = 64 ** 2 - 2;
const MOST_BASE = 64 ** 3 - 1;
/** No letter's place is as far from a base: slots before this are empty, and what follows the base 0 is nothing. */
const FIRST_BASE = 64;

/** Packs words with values (0 to 4094) into the form that src/language/hyphenation/trie.ts walks. */
export function pack(entries: ReadonlyMap<string, number>): string {
  const root: Branch = { children: new Map() };
  for (const [word, value] of entries) {
    if (!Number.isInteger(value) || value < 0 || value > MOST_VALUE)
      throw new RangeError(`cannot be packed: ${word} ${value}`);
    branchOf(root, word).value = value;
  }
  return packed(new Shared().of(root));
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

/** Makes one branch of all that are alike. */
class Shared {
  private readonly known = new Map<string, Branch>();
  private readonly numbers = new Map<Branch, number>();

  of({ value, children }: Branch): Branch {
    const below = new Map(Array.from(children, ([letter, branch]) => [letter, this.of(branch)] as const));
    const ways = Array.from(below, ([letter, branch]) => `${letter}${this.numbers.get(branch)}`).sort();
    const key = [value, ...ways].join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const branch = { ...(value !== undefined && { value }), children: below };
    this.known.set(key, branch);
    this.numbers.set(branch, this.numbers.size);
    return branch;
  }
}

/** The branches below one, itself included, those with the most children first: they are the hardest to place. */
function branchesFrom(root: Branch): readonly Branch[] {
  const branches = new Set([root]);
  for (const { children } of branches) for (const child of children.values()) branches.add(child);
  return [...branches].sort((a, b) => b.children.size - a.children.size);
}

function packed(root: Branch): string {
  const branches = branchesFrom(root);
  const bases = basesOf(branches);
  const baseOf = (branch: Branch): number => bases.get(branch) ?? 0;
  const slotOf = (letter: number, branch: Branch): string =>
    digits(letter, 1) + digits((branch.value ?? -1) + 1, 2) + digits(baseOf(branch), 3);
  // Whatever the letter, what is looked at lies before the last slot.
  const count = branches.reduce((most, branch) => Math.max(most, baseOf(branch)), 0) + FIRST_BASE;
  const slots = Array.from({ length: count }, () => digits(0, 6));
  slots[0] = slotOf(0, root);
  for (const branch of branches) {
    for (const [letter, child] of branch.children) {
      slots[baseOf(branch) + placeOf(letter)] = slotOf(placeOf(letter), child);
    }
  }
  return slots.join("") + digits(count, 6);
}

function digits(value: number, count: number): string {
  return Array.from({ length: count }, (_, index) =>
    String.fromCharCode(ZERO + (Math.floor(value / 64 ** (count - 1 - index)) % 64)),
  ).join("");
}

/** A base of its own for each branch with children: the first one at which all their slots are free. */
function basesOf(branches: readonly Branch[]): ReadonlyMap<Branch, number> {
  const bases = new Map<Branch, number>();
  const taken = new Uint8Array(MOST_BASE + FIRST_BASE);
  const used = new Uint8Array(MOST_BASE + 1);
  let firstFree = FIRST_BASE;
  for (const branch of branches) {
    if (branch.children.size === 0) continue;
    const places = Array.from(branch.children.keys(), placeOf);
    while (taken[firstFree] === 1) firstFree++;
    let base = Math.max(FIRST_BASE, firstFree - LETTERS.length);
    while (used[base] === 1 || places.some((place) => taken[base + place] === 1)) base++;
    // Behind the last slot there is room for a base.
    if (base >= MOST_BASE - FIRST_BASE) throw new RangeError("too many words to be packed");
    used[base] = 1;
    for (const place of places) taken[base + place] = 1;
    bases.set(branch, base);
  }
  return bases;
}

function placeOf(letter: string): number {
  return LETTERS.indexOf(letter) + 1;
}

/** Writes a module of constants, formatted as all our source is. */
export async function writeModule(file: string, comment: string, constants: Record<string, string>): Promise<void> {
  const lines = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`);
  const source = `// ${comment.replaceAll("\n", "\n// ")}\n${lines.join("\n")}\n`;
  writeFileSync(file, await format(source, { parser: "typescript", printWidth: 120 }));
}
