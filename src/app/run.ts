import { basename, join } from "node:path";
import { hasErrors, type Diagnostic, type Outcome } from "../base/index.ts";
import type { Article } from "../article/index.ts";
import { fileNameOf, type Sheet } from "../condition/index.ts";
import {
  archive,
  makeUp,
  press,
  proof,
  screen,
  UNDATED,
  UNKNOWN_CONDITION,
  UNKNOWN_TEMPLATE,
  type Job,
  type MadeUp,
  type ProofOrder,
  type SpaceWish,
  type World,
} from "../pipeline.ts";
import { writeDraft, type Draft } from "./batch/drafts.ts";
import { cannotWrite } from "./cannot-write.ts";
import { EXIT, gravest, type ExitCode } from "./exit-codes.ts";
import type { Purpose } from "./purposes.ts";
import type { ArticleReport } from "./report.ts";
import { placedChanges } from "./report-changes.ts";
import { heldBack, uncredited, type RightsOrder } from "./rights.ts";
import { outputPath } from "./workspace.ts";

/** What `set` and `check` are asked to do. */
export interface RunOrder {
  readonly articles: readonly string[];
  readonly template: string;
  readonly condition?: string;
  readonly icc?: string;
  readonly folio?: number;
  readonly space?: SpaceWish;
  /** Where press pages go, and how; nothing is written without it. */
  readonly delivery?: Delivery;
  /** By which time and wishes rights are judged. */
  readonly rights: RightsOrder;
  /** Whether the reports list what microtype changed. */
  readonly changes?: boolean;
}

/** How files are written. */
export interface Delivery {
  /** The folder. */
  readonly out: string;
  /** All are made from one make-up, and share every line break. */
  readonly purposes: readonly Purpose[];
  /** For the press, a file for each page, named by this pattern, or by the condition's own where it is empty; otherwise one for each article. */
  readonly pages?: { readonly pattern?: string };
  /** All articles in one file for each purpose, called by this name. */
  readonly oneFile?: string;
  /** The newspaper's title, for file names. */
  readonly title?: string;
  /** ISO 8601 date in the place of the article's own. */
  readonly date?: string;
  readonly version: number;
  /** What is printed around the page in the place of what the condition asks. */
  readonly sheet?: Partial<Sheet>;
  readonly proof: Omit<ProofOrder, "page">;
}

/** An article's report and what it means for the exit code. */
export interface RunResult {
  readonly report: ArticleReport;
  readonly code: ExitCode;
}

/** What was made of an article; its files are written, but do not have their names yet. */
export interface Drafted extends RunResult {
  readonly drafts: readonly Draft[];
}

/** Sets one article; `deliver` brings its pages where they are to go. */
export async function setArticle(
  world: World,
  article: string,
  order: RunOrder,
  deliver: Deliver = deliverFiles,
): Promise<Drafted> {
  const { template, folio, space, condition, icc } = order;
  const job: Job = {
    article,
    template,
    ...(condition !== undefined && { condition }),
    ...(icc !== undefined && { icc }),
    ...(folio !== undefined && { folio }),
    ...(space && { space }),
  };
  const { value: madeUp, diagnostics } = makeUp(world, job);
  if (madeUp === undefined)
    return { ...failed(article, order.template, codeOfUnusable(diagnostics), ...diagnostics), drafts: [] };
  // Where there is no room for it there are no pages, and a file without pages nobody can open.
  if (madeUp.pages.length === 0)
    return { ...failed(article, order.template, EXIT.doesNotFit, ...diagnostics), drafts: [] };
  const rights = judgeRights(madeUp.article, order);
  const written = rights.delivery && (await deliver(world, madeUp, rights.delivery));
  const all = [...diagnostics, ...rights.diagnostics, ...(written?.diagnostics ?? [])];
  const { tally, fit } = madeUp;
  const misfit = fit.state === "overset" || fit.state === "empty";
  const findings = misfit ? EXIT.doesNotFit : hasErrors(all) ? EXIT.findings : EXIT.done;
  const code = gravest([rights.code, written?.code ?? EXIT.done, findings]);
  const changes = order.changes === true ? { changes: placedChanges(madeUp.article) } : {};
  const setting = { tally, ...(fit.state !== "free" && { fit }) };
  const drafts = written?.drafts ?? [];
  const outputs = drafts.map(({ path }) => path);
  return { report: { article, template, outputs, ...setting, diagnostics: all, ...changes }, code, drafts };
}

