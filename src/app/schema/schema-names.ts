/** What has a published schema. */
export const SCHEMA_NAMES = ["article", "template", "condition", "config", "report"] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];
