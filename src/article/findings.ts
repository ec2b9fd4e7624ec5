import type { Finding } from "../base/index.ts";

/** Everything the article room can find, with when it occurs. */
export const findings = {
  unknownForm: {
    code: "article/unknown-form",
    severity: "error",
    when: "The file's ending names none of the forms an article can have.",
    hint: "Articles are plain text (.txt), Markdown (.md, .markdown) or JSON (.json).",
  },
  empty: {
    code: "article/empty",
    severity: "error",
    when: "The file holds nothing, or only white space.",
    hint: "Check that the file was saved or transferred whole.",
  },
  tooLarge: {
    code: "article/too-large",
    severity: "error",
    when: "The file is over 2 MB, more than any article.",
    hint: "Check that this is the article and not an archive or a collection.",
  },
  encoding: {
    code: "article/encoding",
    severity: "error",
    when: "The bytes are not UTF-8; the message names the encoding they are most likely in.",
  },
  binary: {
    code: "article/binary",
    severity: "error",
    when: "The file is not text: a picture, a word processor's document, a program.",
    hint: "Export the article as plain text in UTF-8.",
  },
  byteOrderMark: {
    code: "article/byte-order-mark",
    severity: "note",
    when: "The file began with a byte order mark, which was left out; UTF-16 was decoded by it.",
  },
  syntax: {
    code: "article/syntax",
    severity: "error",
    when: "The JSON text or the YAML front matter is broken and cannot be read.",
  },
  nesting: {
    code: "article/nesting",
    severity: "error",
    when: "JSON values are nested deeper than 64 levels; an article needs eight.",
  },
  frontMatter: {
    code: "article/front-matter",
    severity: "error",
    when: "The front matter is opened by --- but never closed.",
    hint: "Close it with a line of three hyphens.",
  },
  schema: {
    code: "article/schema",
    severity: "error",
    when: "A value of the JSON text or the front matter is not of the kind that its place asks for.",
  },
  unknownKey: {
    code: "article/unknown-key",
    severity: "error",
    when: "A key of the JSON text or the front matter is none that an article has.",
  },
  duplicate: {
    code: "article/duplicate",
    severity: "error",
    when: "The same part of the article is given twice; the first one counts.",
    hint: "Keep one of them.",
  },
  unknownLabel: {
    code: "article/unknown-label",
    severity: "warning",
    when: "A line in a block of labelled lines begins with a word that is almost a label.",
  },
  unclosedBox: {
    code: "article/unclosed-box",
    severity: "error",
    when: 'A box is opened by "Kasten:" but never closed.',
    hint: 'Close it with a block of its own: "Kasten Ende".',
  },
  strayBoxEnd: {
    code: "article/stray-box-end",
    severity: "warning",
    when: '"Kasten Ende" stands where no box is open.',
    hint: 'Open the box with "Kasten: Titel", or leave the line out.',
  },
  emptyTable: {
    code: "article/empty-table",
    severity: "warning",
    when: "A table has no rows, or a block that begins like a table of plain text has no cells.",
    hint: 'Write the rows below "Tabelle: …", their cells parted by | or by tabs.',
  },
  raggedTable: {
    code: "article/ragged-table",
    severity: "warning",
    when: "A row of a table has fewer or more cells than the others; what lacks was filled with empty cells.",
    hint: "Check whether a cell is missing or a separator is one too many.",
  },
  notOptional: {
    code: "article/not-optional",
    severity: "warning",
    when: "A question mark behind a label marks a part that no article can leave out.",
    hint: 'Only "Dachzeile?:", "Unterzeile?:", "Zwischentitel?:", "Zitat?:", "Liste?:", "Kasten?:" and "Tabelle?:" may have it.',
  },
  readAsCrosshead: {
    code: "article/read-as-crosshead",
    severity: "note",
    when: "A short line without a full stop between paragraphs of plain text was read as a crosshead.",
    hint: 'Write "Zwischentitel: …" to say so, or end the line with a full stop if it is a paragraph.',
  },
  simplified: {
    code: "article/simplified",
    severity: "note",
    when: "Markup that an article has no part for was read as the nearest part it has.",
  },
  markup: {
    code: "article/markup",
    severity: "warning",
    when: "The Markdown holds HTML, code or a link definition, which is printed as it is written.",
    hint: "Write plain paragraphs; HTML comments are left out without a word.",
  },
  ambiguousList: {
    code: "article/ambiguous-list",
    severity: "note",
    when: 'A paragraph that begins with a number and a full stop ("8. Februar") was kept from becoming a list of one.',
  },
  focalPoint: {
    code: "article/focal-point",
    severity: "error",
    when: "The focal point is not two fractions between 0 and 1.",
    hint: 'Give fractions of width and height from the top left: "0.5 0.3".',
  },
  missingSection: {
    code: "article/missing-section",
    severity: "error",
    when: "The article names no section; only the desk knows where it belongs, so none is invented.",
  },
  missingHeadline: {
    code: "article/missing-headline",
    severity: "error",
    when: "The article has no headline.",
  },
  missingBody: {
    code: "article/missing-body",
    severity: "error",
    when: "The article has no body text.",
  },
  longSection: {
    code: "article/long-section",
    severity: "warning",
    when: "The section is over 60 characters; most likely a blank line or the section itself is missing.",
    hint: "The section is the first block of an article, in a line of its own.",
  },
  missingCredit: {
    code: "article/missing-credit",
    severity: "error",
    when: "A picture has no credit, and must not be printed without one.",
  },
  missingCaption: {
    code: "article/missing-caption",
    severity: "warning",
    when: "A picture has a credit but no caption.",
    hint: "Say what the picture shows.",
  },
  pictureToCome: {
    code: "article/picture-to-come",
    severity: "warning",
    when: "A picture has no file; its place on the page is kept free.",
  },
  crossheadAtEnd: {
    code: "article/crosshead-at-end",
    severity: "warning",
    when: "A crosshead is not followed by text.",
    hint: "Leave it out, or check whether the article is complete.",
  },
  date: {
    code: "article/date",
    severity: "error",
    when: "The date is not a calendar date of the form 2025-02-09.",
    hint: "Write year, month and day: 2025-02-09.",
  },
  language: {
    code: "article/language",
    severity: "error",
    when: "The language is none that articles can be set in; de-AT is assumed.",
  },
  longWord: {
    code: "article/long-word",
    severity: "warning",
    when: "A word is over 200 characters; most likely spaces are missing.",
    hint: "Check that the text was copied with its spaces.",
  },
  lostCharacter: {
    code: "article/lost-character",
    severity: "warning",
    when: "The copy holds U+FFFD, the sign that an earlier program could not read a character, or half of one.",
    hint: "Ask for the text again, or put in the right letter.",
  },
  mojibake: {
    code: "article/mojibake",
    severity: "warning",
    when: 'The copy holds "Ã¼" and the like: UTF-8 that an earlier program took for Latin-1.',
    hint: "Ask for the text again, or replace the letters: Ã¤ is ä, Ã¶ is ö, Ã¼ is ü, ÃŸ is ß.",
  },
  decomposed: {
    code: "article/decomposed",
    severity: "note",
    when: "Letters written as letter and combining accent were composed (Unicode NFC).",
  },
  tab: { code: "article/tab", severity: "note", when: "Tabs became spaces." },
  fixedSpace: {
    code: "article/fixed-space",
    severity: "note",
    when: "No-break, thin and other fixed spaces became ordinary ones; microtype ties again what belongs together.",
  },
  zeroWidth: { code: "article/zero-width", severity: "note", when: "Zero-width characters were taken out." },
  softHyphen: {
    code: "article/soft-hyphen",
    severity: "note",
    when: "Soft hyphens were taken out; hyphenation finds the breaks itself.",
  },
  control: {
    code: "article/control-character",
    severity: "note",
    when: "Control characters and direction marks were taken out.",
  },
  doubleSpace: { code: "article/double-space", severity: "note", when: "Runs of spaces became one space." },
} as const satisfies Record<string, Finding>;
