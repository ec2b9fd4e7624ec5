import type { FoldedFinding } from "./fold.ts";
import type { FileInk } from "./rules/plate-rules.ts";

/** Whether a print shop would take the file. */
export type Verdict = "accepted" | "refused";

/** A file's judgement. */
export interface PreflightReport {
  readonly verdict: Verdict;
  /** As the header, or the catalog, names it; undefined when it is no PDF. */
  readonly pdfVersion: string | undefined;
  /** What PDF/X the file says that it is; empty when it says nothing. */
  readonly claims: string;
  readonly producer: string;
  readonly pages: number;
  /** Width and height in millimetres of the first page when trimmed. */
  readonly size: readonly [number, number] | undefined;
  /** The most ink on any page; undefined when it was not measured. */
  readonly ink?: FileInk;
  /** What was not checked, and why; sentences. */
  readonly unchecked: readonly string[];
  /** Errors first. */
  readonly findings: readonly FoldedFinding[];
}
