// The versions of what commands say as JSON; each rises when a field changes its meaning or goes. Apart from the schemas, which bring
// zod: a command says its version, and needs no schema for it.

/** Of what `preflight` says of a file. */
export const PREFLIGHT_VERSION = 1;

/** Of what `verify` says of a file. */
export const VERIFY_VERSION = 1;

/** Of what `extract` says of a file. */
export const EXTRACT_VERSION = 1;

/** Of what `dump` says of an article. */
export const DUMP_VERSION = 2;

/** Of what `explain` says of an article. */
export const EXPLAIN_VERSION = 2;

/** Of what `explain --word` says. */
export const WORDS_VERSION = 1;

/** Of what `doctor` says. */
export const DOCTOR_VERSION = 1;
