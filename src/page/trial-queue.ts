import type { Goal, Plan, Trial } from "./trials.ts";

/** A trial, and the least that its filling can bring its cost to. */
export interface BoundedTrial {
  readonly trial: Trial;
  readonly bound: number;
}

/** Layouts looked at in one go. */
const STRETCH = 32;

/**
 * Trials in the order of what they cost at least, equals in the order of their layouts: what sorting all of them would give.
 * A layout's trials are made only when its floor is reached. A page has some thousand layouts and six
 * thousand trials, and those that can be better than the best found are mostly few.
 */
export class TrialQueue {
  private readonly plans: readonly Plan[];
  private readonly goal: Goal;
  private readonly trialsOf: (plan: Plan) => readonly BoundedTrial[];
  private next = 0;
  private readonly settled: BoundedTrial[] = [];
  /** Made, and perhaps dearer than what is not made yet. */
  private waiting: (BoundedTrial & { readonly order: number })[] = [];

  constructor(plans: readonly Plan[], goal: Goal, trialsOf: (plan: Plan) => readonly BoundedTrial[]) {
    this.plans = [...plans].sort((a, b) => a.floor[goal] - b.floor[goal]);
    this.goal = goal;
    this.trialsOf = trialsOf;
  }

  /** The trial at a place in the order, counted from 0; undefined behind the last. Those that nothing can fill are left out. */
  at(index: number): BoundedTrial | undefined {
    while (index >= this.settled.length && this.next < this.plans.length) this.settle();
    return this.settled[index];
  }

  private settle(): void {
    for (const plan of this.plans.slice(this.next, this.next + STRETCH)) {
      for (const trial of this.trialsOf(plan))
        if (trial.bound < Infinity) this.waiting.push({ ...trial, order: plan.order });
    }
    this.next += STRETCH;
    const limit = this.plans[this.next]?.floor[this.goal] ?? Infinity;
    const ready = this.waiting.filter(({ bound }) => bound < limit);
    this.waiting = this.waiting.filter(({ bound }) => bound >= limit);
    this.settled.push(...ready.sort((a, b) => a.bound - b.bound || a.order - b.order));
  }
}
