import * as z from "zod";
import { configSchema } from "./schema.ts";

/** The published JSON Schema (draft 2020-12) of a configuration file. */
export function configJsonSchema(): Record<string, unknown> {
  return { title: "Umbruch configuration", ...z.toJSONSchema(configSchema, { io: "input" }) };
}
