import type { StructureElement, StructureType } from "../display/index.ts";
import { textString, type Kit, type Reference } from "./pdfkit.ts";

/** A piece of an element's content: marked content of a page by its number there. */
interface Piece {
  readonly page: Reference;
  readonly number: number;
  /** Counts the pieces of all pages. */
  readonly order: number;
}

/** An element of the article that is open, its pieces in their order, and once it is written its object. */
interface Entry {
  readonly element: StructureElement;
  readonly pieces: Piece[];
  object: Reference | undefined;
}

/** What is above the elements of articles: nothing, or the whole of a file that holds several. */
export type Top = "article" | "document";

/**
 * The structure tree of a file (ISO 32000-1, 14.7): elements with the pieces of marked content that are theirs, and the way
 * back from each page's pieces to the elements (the parent tree). Articles come one after the other, each with elements
 * numbered for itself; of those that are written only references are kept.
 */
export class StructureTree {
  private readonly kit: Kit;
  private readonly top: Top;
  private tree: Reference | undefined;
  private document: Reference | undefined;
  /** The articles that are written, and the owners of the pieces of each page that is. */
  private readonly articles: Reference[] = [];
  private readonly owners: (readonly (Reference | undefined)[])[] = [];

  private root: StructureElement | undefined;
  private language: string | undefined;
  /** By the numbers of their elements, in the order of the tree. */
  private entries = new Map<number, Entry>();
  private count = 0;
  /** The owners of each page's pieces, in the order of their numbers. */
  private pages = new Map<Reference, Entry[]>();

  constructor(kit: Kit, top: Top) {
    this.kit = kit;
    this.top = top;
  }

  /** Pieces from here on are of these elements; `language` where it is not the file's. */
  open(root: StructureElement, language?: string): void {
    this.root = root;
    this.language = language;
    this.entries = new Map();
    this.enter(root);
    this.pages = new Map();
  }

  private enter(element: StructureElement): void {
    this.entries.set(element.id, { element, pieces: [], object: undefined });
    for (const child of element.children) this.enter(child);
  }

  /** A new piece of an element on a page; undefined when the tree has no such element. */
  piece(element: number, page: Reference): { readonly type: StructureType; readonly number: number } | undefined {
    const entry = this.entries.get(element);
    if (entry === undefined) return undefined;
    const owners = this.ownersOn(page);
    const number = owners.length;
    owners.push(entry);
    entry.pieces.push({ page, number, order: this.count++ });
    return { type: entry.element.type, number };
  }

  /** A page says where its owners are listed (StructParents) at once: pdfkit writes a page when the next one begins. */
  private ownersOn(page: Reference): Entry[] {
    let owners = this.pages.get(page);
    if (owners === undefined) {
      owners = [];
      page.data["StructParents"] = this.owners.length + this.pages.size;
      this.pages.set(page, owners);
    }
    return owners;
  }

  /** Writes the elements of the article that was opened last. */
  close(): void {
    const { root } = this;
    if (root === undefined) return;
    this.tree ??= this.kit.ref({ Type: "StructTreeRoot" });
    if (this.top === "document") this.document ??= this.kit.ref({ Type: "StructElem", S: "Document", P: this.tree });
    for (const entry of this.entries.values()) entry.object = this.kit.ref();
    const own = this.objectOf(root);
    if (own !== undefined) {
      if (this.language !== undefined) own.data["Lang"] = textString(this.language);
      this.articles.push(own);
    }
    this.writeElement(root, this.document ?? this.tree);
    for (const owners of this.pages.values()) this.owners.push(owners.map(({ object }) => object));
    // The parent tree refers to all of them to the end; what they said is in the file.
    for (const { object } of this.entries.values()) if (object !== undefined) object.data = {};
    this.root = undefined;
  }

  /** Hangs the tree into the catalog. */
  write(): void {
    const { tree, document } = this;
    if (tree === undefined) return;
    if (document !== undefined) {
      document.data["K"] = this.articles;
      document.end();
    }
    Object.assign(tree.data, {
      K: document === undefined ? this.articles : [document],
      ParentTree: { Nums: this.owners.flatMap((owners, index) => [index, owners]) },
      ParentTreeNextKey: this.owners.length,
    });
    // pdfkit ends both when it ends the document.
    this.kit._root.data["StructTreeRoot"] = tree;
    this.kit._root.data["MarkInfo"] = this.kit.ref({ Marked: true });
  }

  private objectOf({ id }: StructureElement): Reference | undefined {
    return this.entries.get(id)?.object;
  }

  private writeElement(element: StructureElement, parent: Reference): void {
    const own = this.objectOf(element);
    if (own === undefined) return;
    const { data } = own;
    data["Type"] = "StructElem";
    data["S"] = element.type;
    data["P"] = parent;
    this.addKids(data, element);
    if (element.alternative !== undefined) data["Alt"] = textString(element.alternative);
    if (element.actual !== undefined) data["ActualText"] = textString(element.actual);
    const attributes = attributesOf(element);
    if (attributes !== undefined) data["A"] = attributes;
    own.end();
    for (const child of element.children) this.writeElement(child, own);
  }

  /** Pieces and children as they come on the pages; where an element has no pieces of its own, children in their order. */
  private addKids(data: Record<string, unknown>, { id, children }: StructureElement): void {
    const pieces = this.entries.get(id)?.pieces ?? [];
    const page = pieces[0]?.page;
    if (page !== undefined) data["Pg"] = page;
    if (children.length === 0) data["K"] = pieces.map((piece) => kidOf(piece, page));
    else if (pieces.length === 0) data["K"] = children.map((child) => this.objectOf(child));
    else {
      const own = pieces.map((piece) => ({ kid: kidOf(piece, page), order: piece.order }));
      const below = children.map((child) => ({ kid: this.objectOf(child), order: this.firstOf(child) }));
      const kids = [...own, ...below].sort((a, b) => a.order - b.order);
      data["K"] = kids.map(({ kid }) => kid);
    }
  }

  /** When the first content of an element, or of one below it, comes. */
  private firstOf({ id, children }: StructureElement): number {
    let first = this.entries.get(id)?.pieces[0]?.order ?? Infinity;
    for (const child of children) first = Math.min(first, this.firstOf(child));
    return first;
  }
}

/** A number alone is a piece on the element's page (Pg; ISO 32000-1, 14.7.4.2). */
function kidOf({ page, number }: Piece, own: Reference | undefined): unknown {
  return page === own ? number : { Type: "MCR", Pg: page, MCID: number };
}

/** What readers need to know of lists and tables (ISO 32000-1, 14.8.5.5 and 14.8.5.7). */
function attributesOf({ type, ordered }: StructureElement): Record<string, unknown> | undefined {
  if (type === "TH") return { O: "Table", Scope: "Column" };
  if (type === "L") return { O: "List", ListNumbering: ordered === true ? "Decimal" : "Disc" };
  return undefined;
}
