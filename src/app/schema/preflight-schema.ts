import * as z from "zod";
import { box, count, millimetres } from "./finding-schema.ts";
import { PREFLIGHT_VERSION } from "./versions.ts";

const occurrence = z.strictObject({
  found: z.string(),
  page: z.int().min(1).optional().describe("Counts from 1; left out where it is about the file."),
  place: box.optional(),
});

const finding = z.strictObject({
  rule: z.string().describe("As the trade's lists number it: FILE-1, FNT-1, INK-1; docs/preflight.md lists them all."),
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  clause: z.string().describe("Where the rule is from."),
  count: z.int().min(1).describe("How often it was found."),
  pages: count.describe("On how many pages."),
  occurrences: z.array(occurrence).describe("The first of them."),
  hint: z.string().describe("What to do."),
});

const ink = z
  .strictObject({
    most: z.number().describe("Per cent of all inks together, in a square of about a millimetre."),
    page: z.int().min(1),
    place: box,
    above: z.number().min(0).max(1).describe("Share of the page above the limit."),
    plates: z.array(z.string()).describe("The plates that carry any ink."),
    measured: z.int().min(1).describe("How many pages were measured."),
  })
  .describe("The page with most ink; left out where it was not measured.");

/** What `preflight` says of a file. */
export const preflightSchema = z.strictObject({
  version: z.literal(PREFLIGHT_VERSION),
  file: z.string().describe("Path of the file, as it was named."),
  condition: z.string().describe("Name of the print condition that it was judged by."),
  verdict: z.enum(["accepted", "refused"]),
  pdfVersion: z.string().optional().describe("Left out when it is no PDF."),
  claims: z.string().describe("What PDF/X the file says that it is."),
  producer: z.string(),
  pages: count,
  size: z.tuple([millimetres, millimetres]).nullable().describe("Width and height of the first page when trimmed."),
  ink: ink.optional(),
  unchecked: z.array(z.string()).describe("What was not checked, and why."),
  findings: z.array(finding).describe("Errors first."),
});
