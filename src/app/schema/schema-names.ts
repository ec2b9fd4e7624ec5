/** What can be written by hand: an editor that knows the schema completes and checks. */
const WRITTEN_NAMES = ["article", "template", "condition", "config"] as const;

/** What commands say with --format json and --report, an object to a line: of an article, a file, or a desk. */
const SAID_NAMES = ["report", "preflight", "verify", "extract", "dump", "explain", "words", "doctor"] as const;

export type WrittenName = (typeof WRITTEN_NAMES)[number];
export type SaidName = (typeof SAID_NAMES)[number];

/** What has a published schema. */
export const SCHEMA_NAMES = [...WRITTEN_NAMES, ...SAID_NAMES] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];
