import type { Outcome, Pt } from "../base/index.ts";
import type { BrokenCopy, Galley, Paragraph } from "./galley.ts";

/** Halving the measure seven times finds it to a hundredth of the width. */
const STEPS = 7;

/**
 * Sets a short ragged text, such as a deck or a caption, so that its lines are about equally long: to the narrowest
 * measure that needs no line more than the whole width does.
 */
export function setEvenly(paragraph: Paragraph, width: Pt): Outcome<Galley> {
  const broken = (measure: Pt): BrokenCopy => paragraph.broken({ width: measure, firstInset: 0, inset: 0 });
  let best = broken(width);
  const most = best.count;
  if (most < 2) return best.galley();
  let [low, high]: [Pt, Pt] = [width / 2, width];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const trial = broken(middle);
    if (trial.count <= most && trial.lines.every((line) => line.width <= middle)) [best, high] = [trial, middle];
    else low = middle;
  }
  return best.galley();
}
