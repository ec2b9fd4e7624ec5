import { isRef, type PdfDict, type PdfObject } from "./pdf-object.ts";
import type { PdfFile } from "./pdf-file.ts";

/** A page with what it inherits (ISO 32000-1, 7.7.3.4). */
export interface PageNode {
  /** Counted from 1. */
  readonly number: number;
  readonly dict: PdfDict;
  /** A value of the page's own or of its nearest parent that has one. */
  readonly inherited: (key: string) => PdfObject | undefined;
}

interface Branch {
  readonly node: PdfDict;
  readonly parent: Branch | undefined;
}

const DEEPEST = 200;

interface Open {
  readonly branch: Branch;
  readonly kids: readonly PdfObject[];
  next: number;
}

/**
 * The pages in their order. A page that is listed twice is printed twice. Branches that come back to themselves, trees of
 * absurd depth and what is no page are left out, and noted as faults of the file.
 */
export function* pagesOf(file: PdfFile): Generator<PageNode> {
  const seen = new Set<number>();
  const open: Open[] = [];
  enter(file, file.root.entries.get("Pages"), undefined, { open, seen });
  let number = 0;
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const kid = top.kids[top.next++];
    if (kid === undefined) {
      open.pop();
      continue;
    }
    const { branch } = top;
    const dict = enter(file, kid, branch, { open, seen });
    if (dict === undefined) continue;
    if (!file.budget.spend("pages")) return;
    if (file.dict(dict.entries.get("Parent")) !== branch.node)
      file.note("a page whose Parent is not the branch that lists it");
    if (file.name(dict.entries.get("Type")) !== "Page") file.note("a page that does not say that it is one");
    number += 1;
    yield { number, dict, inherited: (key) => inherited(key, { node: dict, parent: branch }) };
  }
  checkCount(file, number);
}

interface Walk {
  readonly open: Open[];
  readonly seen: Set<number>;
}

/** Opens a branch, or gives the dictionary of a page. */
function enter(
  file: PdfFile,
  object: PdfObject | undefined,
  parent: Branch | undefined,
  walk: Walk,
): PdfDict | undefined {
  const node = file.dict(object);
  if (node === undefined) {
    file.note("the page tree leads to something that is no page");
    return undefined;
  }
  const kids = file.array(node.entries.get("Kids"));
  if (kids === undefined) return node;
  const isLoop = isRef(object) && walk.seen.has(object.number);
  if (isLoop || walk.open.length >= DEEPEST) {
    file.note(isLoop ? "a branch of the page tree comes twice" : `the page tree is deeper than ${DEEPEST}`);
    return undefined;
  }
  if (isRef(object)) walk.seen.add(object.number);
  walk.open.push({ branch: { node, parent }, kids, next: 0 });
  return undefined;
}

function checkCount(file: PdfFile, number: number): void {
  const count = file.number(file.dict(file.root.entries.get("Pages"))?.entries.get("Count"));
  if (count !== number && number > 0)
    file.note(`the page tree says that it has ${count ?? "?"} pages, and has ${number}`);
}

function inherited(key: string, from: Branch): PdfObject | undefined {
  for (let branch: Branch | undefined = from; branch !== undefined; branch = branch.parent) {
    const value = branch.node.entries.get(key);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}
