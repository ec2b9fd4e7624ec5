import type { Finding } from "../base/index.ts";

/** What a kind of data is called, and the findings of its own room that reading it may have. */
export interface DataFindings {
  /** „template“, „print condition“. */
  readonly noun: string;
  readonly invalidJson: Finding;
  readonly invalidValue: Finding;
  readonly unknownKey: Finding;
  readonly unknownParent: Finding;
  readonly contradiction: Finding;
}

export const INVALID_JSON = {
  code: "template/invalid-json",
  severity: "error",
  when: "The template file is not JSON.",
  hint: "look for a missing comma, bracket or quotation mark just before this place",
} as const satisfies Finding;

export const UNKNOWN_KEY = {
  code: "template/unknown-key",
  severity: "error",
  when: "The template has a key that means nothing in its place.",
} as const satisfies Finding;

export const INVALID_VALUE = {
  code: "template/invalid-value",
  severity: "error",
  when: "A value in the template is missing, of the wrong kind or out of its range.",
  hint: "umbruch schema template prints what may stand where",
} as const satisfies Finding;

export const CONTRADICTION = {
  code: "template/contradiction",
  severity: "error",
  when: "Two values of the template cannot both hold, for instance a type area wider than its page.",
} as const satisfies Finding;

export const UNKNOWN_FACE = {
  code: "template/unknown-face",
  severity: "error",
  when: "A style names a face that is not bundled.",
} as const satisfies Finding;

export const UNKNOWN_PARENT = {
  code: "template/unknown-parent",
  severity: "error",
  when: "The template extends one that is neither bundled nor a file beside it.",
} as const satisfies Finding;
