import type { OptionalPart } from "../article/index.ts";

/** What was done to a block of the body so that the copy fits its space. */
export type Relief =
  | { readonly kind: "lines"; readonly block: number; readonly more: number }
  | { readonly kind: "out"; readonly block: number }
  | { readonly kind: "head"; readonly part: OptionalPart }
  | { readonly kind: "pulled"; readonly text: string }
  | { readonly kind: "cut"; readonly cut: Cut };

/** Sentences that the fit would have the desk take out of a paragraph. */
export interface Cut {
  readonly block: number;
  /** The sentences' place in the paragraph's copy: from this offset to that. */
  readonly start: number;
  readonly end: number;
}
