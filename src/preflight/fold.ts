import type { Fault, Rule, Tell } from "./rule.ts";
import { harmless } from "./text-string.ts";
import type { PlaceMm } from "./page-facts.ts";

/** One place of a finding. */
export interface Occurrence {
  readonly found: string;
  /** Counted from 1; undefined when it is about the file. */
  readonly page?: number;
  readonly place?: PlaceMm;
}

/** Faults of one rule about one thing, told once. */
export interface FoldedFinding {
  readonly rule: Rule;
  readonly count: number;
  /** On how many pages. */
  readonly pages: number;
  /** The first of them. */
  readonly occurrences: readonly Occurrence[];
}

/** A report shows so many places of a finding, and counts the rest. */
const SHOWN = 5;
/** Of one rule so many things are told apart; what comes then is counted with the last. */
const APART = 20;

interface Heap {
  readonly rule: Rule;
  readonly occurrences: Occurrence[];
  count: number;
  pages: number;
  lastPage: number;
}

/** Gathers faults, however many, in little memory. */
export class Fold {
  readonly #heaps = new Map<string, Heap>();
  readonly #apart = new Map<string, number>();

  readonly tell: Tell = (rule, found, { about = "", page, place } = {}) => {
    this.#add({ rule, found: harmless(found), about, ...(page !== undefined && { page }), ...(place && { place }) });
  };

  #add({ rule, found, about, page, place }: Fault): void {
    const heap = this.#heapOf(rule, about);
    heap.count += 1;
    if (page !== undefined && page !== heap.lastPage) {
      heap.pages += 1;
      heap.lastPage = page;
    }
    if (heap.occurrences.length < SHOWN)
      heap.occurrences.push({ found, ...(page !== undefined && { page }), ...(place && { place }) });
  }

  #heapOf(rule: Rule, about: string): Heap {
    const known = this.#heaps.get(`${rule.id} ${about}`);
    if (known) return known;
    const apart = (this.#apart.get(rule.id) ?? 0) + 1;
    const rest = this.#heaps.get(`${rule.id} …`);
    if (apart > APART && rest) return rest;
    this.#apart.set(rule.id, apart);
    const heap = { rule, occurrences: [], count: 0, pages: 0, lastPage: 0 };
    this.#heaps.set(apart === APART ? `${rule.id} …` : `${rule.id} ${about}`, heap);
    return heap;
  }

  /** All findings: errors first, else in the order in which they came up. */
  get findings(): readonly FoldedFinding[] {
    const all = [...this.#heaps.values()].map(({ rule, count, pages, occurrences }) => ({
      rule,
      count,
      pages,
      occurrences,
    }));
    const of = (severity: string) => all.filter((finding) => finding.rule.severity === severity);
    return [...of("error"), ...of("warning")];
  }
}
