import { ColourSpaces, interpret, type Mark, type Use } from "../../../src/preflight/content/index.ts";
import { pageFacts } from "../../../src/preflight/page-facts.ts";
import { EMPTY_DICT, pagesOf, type Limits } from "../../../src/preflight/reader/index.ts";
import { onePage, openBuilt, type PageOrder } from "./build.ts";

/** What the interpreter makes of a page. */
export function marksOf(
  order: PageOrder,
  limits?: Limits,
): { readonly marks: readonly Mark[]; readonly uses: readonly Use[] } {
  const file = openBuilt(onePage(order), limits);
  const [node] = pagesOf(file);
  if (node === undefined) throw new Error("there is no page");
  const marks: Mark[] = [];
  const uses: Use[] = [];
  const shared = { file, spaces: new ColourSpaces(file), fonts: new Map(), shadings: new Map() };
  const stream = file.stream(node.dict.entries.get("Contents"));
  const resources = file.dict(node.inherited("Resources")) ?? EMPTY_DICT;
  const { media: area } = pageFacts(file, node);
  const streams = stream ? [stream] : [];
  interpret(shared, { streams, resources, area }, { mark: (mark) => marks.push(mark), use: (use) => uses.push(use) });
  return { marks, uses };
}

/** The only mark of a page, of the kind that is expected. */
export function theMark<K extends Mark["kind"]>(kind: K, order: PageOrder): Extract<Mark, { kind: K }> {
  const { marks } = marksOf(order);
  const [mark] = marks;
  if (marks.length !== 1 || mark?.kind !== kind) throw new Error(`marks: ${marks.map((one) => one.kind).join(", ")}`);
  return mark as Extract<Mark, { kind: K }>;
}
