import type { Rule } from "../rule.ts";
import * as boxes from "./box-rules.ts";
import * as colours from "./colour-rules.ts";
import * as edges from "./edge-rules.ts";
import * as files from "./file-rules.ts";
import * as fonts from "./font-rules.ts";
import * as graphics from "./graphics-rules.ts";
import * as ink from "./ink-rules.ts";
import * as intents from "./intent-rules.ts";
import * as interaction from "./interaction-rules.ts";
import * as metadata from "./metadata-rules.ts";
import * as pages from "./pages-rules.ts";
import * as pictures from "./picture-rules.ts";
import * as plates from "./plate-rules.ts";
import * as type from "./type-rules.ts";

// Whatever a file of rules declares is in the list; no rule can be forgotten.
const FILES = [
  files,
  metadata,
  intents,
  boxes,
  fonts,
  colours,
  graphics,
  interaction,
  ink,
  plates,
  type,
  pictures,
  edges,
  pages,
];

/** Groups in the order of the documentation: the format first, then the press. */
const GROUPS =
  "FILE LIMIT META OI BOX PG FNT COL GS TRN XO OP OC ANN ACT VP EF INK TONE SPOT PAL TYPE LINE OVER PIC BLEED SAFE PAGES".split(
    " ",
  );

/** Every rule that a file is judged by, in the order of groups and numbers. */
export const RULES: readonly Rule[] = FILES.flatMap((file) => Object.values(file).filter(isRule)).sort(
  (one, other) => placeOf(one) - placeOf(other),
);

function isRule(value: unknown): value is Rule {
  return typeof value === "object" && value !== null && "clause" in value;
}

function placeOf({ id }: Rule): number {
  const [group = "", number = ""] = id.split("-");
  return 100 * GROUPS.indexOf(group) + Number(number);
}
