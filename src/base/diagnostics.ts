import type { Rect } from "./geometry.ts";
import { positionAt, type Position, type Source } from "./source.ts";

/** `error` spoils the result, `warning` wants a look, `note` says what was done to the copy. */
export type Severity = "error" | "warning" | "note";

/** Where a finding is in what somebody wrote: the copy, a template, a configuration. `offset` and `length` are UTF-16 units. */
export interface Place extends Position {
  readonly kind: "source";
  readonly source: Source;
  readonly offset: number;
  readonly length: number;
}

/** Where a finding is on the made-up pages; page, column and row count from 1, the rectangle is in points from the trim's top left. */
export interface PagePlace {
  readonly page: number;
  readonly column?: number;
  readonly row?: number;
  readonly rect?: Rect;
}

/** One finding: what is wrong, where in the copy and where on the page, and what to try. `code` is stable and reads `room/finding`. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly place?: Place;
  readonly onPage?: PagePlace;
  readonly hint?: string;
}

/** A room's best product with its findings beside it; bad copy is data, not an exception. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a room declares of a finding, so that the list of findings can be read where they arise. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** When it occurs, one sentence, for the documentation. */
  readonly when: string;
  /** What to try; the same advice wherever it occurs, unless the call gives better. */
  readonly hint?: string;
}

/** A diagnostic of a declared finding. A hint given here replaces the declared one. */
export function report(finding: Finding, message: string, place?: Place, hint = finding.hint): Diagnostic {
  return {
    severity: finding.severity,
    code: finding.code,
    message,
    ...(place && { place }),
    ...(hint !== undefined && { hint }),
  };
}

/** The place of a stretch of a source, from its offset; `length` is how much a code frame underlines. */
export function sourcePlace(source: Source, offset: number, length = 1): Place {
  return { kind: "source", source, offset, length: Math.max(1, length), ...positionAt(source, offset) };
}

/** Whether any finding spoils the result. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
