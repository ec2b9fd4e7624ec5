import { cannotWrite } from "../cannot-write.ts";
import { report, type Diagnostic } from "../../base/index.ts";
import { EXIT, gravest } from "../exit-codes.ts";
import { type Drafted, type RunResult } from "../run.ts";
import { discardDrafts, publishDraft, type Draft } from "./drafts.ts";
import { SAME_OUTPUT } from "./findings.ts";

/** Which file of a run came from which article. */
export type Taken = Map<string, string>;

/** Gives an article's files their names; two articles, or pages, that would become one file are the desk's to part. */
export function publish({ report: told, code, drafts }: Drafted, taken: Taken): RunResult {
  const clash = clashOf(told.article, drafts, taken);
  if (clash !== undefined) {
    discardDrafts(drafts);
    const diagnostics = [...told.diagnostics, clash];
    return { report: { ...told, outputs: [], diagnostics }, code: gravest([EXIT.usage, code]) };
  }
  const outputs: string[] = [];
  for (const draft of drafts) {
    try {
      publishDraft(draft);
    } catch (error) {
      discardDrafts(drafts);
      const diagnostics = [...told.diagnostics, cannotWrite(draft.path, error)];
      return { report: { ...told, outputs, diagnostics }, code: gravest([EXIT.output, code]) };
    }
    taken.set(draft.path, told.article);
    outputs.push(draft.path);
  }
  return { report: told, code };
}

function clashOf(article: string, drafts: readonly Draft[], taken: Taken): Diagnostic | undefined {
  const paths = drafts.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined)
    return report(SAME_OUTPUT, `pages of ${article} would become one file, ${twice}`, undefined, PART_PAGES);
  const other = paths.find((path) => taken.has(path));
  return other === undefined
    ? undefined
    : report(SAME_OUTPUT, `${taken.get(other)} and ${article} would both become ${other}`);
}

const PART_PAGES = "give {page} a place in --name";
