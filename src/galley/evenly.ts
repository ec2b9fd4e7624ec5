import type { Copy, Outcome, Pt } from "../base/index.ts";
import type { TextStyle } from "../template/index.ts";
import { setGalley, type Galley } from "./galley.ts";
import type { Typesetter } from "./shape.ts";

/** Halving the measure seven times finds it to a hundredth of the width. */
const STEPS = 7;

/**
 * Sets a short ragged text, such as a deck or a caption, so that its lines are about equally long: to the narrowest
 * measure that needs no line more than the whole width does.
 */
export function setEvenly(copy: Copy, style: TextStyle, width: Pt, setter: Typesetter): Outcome<Galley> {
  const set = (measure: Pt): Outcome<Galley> =>
    setGalley(copy, style, { width: measure, firstInset: 0, inset: 0 }, setter);
  let best = set(width);
  const most = best.value.lines.length;
  if (most < 2) return best;
  let [low, high]: [Pt, Pt] = [width / 2, width];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const outcome = set(middle);
    const fits = outcome.value.lines.length <= most && outcome.value.lines.every((line) => line.width <= middle);
    if (fits) [best, high] = [outcome, middle];
    else low = middle;
  }
  return best;
}
