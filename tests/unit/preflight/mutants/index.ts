import { COLOURS, FONTS, GRAPHICS } from "./graphics.ts";
import { INTENT_MUTANTS } from "./intent.ts";
import { METADATA } from "./metadata.ts";
import type { Mutant } from "./mutant.ts";
import { PAGES } from "./pages.ts";
import { PRESS } from "./press.ts";
import { SYNTAX } from "./syntax.ts";

/** All single faults, in the order of the rules. */
export const MUTANTS: readonly Mutant[] = [
  ...SYNTAX,
  ...METADATA,
  ...INTENT_MUTANTS,
  ...PAGES,
  ...FONTS,
  ...COLOURS,
  ...GRAPHICS,
  ...PRESS,
];
