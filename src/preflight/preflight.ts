import type { Condition } from "../condition/index.ts";
import { openDocument, type Document } from "./document.ts";
import { Fold } from "./fold.ts";
import { sizeInMm } from "./page-facts.ts";
import type { PlateMaker } from "./raster.ts";
import { Budget, latin1, PdfFile, type Limits } from "./reader/index.ts";
import type { PreflightReport } from "./report.ts";
import { lookAtPage } from "./look-at-page.ts";
import { checkBoxes } from "./rules/box-rules.ts";
import {
  checkDamage,
  checkEnds,
  checkStreams,
  checkTrailer,
  ENCRYPTED,
  isHarmless,
  NO_PDF,
  strangerIn,
} from "./rules/file-rules.ts";
import { watchColours } from "./rules/colour-rules.ts";
import { checkBleed, watchEdges } from "./rules/edge-rules.ts";
import { checkSizes, NO_PAGES, watchBlank } from "./rules/pages-rules.ts";
import { watchFonts } from "./rules/font-rules.ts";
import { watchGraphics } from "./rules/graphics-rules.ts";
import { watchInk } from "./rules/ink-rules.ts";
import { checkIntents } from "./rules/intent-rules.ts";
import { checkCatalog, checkPageKeys } from "./rules/interaction-rules.ts";
import { checkMetadata } from "./rules/metadata-rules.ts";
import { measurePages, type FileInk, type Measured } from "./rules/plate-rules.ts";
import { watchPictures } from "./rules/picture-rules.ts";
import { watchType } from "./rules/type-rules.ts";
import type { Tell } from "./rule.ts";
import { harmless, textOf } from "./text-string.ts";
import { xmpValue } from "./xmp.ts";

/** By what a file is judged. */
export interface PreflightOrder {
  readonly condition: Condition;
  /** Renders pages, so that their ink can be measured. */
  readonly plates?: PlateMaker;
  /** How much work a file may make. */
  readonly limits?: Limits;
}

/**
 * Judges whether a print shop with this condition would take a file: by the rules of PDF/X-4 (ISO 15930-7) and by what the
 * condition asks for. Any bytes will do; what is no PDF, or is damaged or hostile, is a finding, in bounded time and memory.
 */
export function preflight(bytes: Uint8Array, { condition, plates, limits }: PreflightOrder): PreflightReport {
  const fold = new Fold();
  const file = PdfFile.open(bytes, new Budget(limits, bytes.length));
  const stranger = strangerIn(file, bytes);
  if (stranger !== undefined) {
    fold.tell(NO_PDF, stranger);
    return reportOf(file, fold, { unchecked: ["anything else: the file is no PDF"] });
  }
  checkEnds(file, bytes, fold.tell);
  if (file.trailer.entries.has("Encrypt")) {
    fold.tell(ENCRYPTED, "the file is encrypted");
    return reportOf(file, fold, { unchecked: ["pages, fonts, colours and pictures: the file is encrypted"] });
  }
  const document = openDocument(file, condition);
  if (document.pages.length === 0) {
    if (file.root.entries.size > 0) fold.tell(NO_PAGES, "the document has no pages");
    else fold.tell(NO_PDF, "there is no document in it");
    checkDamage(file, fold.tell);
    return reportOf(file, fold, { document, unchecked: ["pages, fonts, colours and pictures: there is no page"] });
  }
  checkTrailer(file, fold.tell);
  checkMetadata(document, fold.tell);
  checkIntents(document, fold.tell);
  checkCatalog(document, fold.tell);
  checkSizes(document, fold.tell);
  checkPages(document, fold.tell);
  checkStreams(file, fold.tell);
  checkDamage(file, fold.tell);
  const { ink, unmeasured } = measure(document, plates, fold.tell);
  return reportOf(file, fold, { document, ink, unchecked: unmeasured });
}

function checkPages(document: Document, tell: Tell): void {
  const watches = [
    watchFonts,
    watchColours(document),
    watchGraphics,
    watchInk,
    watchType,
    watchPictures,
    watchEdges,
    watchBlank,
  ];
  for (const page of document.pages) {
    checkBoxes(document, page, tell);
    checkPageKeys(document, page, tell);
    checkBleed(document, page, tell);
    lookAtPage(document, page, watches, tell);
  }
}

/** Only what was read without trouble is handed to another program. */
function measure(document: Document, plates: PlateMaker | undefined, tell: Tell): Measured {
  const { file } = document;
  const isSound = [...file.faults.keys()].every(isHarmless) && file.budget.exhausted.length === 0;
  const reason = plates === undefined ? "nothing was there that renders pages" : "the file is damaged";
  if (plates === undefined || !isSound)
    return { ink: undefined, unmeasured: [`total ink was not measured: ${reason}`] };
  return measurePages(document, plates, tell);
}

interface Rest {
  readonly ink?: FileInk | undefined;
  readonly document?: Document;
  readonly unchecked: readonly string[];
}

function reportOf(file: PdfFile, { findings }: Fold, { document, ink, unchecked }: Rest): PreflightReport {
  const info = file.dict(file.trailer.entries.get("Info"))?.entries;
  const first = document?.pages[0];
  // The strings of an encrypted file are not what they say.
  const said = (key: string): string => (document ? textOf(file.string(info?.get(key))) : "");
  const claims = document ? xmpValue(document.xmp, "pdfxid", "GTS_PDFXVersion") : "";
  const version = file.name(file.root.entries.get("Version")) ?? /%PDF-(\d\.\d)/.exec(latin1(file.bytes, 0, 2048))?.[1];
  return {
    verdict: findings.some(({ rule }) => rule.severity === "error") ? "refused" : "accepted",
    pdfVersion: version && harmless(version.slice(0, 10)),
    claims: harmless((claims === "" ? said("GTS_PDFXVersion") : claims).slice(0, 60)),
    producer: harmless(said("Producer").slice(0, 200)),
    pages: document?.pages.length ?? 0,
    size: first && sizeInMm(first, first.trim),
    ...(ink && { ink }),
    unchecked,
    findings,
  };
}
