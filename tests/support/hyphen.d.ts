// The package `hyphen` brings no types. Only what the tests judge with is declared here.
declare module "hyphen/hyphen.js" {
  /** A trie of Liang's patterns as the package stores it; nothing but the hyphenator reads it. */
  export type Patterns = readonly unknown[];
  export interface HyphenatorOptions {
    readonly hyphenChar: string;
    readonly html: boolean;
    readonly minWordLength: number;
  }
  export default function createHyphenator(patterns: Patterns, options: HyphenatorOptions): (text: string) => string;
}

declare module "hyphen/patterns/de-1996.js" {
  import type { Patterns } from "hyphen/hyphen.js";
  const patterns: Patterns;
  export default patterns;
}
