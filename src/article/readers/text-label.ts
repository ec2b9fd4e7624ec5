import { sliceCopy, type Copy } from "../../base/index.ts";
import type { MayBeLeftOut } from "../article.ts";

/** The labels that say what a block of plain text is. */
export type BlockLabel = "Zwischentitel" | "Zitat" | "Liste" | "Kasten" | "Tabelle";

const LABEL = /^(Zwischentitel|Zitat|Liste|Kasten|Tabelle)(\?)?:\s*/;

/** A block with its label taken off. */
export interface LabelledBlock {
  readonly label: BlockLabel;
  /** The line that the label begins. */
  readonly line: Copy;
  /** What stands behind the label on its line; may be empty. */
  readonly first: Copy;
  /** The lines below. */
  readonly below: readonly Copy[];
  /** A question mark behind the label: `Zitat?: …` may be left out. */
  readonly mark: MayBeLeftOut;
}

/** Reads the label that a block begins with; undefined where it begins with none. */
export function labelOf(lines: readonly Copy[]): LabelledBlock | undefined {
  const found = LABEL.exec(lines[0]?.text ?? "");
  const [line, ...below] = found === null ? [] : lines;
  if (line === undefined || found === null) return undefined;
  return {
    label: found[1] as BlockLabel,
    line,
    first: sliceCopy(line, found[0].length, line.text.length),
    below,
    mark: found[2] === undefined ? {} : { optional: true },
  };
}

/** The lines of a labelled block that hold text. */
export function linesBehind({ first, below }: LabelledBlock): readonly Copy[] {
  return first.text === "" ? below : [first, ...below];
}

/** The lines of a block that hold text, without the label that a pattern finds on the first one. */
export function linesAfter([first, ...below]: readonly Copy[], label: RegExp): readonly Copy[] {
  if (first === undefined) return [];
  const rest = sliceCopy(first, label.exec(first.text)?.[0].length ?? 0, first.text.length);
  return rest.text === "" ? below : [rest, ...below];
}
