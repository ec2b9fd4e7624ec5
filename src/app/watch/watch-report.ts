import type { Diagnostic } from "../../base/index.ts";
import { fitText, type HumanStyle } from "../report-human.ts";
import type { SetAgain } from "./watch-articles.ts";

/**
 * Says in a line what became of an article that was set again, and below it only the findings that it had not before: whoever
 * writes looks at the proof, and back at the terminal when something has changed there.
 */
export function watchReporter({ paint }: HumanStyle): (again: SetAgain) => string {
  const before = new Map<string, ReadonlySet<string>>();
  return ({ report: { article, tally, fit, outputs, diagnostics }, milliseconds }) => {
    const known = before.get(article) ?? new Set();
    const findings = [...new Set(diagnostics.map(findingLine))];
    before.set(article, new Set(findings));
    const fresh = findings.filter((line) => !known.has(line));
    const old = findings.length - fresh.length;
    const pages = tally && `${tally.pages} ${tally.pages === 1 ? "page" : "pages"}`;
    const state = tally ? `${pages} · ${fitText(tally, fit)}` : paint.red("not set; the last proof stays");
    const facts = [state, ...(old > 0 ? [`${old} ${old === 1 ? "finding" : "findings"} as before`] : [])];
    const time = paint.dim(`${Math.round(milliseconds)} ms`);
    const goal = outputs.length > 0 ? ` → ${outputs.map((path) => paint.cyan(path)).join(", ")}` : "";
    return [`${paint.bold(article)} ${time} · ${facts.join(" · ")}${goal}`, ...fresh, ""].join("\n");
  };
}

function findingLine({ severity, message, code, place }: Diagnostic): string {
  const at = place?.kind === "source" ? ` ${place.source.name}:${place.line}:${place.column}` : "";
  return `  ${severity}: ${message} [${code}]${at}`;
}
