import * as z from "zod";
import { box, change, count, diagnostic, millimetres } from "./finding-schema.ts";
import { DUMP_VERSION } from "./versions.ts";

const points = z.number().describe("Points.");
const fromOne = z.int().min(1);

const line = z.strictObject({
  text: z.string().describe("Without a hyphen that only the line's end asks for."),
  endsWith: z.enum(["word", "hyphen", "explicit", "paragraph"]),
  width: points,
  measure: points,
  ratio: z.number().describe("Adjustment ratio: 0 is natural, 1 uses all stretch, −1 all shrink."),
  wordSpace: z.number().describe("Mean word space over the face's own."),
});

const slug = z.strictObject({
  role: z.string(),
  block: fromOne.optional().describe("Block of the body; left out for what comes from lead, byline or dateline."),
  rows: count,
  spaceAbove: count.describe("Rows of these that are space."),
  breakBefore: z.number().describe("What it costs to begin a column here."),
  lines: z.array(line),
});

const frame = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    role: z.string(),
    column: fromOne.optional(),
    block: fromOne.optional(),
    box,
    lines: z.array(line.extend({ row: fromOne.optional().describe("On the grid."), baseline: points })),
  }),
  z.strictObject({
    kind: z.literal("picture"),
    picture: fromOne,
    file: z.string().nullable().describe("Null where it is still to come."),
    box,
  }),
  z.strictObject({ kind: z.literal("rule"), role: z.string(), box }),
  z.strictObject({ kind: z.literal("tint"), box }),
]);

const page = z.strictObject({
  number: fromOne,
  folio: z.string().optional(),
  width: millimetres,
  height: millimetres,
  typeArea: box,
  grid: z.strictObject({
    rows: count,
    first: points,
    leading: points,
    columns: z.array(millimetres).describe("Left edges."),
    columnWidth: millimetres,
  }),
  frames: z.array(frame).describe("In reading order."),
});

const share = z.number().min(0).max(1);
const ink = z.strictObject({ c: share, m: share, y: share, k: share });
const point = z.strictObject({ x: points, y: points });
const rect = z.strictObject({ x: points, y: points, width: points, height: points });

const operation = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("glyphs"),
    x: points,
    baseline: points,
    upwards: z.boolean().describe("Whether it reads upwards: x is then its baseline's, and baseline where it begins."),
    face: z.string(),
    size: points,
    scaling: z.number(),
    tracking: points,
    ink,
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal("fill"), rect, ink }),
  z.strictObject({ kind: z.literal("stroke"), from: point, to: point, width: points, ink }),
  z.strictObject({ kind: z.literal("picture"), file: z.string(), rect, window: rect.describe("What is seen of it.") }),
]);

const MADE = {
  article: z.strictObject({
    article: z.looseObject({}).describe("The article, microtype applied, by article.schema.json."),
    changes: z.array(change).describe("What microtype changed."),
  }),
  galley: z.strictObject({ slugs: z.array(slug).describe("The set body, before it is made up.") }),
  page: z.strictObject({ pages: z.array(page) }),
  display: z.strictObject({
    title: z.string(),
    language: z.string(),
    pages: z.array(z.strictObject({ width: points, height: points, operations: z.array(operation) })),
  }),
};

function dumpAfter<Room extends keyof typeof MADE>(room: Room) {
  return z.strictObject({
    version: z.literal(DUMP_VERSION),
    article: z.string().describe("Path of the article, as it was named."),
    after: z.literal(room),
    made: MADE[room].nullable().describe("What the room made; null where the article could not be set."),
    diagnostics: z.array(diagnostic),
  });
}

/** What `dump` says of an article. */
export const dumpSchema = z.discriminatedUnion("after", [
  dumpAfter("article"),
  dumpAfter("galley"),
  dumpAfter("page"),
  dumpAfter("display"),
]);
