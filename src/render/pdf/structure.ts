import type { StructureElement, StructureType } from "../display/index.ts";
import { textString, type Kit, type Reference } from "./pdfkit.ts";

/** A piece of an element's content: marked content of a page by its number there. */
interface Piece {
  readonly page: Reference;
  readonly number: number;
  /** Counts the pieces of all pages. */
  readonly order: number;
}

/**
 * The structure tree of a file (ISO 32000-1, 14.7): elements with the pieces of marked content that are theirs, and the way
 * back from each page's pieces to the elements (the parent tree).
 */
export class StructureTree {
  private readonly kit: Kit;
  private readonly root: StructureElement;
  /** The root and all below it, each before its children. */
  private readonly all: readonly StructureElement[];
  private readonly types = new Map<number, StructureType>();
  private readonly pieces = new Map<number, Piece[]>();
  private count = 0;
  /** The owners of each page's pieces, in the order of their numbers. */
  private readonly pages = new Map<Reference, number[]>();

  constructor(kit: Kit, root: StructureElement) {
    this.kit = kit;
    this.root = root;
    this.all = allOf(root);
    for (const { id, type } of this.all) this.types.set(id, type);
  }

  /** A new piece of an element on a page; undefined when the tree has no such element. */
  piece(element: number, page: Reference): { readonly type: StructureType; readonly number: number } | undefined {
    const type = this.types.get(element);
    if (type === undefined) return undefined;
    const owners = this.ownersOn(page);
    const number = owners.length;
    owners.push(element);
    this.piecesOf(element).push({ page, number, order: this.count++ });
    return { type, number };
  }

  private piecesOf(element: number): Piece[] {
    let pieces = this.pieces.get(element);
    if (pieces === undefined) this.pieces.set(element, (pieces = []));
    return pieces;
  }

  /** A page says where its owners are listed (StructParents) at once: pdfkit writes a page when the next one begins. */
  private ownersOn(page: Reference): number[] {
    let owners = this.pages.get(page);
    if (owners === undefined) {
      owners = [];
      page.data["StructParents"] = this.pages.size;
      this.pages.set(page, owners);
    }
    return owners;
  }

  /** Writes the tree and hangs it into the catalog. */
  write(): void {
    const root = this.kit.ref({ Type: "StructTreeRoot" });
    const elements = new Map(this.all.map(({ id }) => [id, this.kit.ref()]));
    this.writeElement(this.root, root, elements);
    const tree = [...this.pages.values()].flatMap((owners, index) => [
      index,
      owners.map((owner) => elements.get(owner)),
    ]);
    Object.assign(root.data, {
      K: [elements.get(this.root.id)],
      ParentTree: { Nums: tree },
      ParentTreeNextKey: this.pages.size,
    });
    // pdfkit ends both when it ends the document.
    this.kit._root.data["StructTreeRoot"] = root;
    this.kit._root.data["MarkInfo"] = this.kit.ref({ Marked: true });
  }

  private writeElement(element: StructureElement, parent: Reference, elements: ReadonlyMap<number, Reference>): void {
    const own = elements.get(element.id);
    if (own === undefined) return;
    Object.assign(own.data, {
      Type: "StructElem",
      S: element.type,
      P: parent,
      ...this.kidsOf(element, elements),
      ...(element.alternative !== undefined && { Alt: textString(element.alternative) }),
      ...(element.actual !== undefined && { ActualText: textString(element.actual) }),
      ...attributesOf(element),
    });
    own.end();
    for (const child of element.children) this.writeElement(child, own, elements);
  }

  /** Pieces and children as they come on the pages; where an element has no pieces of its own, children in their order. */
  private kidsOf(element: StructureElement, elements: ReadonlyMap<number, Reference>): Record<string, unknown> {
    const own = this.pieces.get(element.id) ?? [];
    const page = own[0]?.page;
    // A number alone is a piece on the element's page (Pg; ISO 32000-1, 14.7.4.2).
    const pieces = own.map((piece) => ({
      order: piece.order,
      kid: (piece.page === page ? piece.number : { Type: "MCR", Pg: piece.page, MCID: piece.number }) as unknown,
    }));
    const children = element.children.map((child) => ({
      order: this.firstOf(child),
      kid: elements.get(child.id) as unknown,
    }));
    const kids = [...pieces, ...children];
    if (page !== undefined) kids.sort((a, b) => a.order - b.order);
    return { ...(page !== undefined && { Pg: page }), K: kids.map(({ kid }) => kid) };
  }

  /** When the first content of an element, or of one below it, comes. */
  private firstOf(element: StructureElement): number {
    let first = this.pieces.get(element.id)?.[0]?.order ?? Infinity;
    for (const child of element.children) first = Math.min(first, this.firstOf(child));
    return first;
  }
}

/** What readers need to know of lists and tables (ISO 32000-1, 14.8.5.5 and 14.8.5.7). */
function attributesOf({ type, ordered }: StructureElement): Record<string, unknown> {
  if (type === "TH") return { A: { O: "Table", Scope: "Column" } };
  if (type === "L") return { A: { O: "List", ListNumbering: ordered === true ? "Decimal" : "Disc" } };
  return {};
}

function allOf(root: StructureElement): StructureElement[] {
  const all: StructureElement[] = [];
  const add = (element: StructureElement): void => {
    all.push(element);
    element.children.forEach(add);
  };
  add(root);
  return all;
}
