import * as z from "zod";
import { diagnostic } from "./finding-schema.ts";

/** The versions of what `verify` and `extract` say; each rises when a field changes its meaning or goes. */
export const VERIFY_VERSION = 1;
export const EXTRACT_VERSION = 1;

/** What `verify` says of a file. */
export const verifySchema = z.strictObject({
  version: z.literal(VERIFY_VERSION),
  file: z.string().describe("Path of the file, as it was named."),
  verdict: z
    .enum(["proven", "unproven", "failed"])
    .describe("Unproven: it is as it was, but could not be made again to the same bytes."),
  inside: z.array(z.string()).describe("Names of the files inside."),
  diagnostics: z.array(diagnostic),
});

/** What `extract` says of a file. */
export const extractSchema = z.strictObject({
  version: z.literal(EXTRACT_VERSION),
  file: z.string().describe("Path of the file, as it was named."),
  outputs: z.array(z.string()).describe("The files that came out of it."),
  again: z.string().describe("The command that makes the same file again; empty where nothing says how."),
  diagnostics: z.array(diagnostic),
});
