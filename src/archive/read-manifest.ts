import * as z from "zod";
import { report, type Outcome } from "../base/index.ts";
import type { EnclosedFile } from "./attachments.ts";
import { NO_SOURCE } from "./findings.ts";
import { MANIFEST } from "./manifest.ts";

const manifestSchema = z.object({
  /** The engine's version. */
  umbruch: z.string(),
  /** Names of files inside, or of what that engine has bundled. */
  article: z.string(),
  template: z.string(),
  condition: z.string(),
  icc: z.string().optional(),
  folio: z.int().optional(),
  space: z
    .object({
      slot: z.string().optional(),
      rows: z.number().optional(),
      height: z.number().optional(),
      columns: z.number().optional(),
      onePage: z.boolean().optional(),
    })
    .optional(),
  date: z.string().optional(),
});

/** How a page was ordered, as its archive file tells it. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Reads how a page was ordered from the files inside its archive file; undefined when they do not say, or lack the article. */
export function readManifest(files: readonly EnclosedFile[]): Outcome<Manifest | undefined> {
  const file = files.find(({ name }) => name === MANIFEST);
  const manifest = file && parse(file.bytes);
  if (manifest === undefined)
    return { value: undefined, diagnostics: [report(NO_SOURCE, `there is no ${MANIFEST} inside that can be read`)] };
  if (files.some(({ name }) => name === manifest.article)) return { value: manifest, diagnostics: [] };
  return { value: undefined, diagnostics: [report(NO_SOURCE, `${manifest.article} is not inside`)] };
}

function parse(bytes: Uint8Array): Manifest | undefined {
  try {
    const checked = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return checked.success ? checked.data : undefined;
  } catch {
    // Broken JSON is news about the file, not a fault of ours.
    return undefined;
  }
}
