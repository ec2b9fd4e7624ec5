import type { Finding } from "../base/index.ts";
import type { PlaceMm } from "./page-facts.ts";

/** What a file is judged by: a rule of PDF/X-4, or of what print shops ask for. */
export interface Rule extends Finding {
  /** As the trade's lists number it: FILE-1, FNT-1, INK-1. */
  readonly id: string;
  readonly severity: "error" | "warning";
  /** Where the rule is from, as far as we have read it there. */
  readonly clause: string;
  /** What to do. */
  readonly hint: string;
}

/** One breach of a rule. */
export interface Fault {
  readonly rule: Rule;
  /** What was found, a sentence's part: “the font Arial is not embedded”. */
  readonly found: string;
  /** Faults of one rule about one thing are told once; of different things each for itself. */
  readonly about: string;
  readonly page?: number;
  readonly place?: PlaceMm;
}

/** Where a fault is. */
export interface Spot {
  readonly about?: string;
  readonly page?: number;
  readonly place?: PlaceMm | undefined;
}

/** Takes faults as they are found. */
export type Tell = (rule: Rule, found: string, spot?: Spot) => void;
