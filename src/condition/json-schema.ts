import { optionalJsonSchema } from "../template/index.ts";
import { conditionSchema } from "./schema.ts";

/** The schema of print conditions as JSON Schema, for editors. */
export function conditionJsonSchema(): Record<string, unknown> {
  return optionalJsonSchema(conditionSchema, "Umbruch print condition");
}
