import { hasErrors, report, type Diagnostic, type Finding } from "../base/index.ts";
import { makeUp, press, type Job, type MadeUp, type SpaceWish, type World } from "../pipeline.ts";
import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import type { ArticleReport } from "./report.ts";
import { placedChanges } from "./report-changes.ts";
import { articlesAt, pressPath, writeWhole } from "./workspace.ts";

/** What `set` and `check` are asked to do. */
export interface RunOrder {
  readonly articles: readonly string[];
  readonly template: string;
  readonly folio?: number;
  readonly space?: SpaceWish;
  /** The folder for press pages; nothing is written without it. */
  readonly out?: string;
  /** Whether the reports list what microtype changed. */
  readonly changes?: boolean;
}

export const NO_ARTICLES = {
  code: "app/no-articles",
  severity: "error",
  when: "A folder holds no file that could be an article.",
  hint: "articles end in .txt, .md, .markdown or .json",
} as const satisfies Finding;

export const SAME_OUTPUT = {
  code: "app/same-output",
  severity: "error",
  when: "Two articles of one run would be written to the same file.",
  hint: "rename one of them, or set them into different folders with --out",
} as const satisfies Finding;

export const CANNOT_WRITE = {
  code: "app/cannot-write",
  severity: "error",
  when: "A press page cannot be written.",
  hint: "check that the folder exists, is a folder, and may be written to",
} as const satisfies Finding;

/** An article's report and what it means for the exit code. */
export interface RunResult {
  readonly report: ArticleReport;
  readonly code: ExitCode;
}

/** Sets article after article and yields each one's report; a bad one never stops the rest. */
export async function* run(world: World, order: RunOrder): AsyncGenerator<RunResult> {
  const articles: string[] = [];
  for (const path of order.articles) {
    const found = articlesAt(path);
    if (found.length === 0)
      yield failed(path, order.template, EXIT.input, report(NO_ARTICLES, `${path} holds no articles`));
    articles.push(...found);
  }
  const clash = order.out === undefined ? undefined : firstClash(articles, order.out);
  if (clash !== undefined) {
    yield failed(
      clash[1],
      order.template,
      EXIT.usage,
      report(SAME_OUTPUT, `${clash[0]} and ${clash[1]} would both become ${clash[2]}`),
    );
    return;
  }
  for (const article of articles) yield await runOne(world, article, order);
}

function firstClash(articles: readonly string[], out: string): readonly [string, string, string] | undefined {
  const taken = new Map<string, string>();
  for (const article of articles) {
    const path = pressPath(article, out);
    const other = taken.get(path);
    if (other !== undefined) return [other, article, path];
    taken.set(path, article);
  }
  return undefined;
}

async function runOne(world: World, article: string, order: RunOrder): Promise<RunResult> {
  const { template, folio, space } = order;
  const job: Job = { article, template, ...(folio !== undefined && { folio }), ...(space && { space }) };
  const { value: madeUp, diagnostics } = makeUp(world, job);
  if (madeUp === undefined) return failed(article, order.template, EXIT.input, ...diagnostics);
  const written = order.out === undefined ? undefined : await write(world, madeUp, pressPath(article, order.out));
  const all = [...diagnostics, ...(written?.diagnostics ?? [])];
  const { tally, fit } = madeUp;
  const output = written?.output;
  const misfit = fit.state === "overset" || fit.state === "empty";
  const findings = misfit ? EXIT.doesNotFit : hasErrors(all) ? EXIT.findings : EXIT.done;
  const code = gravest([written?.code ?? EXIT.done, findings]);
  const changes = order.changes === true ? { changes: placedChanges(madeUp.article) } : {};
  const setting = { tally, ...(fit.state !== "free" && { fit }) };
  const result = { article, template, ...(output && { output }), ...setting, diagnostics: all, ...changes };
  return { report: result, code };
}

interface Written {
  readonly output?: string;
  readonly code: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
}

async function write(world: World, madeUp: MadeUp, path: string): Promise<Written> {
  const { value, diagnostics } = await press(world, madeUp);
  try {
    writeWhole(path, value);
    return { output: path, code: EXIT.done, diagnostics };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: EXIT.output, diagnostics: [...diagnostics, report(CANNOT_WRITE, `${path}: ${reason}`)] };
  }
}

function failed(article: string, template: string, code: ExitCode, ...diagnostics: Diagnostic[]): RunResult {
  return { report: { article, template, diagnostics }, code };
}
