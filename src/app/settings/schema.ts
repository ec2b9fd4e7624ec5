import * as z from "zod";
import { expected } from "../../base/index.ts";
import { fileNameFault } from "../../condition/index.ts";
import { sheetOf } from "../marks.ts";
import { PURPOSES } from "../purposes.ts";
import { FAIL_LEVELS, FORMATS } from "./choices.ts";

const purpose = z.enum(PURPOSES);

/** A configuration file: the settings of a desk, each as on the command line. Paths are seen from the file. */
export const configSchema = z
  .strictObject({
    $schema: z.string().describe("Where this schema is, for editors."),
    template: z.string().min(1).describe("A bundled template by name, or a template file."),
    condition: z.string().min(1).describe("A bundled print condition by name, or a condition file."),
    icc: z.string().min(1).describe("An ICC profile in the place of the condition's own."),
    out: z.string().min(1).describe("Folder for the pages."),
    for: z
      .union([purpose.transform((one) => [one]), z.array(purpose).min(1)], {
        error: expected(`${PURPOSES.join(", ")}, or a list of them`),
      })
      .describe("What the files are for."),
    folio: z.int().min(1).max(99999).describe("Page number of the first page."),
    date: z.iso.date({ error: "give a date as 2025-02-09" }).describe("Date of the page; otherwise the article's."),
    title: z.string().min(1).describe("The newspaper's name, for file names."),
    singlePages: z.boolean().describe("A file for each page, named as the print condition says."),
    name: z
      .string()
      .superRefine((pattern, context) => {
        const fault = fileNameFault(pattern);
        if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
      })
      .describe("Name of these files: {title} {article} {section} {date} {page} {version} {condition}."),
    marks: z
      .string()
      .superRefine((list, context) => {
        const { unknown } = sheetOf(list);
        if (unknown !== undefined) context.addIssue({ code: "custom", message: `there are no marks “${unknown}”` });
      })
      .describe("What stands around the page: crop, registration, bar, slug, parted by commas; all or none."),
    failOn: z.enum(FAIL_LEVELS).describe("The least severity that ends the command with 1."),
    format: z.enum(FORMATS).describe("A report for people, or a JSON object to a line."),
    jobs: z.int().min(1).max(256).describe("How many articles are set at once."),
    ppi: z.int().min(20).max(600).describe("Pixels to an inch of a PNG."),
  })
  .partial();

export type Config = z.output<typeof configSchema>;
