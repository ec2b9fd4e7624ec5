import type { Finding } from "../base/index.ts";

export const UNREADABLE = {
  code: "archive/unreadable",
  severity: "error",
  when: "A file is no PDF, or so damaged that nothing can be found in it.",
  hint: "fetch the file from another copy of the archive",
} as const satisfies Finding;

export const CUT_OFF = {
  code: "archive/cut-off",
  severity: "error",
  when: "A PDF begins and does not end: a part of it is missing, as after a transfer that broke off or on a disk that was full.",
  hint: "fetch the file again, or from another copy of the archive",
} as const satisfies Finding;

export const NO_SEAL = {
  code: "archive/no-seal",
  severity: "error",
  when: "A file does not end with the seal that our archive files have: it is another program's, or something was added.",
  hint: "compare it with another copy; programs that save a PDF anew break the seal, too",
} as const satisfies Finding;

export const BROKEN_SEAL = {
  code: "archive/broken-seal",
  severity: "error",
  when: "The bytes of a file are not those that were sealed: at least one bit was changed.",
  hint: "fetch the file from another copy of the archive",
} as const satisfies Finding;

export const ALTERED_ATTACHMENT = {
  code: "archive/altered-attachment",
  severity: "error",
  when: "A file inside the file has another size or checksum than it should.",
  hint: "fetch the file from another copy of the archive",
} as const satisfies Finding;

export const NOT_CLAIMED = {
  code: "archive/not-claimed",
  severity: "error",
  when: "A file does not say of itself that it is PDF/A-3a and PDF/UA-1, or lacks the structure that goes with them.",
  hint: "set the article again with --for archive",
} as const satisfies Finding;

export const CONTRADICTION = {
  code: "archive/contradiction",
  severity: "error",
  when: "The Info dictionary and the XMP packet of a file say different things.",
  hint: "set the article again with --for archive",
} as const satisfies Finding;

export const NO_SOURCE = {
  code: "archive/no-source",
  severity: "error",
  when: "A file does not hold what it was made from, so that nobody can make it again.",
  hint: "set the article again with --for archive",
} as const satisfies Finding;

export const OTHER_ENGINE = {
  code: "archive/other-engine",
  severity: "warning",
  when: "A file was made by another version of the engine, which alone can make the same bytes again.",
  hint: "install that version to prove it; the seal holds in any case",
} as const satisfies Finding;

export const NOT_REPRODUCED = {
  code: "archive/not-reproduced",
  severity: "error",
  when: "What a file holds does not make the same bytes again, though the engine is of the same version.",
  hint: "the file was made with other data than those inside, or this is a bug of ours: send us the file",
} as const satisfies Finding;
