import * as z from "zod";
import { REPORT_VERSION } from "../report.ts";

const count = z.int().min(0);
const millimetres = z.number();

const place = z
  .strictObject({
    kind: z.literal("source"),
    file: z.string(),
    line: z.int().min(1),
    column: z.int().min(1).describe("UTF-16 units, as editors count."),
    length: z.int().min(1),
  })
  .describe("A place in the article, a template or another file; lines and columns count from 1.");

const onPage = z
  .strictObject({
    page: z.int().min(1),
    column: z.int().min(1).optional(),
    row: z.int().min(1).optional(),
    box: z
      .strictObject({ x: millimetres, y: millimetres, width: millimetres, height: millimetres })
      .optional()
      .describe("Millimetres from the trimmed page's top left."),
  })
  .describe("A place on the made-up pages; pages, columns and rows count from 1.");

const diagnostic = z.strictObject({
  severity: z.enum(["error", "warning", "note"]),
  code: z.string().regex(/^[a-z]+\/[a-z-]+$/).describe("Stable; docs/findings.md lists them all."),
  message: z.string(),
  place: place.optional(),
  onPage: onPage.optional(),
  hint: z.string().optional().describe("What to try."),
});

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
    reliefs: z.array(z.looseObject({ kind: z.string() })).describe("What was done to the body so that it fits."),
    cuts: z.array(z.strictObject({ text: z.string(), rows: z.number(), place })).describe("Sentences to take out."),
  })
  .describe("How the copy fits the space that the desk gave.");

const change = z.strictObject({
  rule: z.string(),
  from: z.string(),
  to: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
});

/** What `set` and `check` say of an article with --format json and --report: one object to a line. */
export const reportSchema = z.strictObject({
  version: z.literal(REPORT_VERSION),
  article: z.string().describe("Path of the article, as it was named."),
  template: z.string(),
  outputs: z.array(z.string()).describe("The files that were written."),
  setting: setting.nullable().describe("Null where the article could not be set."),
  fit: fit.nullable().describe("Null where the desk gave no space."),
  diagnostics: z.array(diagnostic),
  changes: z.array(change).optional().describe("What microtype changed, with --changes."),
});
