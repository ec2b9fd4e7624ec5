/** The standards that a file keeps to, all of them at once. */
export interface Standards {
  /** Version of PDF in the header. */
  readonly version: "1.6" | "1.7";
  /** Whether it is PDF/X-4, too. */
  readonly pdfx: boolean;
  /** Part of PDF/A; the level is always the highest, A. */
  readonly pdfa: 2 | 3;
}

/** For the press: PDF/X-4 (ISO 15930-7) goes no further than PDF 1.6, and with it PDF/A-2a. */
export const PRESS: Standards = { version: "1.6", pdfx: true, pdfa: 2 };

/** For the archive: PDF/A-3a (ISO 19005-3) may hold files of any kind, the article's own among them. */
export const ARCHIVE: Standards = { version: "1.7", pdfx: false, pdfa: 3 };

/** For screens: PDF/A-2a is what readers of all kinds show alike. */
export const SCREEN: Standards = { version: "1.7", pdfx: false, pdfa: 2 };