/** What of an order's files may be written, and why not all: nothing of what is held back, no press page without credits. */
function judgeRights(article: Article, { rights, delivery }: RunOrder) {
  const held = heldBack(article, rights);
  if (held.length > 0) return { delivery: undefined, diagnostics: held, code: EXIT.rights };
  const forPress = delivery?.purposes.includes("press") === true;
  const diagnostics = forPress ? uncredited(article) : [];
  if (delivery === undefined || diagnostics.length === 0) return { delivery, diagnostics, code: EXIT.done };
  const purposes = delivery.purposes.filter((purpose) => purpose !== "press");
  return { delivery: { ...delivery, purposes }, diagnostics, code: EXIT.rights };
}

/** What of an article was brought where it is to go. */
export interface Written {
  readonly drafts: readonly Draft[];
  readonly code: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
}

/** Brings an article's pages where a delivery says. */
export type Deliver = (world: World, madeUp: MadeUp, delivery: Delivery) => Promise<Written>;

/** A file that is to be written: all of an article's pages, or one of them, counted from 0. */
interface PlannedFile {
  readonly purpose: Purpose;
  readonly path: string;
  readonly page?: number;
}

async function deliverFiles(world: World, madeUp: MadeUp, delivery: Delivery): Promise<Written> {
  const results: Written[] = [];
  for (const file of filesOf(madeUp, delivery)) results.push(await write(world, madeUp, file, delivery));
  return {
    drafts: results.flatMap(({ drafts }) => drafts),
    code: gravest(results.map(({ code }) => code)),
    diagnostics: unique(results.flatMap(({ diagnostics }) => diagnostics)),
  };
}

/** What is true of the article is found again for each of its pages. */
export function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

function filesOf(madeUp: MadeUp, delivery: Delivery): readonly PlannedFile[] {
  return delivery.purposes.flatMap((purpose) => {
    if (purpose === "proof") return proofFiles(madeUp, delivery);
    if (purpose === "press" && delivery.pages !== undefined) return pageFiles(madeUp, delivery, delivery.pages);
    return [{ purpose, path: outputPath(madeUp.job.article, delivery.out, `${purpose}.pdf`) }];
  });
}

/** An image holds one page: further ones are numbered. */
function proofFiles({ job, pages }: MadeUp, { out, proof: { format } }: Delivery): readonly PlannedFile[] {
  return pages.map((_, page) => {
    const ending = page === 0 ? `proof.${format}` : `proof-${page + 1}.${format}`;
    return { purpose: "proof", path: outputPath(job.article, out, ending), page };
  });
}

function pageFiles(
  { article, press: shop, pages: all }: MadeUp,
  { out, title, date, version }: Delivery,
  { pattern = shop.condition.fileName }: NonNullable<Delivery["pages"]>,
): readonly PlannedFile[] {
  return all.map(({ number, folio }, page) => {
    const name = fileNameOf(pattern, {
      title: title ?? article.id,
      article: article.id,
      section: article.section.text,
      date: date ?? article.date ?? UNDATED,
      page: Number(folio ?? number),
      version,
      condition: shop.condition.name,
    });
    return { purpose: "press", path: join(out, name), page };
  });
}

async function write(world: World, madeUp: MadeUp, file: PlannedFile, delivery: Delivery): Promise<Written> {
  const { value, diagnostics } = await make(world, madeUp, file, delivery);
  try {
    return { drafts: [writeDraft(file.path, value)], code: EXIT.done, diagnostics };
  } catch (error) {
    return { drafts: [], code: EXIT.output, diagnostics: [...diagnostics, cannotWrite(file.path, error)] };
  }
}

function make(
  world: World,
  madeUp: MadeUp,
  { purpose, path, page }: PlannedFile,
  { date, version, sheet, proof: order }: Delivery,
): Promise<Outcome<Uint8Array>> {
  const dated = date === undefined ? {} : { date };
  if (purpose === "proof") return proof(world, madeUp, { ...order, page: page ?? 0 });
  if (purpose === "screen") return screen(world, madeUp, dated);
  if (purpose === "archive") return archive(world, madeUp, dated);
  return press(world, madeUp, {
    ...dated,
    version,
    file: basename(path),
    ...(page !== undefined && { page }),
    ...(sheet && { sheet: { ...madeUp.press.condition.sheet, ...sheet } }),
  });
}

/** What it comes to when template, print condition or article cannot be used: a name that stands for nothing is wrong usage. */
export function codeOfUnusable(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(({ code }) => NO_NAMES.has(code)) ? EXIT.usage : EXIT.input;
}

const NO_NAMES: ReadonlySet<string> = new Set([UNKNOWN_TEMPLATE.code, UNKNOWN_CONDITION.code]);

/** The result of an article that could not be set at all. */
export function failed(article: string, template: string, code: ExitCode, ...diagnostics: Diagnostic[]): RunResult {
  return { report: { article, template, outputs: [], diagnostics }, code };
}
