import { lineText, type Place } from "../../base/index.ts";
import type { ArticleReport } from "../report.ts";

/** A report as JSON that is read back with all that reports show: of a source it keeps the line that a place is in. */
export function packReport(report: ArticleReport): string {
  return JSON.stringify(report, (_key, value: unknown) =>
    isSourcePlace(value)
      ? { ...value, source: { name: value.source.name, text: lineText(value.source, value.line) } }
      : value,
  );
}

/** The report again, with its lines at their places. */
export function unpackReport(packed: string): ArticleReport {
  return JSON.parse(packed, (_key, value: unknown) =>
    isSourcePlace(value)
      ? { ...value, source: { name: value.source.name, text: "\n".repeat(value.line - 1) + value.source.text } }
      : value,
  ) as ArticleReport;
}

function isSourcePlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "source" && "source" in value;
}
