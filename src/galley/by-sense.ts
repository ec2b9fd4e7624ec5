import type { Copy, Outcome, Pt } from "../base/index.ts";
import type { TextStyle } from "../template/index.ts";
import { setEvenly } from "./evenly.ts";
import { Paragraph, type Galley } from "./galley.ts";
import { HeadlineCopy } from "./headline.ts";
import type { Typesetter } from "./shape.ts";

/** What takes more lines is read on and not at one glance: where its lines end says little. */
const MOST_LINES = 4;

/**
 * Sets a short heading of one size, such as a crosshead, so that its lines end by sense as a headline's do, and are about equally
 * long; it takes a line more where else what belongs together would be parted. A longer text is set evenly, and so is one with a word that
 * its width does not hold.
 */
export function setBySense(copy: Copy, style: TextStyle, width: Pt, setter: Typesetter): Outcome<Galley> {
  const evenly = setEvenly(new Paragraph(copy, style, setter), width);
  const least = evenly.value.lines.length;
  if (least < 2 || least > MOST_LINES) return evenly;
  const heading = new HeadlineCopy(copy, style, setter);
  const [best] = heading.ways({ sizes: [style.size], maxLines: least, width, prefer: "even", ragged: true });
  if (best === undefined || best.count > least + 1 || best.faults.length > 0) return evenly;
  return { value: best, diagnostics: heading.diagnostics };
}
