import * as z from "zod";
import { diagnostic } from "./finding-schema.ts";
import { EXTRACT_VERSION, VERIFY_VERSION } from "./versions.ts";

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
