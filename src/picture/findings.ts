import type { Finding } from "../base/index.ts";

export const MISSING = {
  code: "picture/missing",
  severity: "error",
  when: "The article names a picture file that is not there; its place is kept free.",
  hint: "paths are seen from the article's own folder",
} as const satisfies Finding;

export const WRONG_KIND = {
  code: "picture/wrong-kind",
  severity: "error",
  when: "A picture file is neither JPEG nor PNG, TIFF or WebP, whatever its name says; its place is kept free.",
  hint: "save it as JPEG, PNG, TIFF or WebP",
} as const satisfies Finding;

export const UNREADABLE = {
  code: "picture/unreadable",
  severity: "error",
  when: "A picture file may not be read, is damaged, cut off, or of a rare kind that cannot be read; its place is kept free.",
  hint: "open it in an image program and save it again as JPEG, PNG or TIFF with 8 or 16 bits",
} as const satisfies Finding;

export const TOO_LARGE = {
  code: "picture/too-large",
  severity: "error",
  when: "A picture has more pixels than any camera makes or any page could show; it is not opened, and its place is kept free.",
  hint: "reduce it in an image program",
} as const satisfies Finding;

export const FAULTY = {
  code: "picture/faulty",
  severity: "warning",
  when: "A picture could be read, but not without faults: parts of it may be wrong.",
  hint: "look at it in the proof; if it is spoilt, ask for the file again",
} as const satisfies Finding;

export const LOW_RESOLUTION = {
  code: "picture/low-resolution",
  severity: "warning",
  when: "A picture has fewer pixels to the inch at the size it is printed than the print condition asks for.",
} as const satisfies Finding;

export const FAR_TOO_COARSE = {
  code: "picture/far-too-coarse",
  severity: "warning",
  when: "A picture has so few pixels to the inch at the size it is printed that print shops refuse it: the pixels show.",
} as const satisfies Finding;

export const INK_REDUCED = {
  code: "picture/ink-reduced",
  severity: "note",
  when: "A picture came separated, with more ink than the paper holds; cyan, magenta and yellow were reduced where it was too much.",
  hint: "to decide yourself, separate it for this print condition, or send it in RGB",
} as const satisfies Finding;

export const UNFIT_FOR_PICTURES = {
  code: "picture/unfit-profile",
  severity: "error",
  when: "The ICC profile of the print condition is one that pictures cannot be converted through.",
  hint: "give the profile that your print shop names, an .icc file for CMYK output",
} as const satisfies Finding;
