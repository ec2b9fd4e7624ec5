import * as z from "zod";
import { expected } from "../base/index.ts";

const run = z
  .strictObject({
    text: z.string(),
    emphasis: z.boolean().optional().describe("Set in italics."),
    strong: z.boolean().optional().describe("Set in a heavier weight."),
  })
  .describe("A stretch of text with emphasis.");

const text = z
  .union([z.string(), z.array(z.union([z.string(), run], { error: expected("text, or text with emphasis") }))], {
    error: expected("text, or a list of texts with emphasis"),
  })
  .meta({
    id: "Text",
    description: 'Text: "plain", or a list of runs: ["Ein ", { "text": "kursives", "emphasis": true }, " Wort"].',
  });

const paragraph = z.strictObject({ kind: z.literal("paragraph"), text });

const optional = z.literal(true).optional().describe("Whether it may be left out where space is short.");

const list = z.strictObject({
  kind: z.literal("list"),
  ordered: z.boolean().optional().describe("Whether the items are numbered; false when left out."),
  items: z.array(text),
  optional,
});

const crosshead = z
  .strictObject({ kind: z.literal("crosshead"), text, optional })
  .describe("A small headline between paragraphs.");

const quotation = z
  .strictObject({
    kind: z.literal("quotation"),
    text,
    attribution: text.optional().describe("Who said it."),
    optional,
  })
  .describe("A quotation set off from the body.");

const row = z.array(text);

const table = z
  .strictObject({
    kind: z.literal("table"),
    title: text.optional(),
    header: row.optional().describe("What stands in each column."),
    rows: z.array(row).describe("The rows, each a list of cells; an empty cell is an empty text."),
    optional,
  })
  .describe("Facts in rows and columns.");

const boxBlock = z.union([z.string(), z.discriminatedUnion("kind", [paragraph, list, table])], {
  error: expected("a paragraph, a list or a table"),
});

const box = z
  .strictObject({ kind: z.literal("box"), title: text.optional(), blocks: z.array(boxBlock), optional })
  .describe("A text of its own inside the article.");

const block = z.union([z.string(), z.discriminatedUnion("kind", [paragraph, crosshead, quotation, list, box, table])], {
  error: expected('a paragraph as text, or an object with a "kind"'),
});

const fraction = z.number().min(0).max(1);

const picture = z
  .strictObject({
    file: z.string().optional().describe("Path, relative to the article. Without it the picture is still to come."),
    caption: text,
    credit: text.describe('Who took it and owns it, as printed: "© APA".'),
    alternative: z.string().optional().describe("What it shows, for those who cannot see it."),
    focalPoint: z
      .strictObject({ x: fraction, y: fraction })
      .optional()
      .describe("What must stay in view when it is cropped, as fractions of width and height from the top left."),
  })
  .describe("A picture and what belongs to it.");

const fields = z.strictObject({
  $schema: z.string().optional().describe("Where this schema is, for editors."),
  section: text.describe("The section header (Ressort, Dachthema)."),
  kicker: text.optional().describe("The line above the headline (Dachzeile)."),
  headline: text,
  deck: text.optional().describe("The line below the headline (Unterzeile)."),
  lead: text.optional().describe("The opening paragraph set apart from the body (Vorspann)."),
  byline: text.optional().describe('Who wrote it, as printed: "Von Anna Gruber".'),
  dateline: text.optional().describe('Where it was reported from: "Wien".'),
  date: z.iso.date().optional().describe("ISO 8601 calendar date: 2025-02-09."),
  language: z.enum(["de-AT", "de-DE", "de-CH"]).optional().describe("de-AT when left out."),
  sources: text.optional().describe('Where facts and figures come from, without a label: "Statistik Austria".'),
  optional: z
    .array(z.enum(["kicker", "deck"]))
    .optional()
    .describe("Parts of the head that may be left out where space is short."),
  agency: z.string().optional().describe("Who supplied the copy, for metadata."),
  rights: z.string().optional().describe("Rights, for metadata."),
  usage: z.string().optional().describe("Terms of use, for metadata."),
  identifier: z.string().optional().describe("What the agency calls the item: APA0123, for metadata."),
  version: z.string().optional().describe("Which version of the item it is, for metadata."),
  keywords: z.string().optional().describe("What it is about, for metadata: words parted by commas."),
  embargo: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .optional()
    .describe("Not to be published before: 2025-02-09T10:00+01:00, or a day."),
  status: z
    .enum(["usable", "withheld", "cancelled"])
    .optional()
    .describe("Whether the agency lets it be published; usable when left out."),
  pictures: z.array(picture).optional(),
});

/** An article as JSON, in full: what the published JSON Schema promises to editors and machines. */
export const articleSchema = fields.extend({ body: z.array(block).min(1) });

/**
 * The same with less asked for: parts that are missing, a date, a language, an embargo or a status that is wrong are found later,
 * alike for every form of article, and not by the schema.
 */
const lenientFields = fields
  .extend({
    date: z.string(),
    language: z.string(),
    embargo: z.string(),
    status: z.string(),
    pictures: z.array(picture.partial({ caption: true, credit: true })),
  })
  .partial();

/** What the front matter of a Markdown article may hold. */
export const frontMatterSchema = lenientFields;

/** What the JSON reader accepts. */
export const lenientArticleSchema = lenientFields.extend({ body: z.array(block).optional() });

export type RichText = z.infer<typeof text>;
export type JsonBlock = z.infer<typeof block>;
export type JsonArticle = z.infer<typeof lenientArticleSchema>;
export type JsonFields = z.infer<typeof frontMatterSchema>;
