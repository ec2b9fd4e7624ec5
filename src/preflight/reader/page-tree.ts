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

/**
 * The pages in their order. What comes twice in a tree is taken once where it is a branch; a page that is listed twice is
 * printed twice. Loops, lost branches and trees of absurd depth end in what could be read.
 */
export function* pagesOf(file: PdfFile): Generator<PageNode> {
  const seen = new Set<number>();
  const open: { readonly branch: Branch; readonly kids: readonly PdfObject[]; next: number }[] = [];
  const enter = (object: PdfObject | undefined, parent: Branch | undefined): PdfDict | undefined => {
    const node = file.dict(object);
    if (node === undefined) return undefined;
    const kids = file.array(node.entries.get("Kids"));
    if (kids === undefined) return node;
    if (isRef(object)) {
      if (seen.has(object.number)) return undefined;
      seen.add(object.number);
    }
    if (open.length < DEEPEST) open.push({ branch: { node, parent }, kids, next: 0 });
    return undefined;
  };
  enter(file.root.entries.get("Pages"), undefined);
  let number = 0;
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const kid = top.kids[top.next++];
    if (kid === undefined) {
      open.pop();
      continue;
    }
    const { branch } = top;
    const dict = enter(kid, branch);
    if (dict === undefined) continue;
    if (!file.budget.spend("pages")) return;
    number += 1;
    yield { number, dict, inherited: (key) => inherited(key, { node: dict, parent: branch }) };
  }
}

function inherited(key: string, from: Branch): PdfObject | undefined {
  for (let branch: Branch | undefined = from; branch !== undefined; branch = branch.parent) {
    const value = branch.node.entries.get(key);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}
