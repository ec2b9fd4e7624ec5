import * as z from "zod";
import { change, count, diagnostic, millimetres, place, relief } from "./finding-schema.ts";
import { REPORT_VERSION } from "../report.ts";

const setting = z
  .strictObject({
    pages: count,
    columns: count,
    lines: count,
    overset: count.describe("Lines that found no place."),
    empty: count.describe("Rows that the last page's columns leave empty."),
    hyphens: count,
    longestHyphenRun: count,
    loosest: z
      .strictObject({ page: z.int().min(1), column: z.int().min(1), row: z.int().min(1), wordSpace: z.number() })
      .optional(),
    over150: count,
    over200: count,
    widows: count,
    orphans: count,
    runts: count,
  })
  .describe("What the body is set in.");

const fit = z
  .strictObject({
    state: z.enum(["fits", "overset", "empty"]),
    rows: z.number(),
    characters: z.number(),
    millimetres,
    reliefs: z.array(relief).describe("What was done to the body so that it fits."),
    cuts: z.array(z.strictObject({ text: z.string(), rows: z.number(), place })).describe("Sentences to take out."),
  })
  .describe("How the copy fits the space that the desk gave.");

const gathered = z
  .strictObject({ articles: count, pages: count })
  .describe("What is in the file of --one-file that this object is about; it comes behind those of the articles.");

/** What `set` and `check` say of an article with --format json and --report: one object to a line. */
export const reportSchema = z.strictObject({
  version: z.literal(REPORT_VERSION),
  article: z
    .string()
    .describe(
      "Path of the article, as it was named; of a file of several, its own path; of a run that cannot begin, what stands in its way.",
    ),
  template: z.string(),
  outputs: z.array(z.string()).describe("The files that were written."),
  setting: setting.nullable().describe("Null where the article could not be set."),
  fit: fit.nullable().describe("Null where the desk gave no space."),
  diagnostics: z.array(diagnostic),
  changes: z.array(change).optional().describe("What microtype changed, with --changes."),
  gathered: gathered.optional(),
});
