import { z } from "zod";
import { templateSchema } from "./schema.ts";

/**
 * The schema of templates as JSON Schema, for editors: keys, values, units. Nothing is required in it, for a template that
 * extends another says only what is different; what is missing in the whole the reader finds.
 */
export function templateJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(templateSchema, { io: "input" }) as Record<string, unknown>;
  const parts = withoutRequired(schema) as Record<string, unknown>;
  return { ...parts, title: "Umbruch template" };
}

function withoutRequired(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutRequired);
  if (typeof part !== "object" || part === null) return part;
  const kept = Object.entries(part).filter(([key, value]) => key !== "required" || !Array.isArray(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutRequired(value)]));
}
