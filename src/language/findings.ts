import type { Finding } from "../base/index.ts";

/** A quotation mark has no partner in its paragraph. Normal where a quotation runs on into the next paragraph. */
export const unbalancedQuote: Finding = {
  code: "language/unbalanced-quote",
  severity: "warning",
  when: "A quotation mark has no partner in its paragraph.",
  hint: "add the missing quotation mark, or begin the next paragraph with one if the quotation runs on",
};

export const missingSpace: Finding = {
  code: "language/missing-space",
  severity: "warning",
  when: "A quotation begins or ends directly beside a word or a punctuation mark.",
  hint: "put a space where the words should part",
};

export const surplusSpace: Finding = {
  code: "language/surplus-space",
  severity: "note",
  when: "Several spaces in a row, or a space before a punctuation mark, were taken out.",
};

export const excessMarks: Finding = {
  code: "language/excess-marks",
  severity: "note",
  when: "More than two exclamation or question marks stand in a row.",
  hint: "one mark says as much as three",
};

export const letterspaced: Finding = {
  code: "language/letterspaced",
  severity: "warning",
  when: "A word is spaced out with blanks, as agencies do in headings.",
  hint: "write the word without spaces; the template spaces letters where the design wants it",
};

export const plainExponent: Finding = {
  code: "language/plain-exponent",
  severity: "note",
  when: "A unit of area or volume is written with a plain figure, and the house does not convert exponents.",
  hint: "write m² or m³, or let the template convert exponents",
};
