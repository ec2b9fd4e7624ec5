import { report } from "../../base/index.ts";
import { EXIT, gravest } from "../exit-codes.ts";
import { cannotWrite, type Drafted, type RunResult } from "../run.ts";
import { discardDrafts, publishDraft } from "./drafts.ts";
import { SAME_OUTPUT } from "./findings.ts";

/** Which file of a run came from which article. */
export type Taken = Map<string, string>;

/** Gives an article's files their names; two articles that would become one file are the desk's to part. */
export function publish({ report: told, code, drafts }: Drafted, taken: Taken): RunResult {
  const clash = drafts.find(({ path }) => taken.has(path));
  if (clash !== undefined) {
    discardDrafts(drafts);
    const message = `${taken.get(clash.path)} and ${told.article} would both become ${clash.path}`;
    const diagnostics = [...told.diagnostics, report(SAME_OUTPUT, message)];
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
