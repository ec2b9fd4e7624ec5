import type { Finding } from "../base/index.ts";

export const UNREADABLE_FILE = {
  code: "pipeline/unreadable-file",
  severity: "error",
  when: "A file that the desk names, or the profile of a print condition, is not there or cannot be read; the message says why.",
  hint: "check the path and the permissions",
} as const satisfies Finding;

export const UNKNOWN_TEMPLATE = {
  code: "pipeline/unknown-template",
  severity: "error",
  when: "There is neither a bundled template of that name nor a file at that path.",
} as const satisfies Finding;

export const UNKNOWN_CONDITION = {
  code: "pipeline/unknown-condition",
  severity: "error",
  when: "There is neither a bundled print condition of that name nor a file at that path.",
} as const satisfies Finding;

export const NO_DATE = {
  code: "pipeline/no-date",
  severity: "warning",
  when: "Neither the article nor the desk gives a date, and a press file must have one: it says 1970-01-01.",
  hint: "give the article a date, or set it with --date YYYY-MM-DD",
} as const satisfies Finding;

export const NO_ALTERNATIVE = {
  code: "pipeline/no-alternative",
  severity: "warning",
  when: "A picture in a file for the archive or for screens has no alternative text: those who cannot see it are told its caption, or where there is none, only that it is there.",
  hint: "say in words what it shows: “Bildbeschreibung:” in plain text, ![what it shows](file) in Markdown, “alternative” in JSON",
} as const satisfies Finding;

export const UNKNOWN_SLOT = {
  code: "pipeline/unknown-slot",
  severity: "error",
  when: "The desk asks for a slot that the template does not have.",
} as const satisfies Finding;

export const UNKNOWN_WIDTH = {
  code: "pipeline/unknown-width",
  severity: "error",
  when: "The desk asks for a width in columns that the template does not permit an article.",
} as const satisfies Finding;
