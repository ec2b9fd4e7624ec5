import type { Outcome, Pt } from "../base/index.ts";
import type { BrokenCopy, Galley, GalleyMeasure, Paragraph } from "./galley.ts";

/** Halving the measure seven times finds it to a hundredth of the width. */
const STEPS = 7;

/**
 * Sets a short ragged text, such as a deck or a caption, so that its lines are about equally long: to the narrowest
 * measure that needs no line more than the whole width does, and no more divided words.
 */
export function setEvenly(paragraph: Paragraph, width: Pt): Outcome<Galley> {
  const broken = (measure: Pt): BrokenCopy => paragraph.broken(flush(measure));
  let best = broken(width);
  const most = best.count;
  if (most < 2) return best.galley();
  const divided = dividedIn(best);
  let [low, high]: [Pt, Pt] = [width / 2, width];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const trial = broken(middle);
    if (trial.count <= most && trial.lines.every((line) => line.width <= middle) && dividedIn(trial) <= divided)
      [best, high] = [trial, middle];
    else low = middle;
  }
  const { align } = paragraph.style;
  // Centred lines stand in the middle of the whole width, not of the measure that made them even; and those at the right at its end.
  return (align === "center" || align === "right" ? best.within(flush(width)) : best).galley();
}

/** How many lines end inside a word, be it at a hyphen of its own. */
function dividedIn({ lines }: BrokenCopy): number {
  return lines.filter(({ endsWith }) => endsWith === "hyphen" || endsWith === "explicit").length;
}

function flush(width: Pt): GalleyMeasure {
  return { width, firstInset: 0, inset: 0 };
}
