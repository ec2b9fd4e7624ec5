import type { Finding } from "../base/index.ts";

export const INVALID_JSON = {
  code: "condition/invalid-json",
  severity: "error",
  when: "The file of a print condition is not JSON.",
  hint: "look for a missing comma, bracket or quotation mark just before this place",
} as const satisfies Finding;

export const UNKNOWN_KEY = {
  code: "condition/unknown-key",
  severity: "error",
  when: "A print condition has a key that means nothing in its place.",
} as const satisfies Finding;

export const INVALID_VALUE = {
  code: "condition/invalid-value",
  severity: "error",
  when: "A value of a print condition is missing, of the wrong kind or out of its range.",
  hint: "umbruch schema condition prints what may stand where",
} as const satisfies Finding;

export const CONTRADICTION = {
  code: "condition/contradiction",
  severity: "error",
  when: "Two values of a print condition cannot both hold, for instance fewer pixels at most than at least.",
} as const satisfies Finding;

export const UNKNOWN_PARENT = {
  code: "condition/unknown-parent",
  severity: "error",
  when: "A print condition extends one that is neither bundled nor a file beside it.",
} as const satisfies Finding;

export const UNFIT_PROFILE = {
  code: "condition/unfit-profile",
  severity: "error",
  when: "The ICC profile is damaged, or cannot describe a CMYK press: PDF/X-4 asks for an output profile (class prtr) of version 2 or 4.",
  hint: "give the profile that your print shop names, an .icc file for CMYK output",
} as const satisfies Finding;

export const INK_OUTSIDE = {
  code: "condition/ink-outside",
  severity: "error",
  when: "The template has an ink that the print condition does not permit: not of its palette, too much ink in all, or a tint that the press cannot hold.",
  hint: "change the ink in the template, or add it to the palette of your own print condition",
} as const satisfies Finding;
