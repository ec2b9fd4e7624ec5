// Packs the German patterns of the package `hyphen` (de-1996) for src/language/hyphenation: `npm run patterns`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pack, writeModule } from "./pack.ts";

/** hyphen's trie: a number is the levels of a pattern that ends here, an object the letters that follow, a pair both. */
type Branch = number | { readonly [letter: string]: Branch } | readonly [{ readonly [letter: string]: Branch }, number];

const require = createRequire(import.meta.url);
const [levels, root] = require("hyphen/patterns/de-1996.js") as readonly [readonly (readonly number[])[], Branch];
const { version } = JSON.parse(readFileSync("node_modules/hyphen/package.json", "utf8")) as { version: string };

const patterns = new Map<string, number>();

// The trie has letters only; „_“ stands for the edge of a word, which the patterns write as a full stop.
function add(pattern: string, level: number): void {
  patterns.set(pattern.replaceAll(".", "_"), level);
}

function collect(branch: Branch, path: string): void {
  if (typeof branch === "number") add(path, branch);
  else if (Array.isArray(branch)) {
    const [deeper, own] = branch as readonly [Branch, number];
    add(path, own);
    collect(deeper, path);
  } else for (const [letter, deeper] of Object.entries(branch)) collect(deeper as Branch, path + letter);
}

collect(root, "");
await writeModule(
  "src/language/hyphenation/data/patterns.ts",
  `Made by scripts/hyphenation/patterns.ts from hyphen ${version} (de-1996); see README.md beside this file. Do not edit.`,
  { LEVELS: levels.map((row) => row.join("")).join(" "), PATTERNS: pack(patterns) },
);
console.log(`${patterns.size} patterns`);
