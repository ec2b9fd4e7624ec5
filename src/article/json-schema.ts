import * as z from "zod";
import { articleSchema } from "./schema.ts";

/** The published JSON Schema (draft 2020-12) of an article, for editors that complete and check while one writes. */
export function articleJsonSchema(): Record<string, unknown> {
  return { title: "Umbruch article", ...z.toJSONSchema(articleSchema, { io: "input" }) };
}
