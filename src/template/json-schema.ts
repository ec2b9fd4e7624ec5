import * as z from "zod";
import { templateSchema } from "./schema.ts";

/** The schema of templates as JSON Schema, for editors: keys, values, units. */
export function templateJsonSchema(): Record<string, unknown> {
  return optionalJsonSchema(templateSchema, "Umbruch template");
}

/**
 * A schema of data that may extend others as JSON Schema. Nothing is required in it, for what extends another says only
 * what is different; what is missing in the whole the reader finds.
 */
export function optionalJsonSchema(of: z.ZodType, title: string): Record<string, unknown> {
  const schema = z.toJSONSchema(of, { io: "input" }) as Record<string, unknown>;
  const parts = withoutRequired(schema) as Record<string, unknown>;
  return { ...parts, title };
}

function withoutRequired(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutRequired);
  if (typeof part !== "object" || part === null) return part;
  const kept = Object.entries(part).filter(([key, value]) => key !== "required" || !Array.isArray(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutRequired(value)]));
}
