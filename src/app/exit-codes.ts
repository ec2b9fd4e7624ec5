/** What the command ends with; scripts rely on these numbers. */
export const EXIT = {
  done: 0,
  /** Findings at error level. */
  findings: 1,
  usage: 2,
  /** An article or template that is unreadable or invalid. */
  input: 3,
  /** The copy does not fill the space that the desk gives, or not fit into it. */
  doesNotFit: 4,
  /** A file that a print shop would not take. */
  refused: 5,
  /** The article must not be published: an embargo, withheld, cancelled; or a picture without credit on a press page. */
  rights: 6,
  /** A file that cannot be written. */
  output: 7,
  /** Some articles of a batch could not be set, others were. */
  someFailed: 8,
  /** A bug of ours. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How grave each code is, when a run of many articles ends with several. */
const GRAVITY: readonly ExitCode[] = [
  EXIT.done,
  EXIT.findings,
  EXIT.doesNotFit,
  EXIT.refused,
  EXIT.rights,
  EXIT.someFailed,
  EXIT.input,
  EXIT.output,
  EXIT.usage,
  EXIT.bug,
];

/** The gravest of several exit codes. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>(
    (worst, code) => (GRAVITY.indexOf(code) > GRAVITY.indexOf(worst) ? code : worst),
    EXIT.done,
  );
}

/** What a run over articles ends with: as they all do, or that some failed and others did not. */
export function codeOfBatch(codes: ReadonlySet<ExitCode>): ExitCode {
  return codes.size > 1 && codes.has(EXIT.done) ? EXIT.someFailed : gravest([...codes]);
}
