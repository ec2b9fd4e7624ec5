import * as z from "zod";
import { diagnostic } from "./finding-schema.ts";
import { DOCTOR_VERSION } from "./versions.ts";

const setting = z.strictObject({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable().describe("Null for none."),
  origin: z.string().describe("Who said so: an option, a variable, a place in the configuration, or default."),
});

const condition = z.strictObject({
  name: z.string(),
  title: z.string(),
  profile: z.string().describe("Path of the ICC profile."),
  description: z.string().describe("What the profile calls itself."),
  licence: z.string(),
});

const program = z.strictObject({
  name: z.string(),
  version: z.string().optional().describe("Left out where it is not installed."),
  use: z.string(),
  without: z.string().describe("What is lost without it."),
});

/** What `doctor` says of all that a run would work with. */
export const doctorSchema = z.strictObject({
  version: z.literal(DOCTOR_VERSION),
  umbruch: z.string().describe("Version of the engine."),
  node: z.string().describe("Version of Node.js."),
  platform: z.string(),
  config: z.string().nullable().describe("Path of the configuration; null where there is none."),
  settings: z.array(setting),
  fonts: z.array(z.strictObject({ family: z.string(), faces: z.array(z.string()), licence: z.string() })),
  templates: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  conditions: z.array(condition),
  programs: z.array(program),
  diagnostics: z.array(diagnostic),
});
