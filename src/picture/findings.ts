import type { Finding } from "../base/index.ts";

export const MISSING = {
  code: "picture/missing",
  severity: "error",
  when: "The article names a picture file that is not there; its place is kept free.",
  hint: "paths are seen from the article's own folder",
} as const satisfies Finding;

export const UNREADABLE = {
  code: "picture/unreadable",
  severity: "error",
  when: "A picture file is damaged, cut off, neither JPEG nor PNG, or of a kind that cannot be printed; its place is kept free.",
  hint: "open it in an image program and save it again as JPEG or 8-bit PNG",
} as const satisfies Finding;

export const LOW_RESOLUTION = {
  code: "picture/low-resolution",
  severity: "warning",
  when: "A picture has fewer than 200 pixels to the inch at the size it is printed.",
} as const satisfies Finding;
