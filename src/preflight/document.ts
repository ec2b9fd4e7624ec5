import type { Condition } from "../condition/index.ts";
import { ColourSpaces, type Shared } from "./content/index.ts";
import { readIntents, type Intents } from "./intents.ts";
import { pageFacts, type PageFacts } from "./page-facts.ts";
import { pagesOf, type PdfFile } from "./reader/index.ts";
import { readXmp, type Xmp } from "./xmp.ts";

/** A file that is judged, with what all rules ask of it. */
export interface Document {
  readonly file: PdfFile;
  readonly condition: Condition;
  readonly pages: readonly PageFacts[];
  readonly xmp: Xmp;
  readonly intents: Intents;
  readonly shared: Shared;
}

export function openDocument(file: PdfFile, condition: Condition): Document {
  const pages = Array.from(pagesOf(file), (node) => pageFacts(file, node));
  const spaces = new ColourSpaces(file);
  const metadata = file.stream(file.root.entries.get("Metadata"));
  return {
    file,
    condition,
    pages,
    xmp: readXmp(metadata ? file.decode(metadata).bytes : undefined),
    intents: readIntents(file),
    shared: { file, spaces, fonts: new Map(), shadings: new Map() },
  };
}
