import * as z from "zod";

export const count = z.int().min(0);
export const millimetres = z.number();

/** A rectangle on a page. */
export const box = z
  .strictObject({ x: millimetres, y: millimetres, width: millimetres, height: millimetres })
  .describe("Millimetres from the trimmed page's top left.");

/** A place in a file. */
export const place = z
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
    box: box.optional(),
  })
  .describe("A place on the made-up pages; pages, columns and rows count from 1.");

/** A finding, as every command gives it. */
export const diagnostic = z.strictObject({
  severity: z.enum(["error", "warning", "note"]),
  code: z.string().regex(/^[a-z]+\/[a-z-]+$/).describe("Stable; docs/findings.md lists them all."),
  message: z.string(),
  place: place.optional(),
  onPage: onPage.optional(),
  hint: z.string().optional().describe("What to try."),
});

/** A change that microtype made, at its place in the article. */
export const change = z.strictObject({
  rule: z.string(),
  from: z.string(),
  to: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
});

/** What was done to a block so that the copy fits. */
export const relief = z.looseObject({ kind: z.string() });
