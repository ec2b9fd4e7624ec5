import * as z from "zod";
import { count, diagnostic, millimetres, relief } from "./finding-schema.ts";
import { EXPLAIN_VERSION, WORDS_VERSION } from "./versions.ts";

const cost = z.number().describe("An empty row at a column's foot is 200.");

const composition = z.strictObject({
  cost,
  costs: z.record(z.string(), cost).describe("By what for; those that are nothing are left out."),
  columns: z.int().min(1),
  headline: z.strictObject({ size: z.number().describe("Points."), lines: z.int().min(1) }).nullable(),
  pictures: z.array(
    z.strictObject({
      picture: z.int().min(1),
      at: z.string().describe("At the head of the columns, at their foot, or within them."),
      side: z.string(),
      columns: z.int().min(1),
      rows: count,
    }),
  ),
  millimetres: millimetres.describe("Depth of the text."),
  reliefs: z.array(relief),
});

const decision = z
  .strictObject({
    margin: cost.describe("By how much the first is cheaper than the second."),
    by: z.array(z.strictObject({ cost: z.string(), more: cost })).describe("What the second loses by, most first."),
  })
  .describe("What decided; null where nothing else came into question.");

/** What `explain` says of an article. */
export const explainSchema = z.strictObject({
  version: z.literal(EXPLAIN_VERSION),
  article: z.string().describe("Path of the article, as it was named."),
  pages: z
    .array(
      z.strictObject({
        page: z.int().min(1),
        compositions: z.array(composition).min(1).describe("The chosen one, then the best of other kinds."),
        decision: decision.nullable(),
      }),
    )
    .nullable()
    .describe("Null where the article could not be set."),
  diagnostics: z.array(diagnostic),
});

/** What `explain --word` says. */
export const wordsSchema = z.strictObject({
  version: z.literal(WORDS_VERSION),
  words: z.array(
    z.strictObject({
      word: z.string(),
      marked: z.string(),
      breaks: z.array(
        z.strictObject({
          offset: z.int().min(1).describe("UTF-16 units."),
          grade: z.enum(["joint", "prefix", "suffix", "syllable", "unpleasant", "name"]),
          closeToJoint: z
            .boolean()
            .describe("Whether so little of a compound's part is left beside its joint that it is read with the other one."),
          hyphen: z.boolean().describe("Whether one is added."),
        }),
      ),
    }),
  ),
});
