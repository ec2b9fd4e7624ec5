import * as z from "zod";
import { ink, length } from "../template/schema.ts";
import { fileNameFault } from "./file-name.ts";

const resolution = z.number().min(1).max(5000);

/** What the file says of the press that it was made for (ISO 32000-1, 14.11.5; ISO 15930-7). */
const outputIntent = z.strictObject({
  /** The ICC profile: a file beside the condition. */
  profile: z.string().min(1),
  /** The name under which the ICC's registry, or the trade, knows the condition. */
  identifier: z.string().min(1),
  /** The registry that the name is from; left out when it is in none. */
  registry: z.string().optional(),
  /** The condition in words. */
  condition: z.string().min(1),
  info: z.string().optional(),
});

const inks = z.strictObject({
  /** Percent of C, M, Y and K together that the paper holds. */
  total: z.number().min(100).max(400),
  /** Percent of a plate between which tints hold: lighter ones vanish, darker ones fill in. */
  tones: z.tuple([z.number().min(0).max(50), z.number().min(50).max(100)]),
  /** The only inks that text, rules and tints may have, or tints of them. Left out: any that keeps to the limits above. */
  palette: z.record(z.string().min(1), ink).optional(),
  /** Spot colours that the press has. */
  spots: z.array(z.string().min(1)).default([]),
});

/** Pixels to the inch at the printed size. */
const pictures = z.strictObject({
  /** Fewer are refused. */
  refuse: resolution,
  /** Fewer are warned of. */
  least: resolution,
  /** More are brought down to this. */
  most: resolution,
  /** What pictures of black and white alone must have. */
  lineArt: resolution,
  /** Radius in printed millimetres and strength of the sharpening that makes up for the press. */
  sharpen: z.strictObject({ radius: length("mm"), amount: z.number().min(0).max(5) }).optional(),
  /** JPEG quality. */
  quality: z.int().min(50).max(100).default(92),
});

const type = z.strictObject({
  least: length("pt"),
  /** In paper white on a ground. */
  reversed: length("pt"),
  /** In more than one ink. */
  coloured: length("pt"),
});

const rules = z.strictObject({ least: length("mm", "pt"), reversed: length("mm", "pt") });

/** What is printed outside the trimmed page for those who handle the sheet. */
const sheet = z.strictObject({
  cropMarks: z.boolean().default(false),
  registrationMarks: z.boolean().default(false),
  colourBar: z.boolean().default(false),
  slugLine: z.boolean().default(false),
});

const fileName = z
  .string()
  .superRefine((pattern, context) => {
    const fault = fileNameFault(pattern);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  })
  .default("{title}_{date}_{page}_v{version}");

/** A print condition as it is written. */
export const conditionSchema = z.strictObject({
  $schema: z.string().optional(),
  /** The condition that this one lays its own data over: a bundled one by name, or a file beside it. */
  extends: z.string().optional(),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "use lower-case letters, digits and hyphens"),
  title: z.string().min(1),
  outputIntent,
  inks,
  pictures,
  type,
  rules,
  /** What is printed beyond the trim. */
  bleed: length("mm", "pt"),
  /** How far type keeps from the trim. */
  safety: length("mm", "pt"),
  /** Whether the shop takes live transparency. */
  transparency: z.boolean().default(true),
  sheet: sheet.prefault({}),
  /** How the shop names the files of single pages. */
  fileName,
});

export type ConditionData = z.output<typeof conditionSchema>;
