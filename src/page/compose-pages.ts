import { composePage, type Choice, type Composition } from "./composition.ts";
import type { Share } from "./layout.ts";
import type { Material } from "./material.ts";
import type { Piece } from "./piece.ts";
import { Rack } from "./rack.ts";
import { furtherSpace, type Space } from "./space.ts";

/** A page's composition, its place in the run of pages, and what else it might have been. */
export interface ComposedPage {
  readonly composition: Composition;
  readonly others: readonly Composition[];
  /** Counted from 1. */
  readonly number: number;
  /** What is printed as its number, where known. */
  readonly folio?: string;
}

/** Composed pages, and what of the text and the pictures has no place on them. */
export interface ComposedPages {
  readonly pages: readonly ComposedPage[];
  readonly rest: readonly Piece[];
  readonly pictures: readonly number[];
}

/** The desk's order for a run of pages. */
export interface RunOrder {
  readonly space: Space;
  /** The page number of the first page, where known. */
  readonly folio?: number;
  readonly compare?: boolean;
}

/** Composes page after page until text and pictures are used up; only one where the desk has set the space. */
export function composePages(material: Material, pieces: readonly Piece[], order: RunOrder): ComposedPages {
  const rack = new Rack(pieces);
  const found: Choice[] = [];
  let share: Share = firstShare(material, order);
  for (;;) {
    const { rows, columns } = share.space;
    const room = rows * (columns ?? material.template.grid.columns);
    const offered = picturesFor(share, room, rack);
    const choice = composePage(material, offered, rack.window(room), { compare: order.compare === true, cutOff: true });
    if (choice === undefined) break;
    const { best } = choice;
    // A page that takes nothing on would be followed by endless others like it.
    if (found.length > 0 && isBare(best)) break;
    found.push(choice);
    rack.putBack(best.filling.rest);
    share = furtherShare(material, share, best);
    if (share.space.exact || (rack.isEmpty && share.pictures.length === 0) || isBare(best)) break;
  }
  const pages = found.map(({ best, others }, index) => {
    const folio = folioOf(order, index, found.length);
    return { composition: best, others, number: index + 1, ...(folio !== undefined && { folio }) };
  });
  return { pages, rest: rack.rest, pictures: share.pictures };
}

function firstShare({ article }: Material, { space, folio }: RunOrder): Share {
  const pictures = article.pictures.map((_, index) => index);
  return { pictures, withHeading: true, space, folio: folio ?? 1, continued: false };
}

function furtherShare({ template }: Material, { pictures, space, folio }: Share, best: Composition): Share {
  const placed = best.pictures.map(({ picture }) => picture);
  const left = pictures.filter((picture) => !placed.includes(picture));
  const further = { withHeading: false, folio: folio + 1, continued: best.filling.rest.length > 0 };
  return { ...further, pictures: left, space: space.exact ? space : furtherSpace(template) };
}

/** Of the pictures so many as fall to a page that holds so many rows of the text that is left: they go where it goes. */
function picturesFor(share: Share, room: number, rack: Rack): Share {
  const { pictures, space } = share;
  if (space.exact || pictures.length === 0) return share;
  const part = Math.min(1, room / rack.rows);
  return { ...share, pictures: pictures.slice(0, Math.ceil(part * pictures.length)) };
}

function isBare({ filling, pictures }: Composition): boolean {
  return pictures.length === 0 && filling.segments.every((slugs) => slugs.length === 0);
}

/** A single page has no number unless the desk gives one; a run of pages is numbered from 1. */
function folioOf({ folio }: RunOrder, index: number, pages: number): string | undefined {
  if (folio !== undefined) return String(folio + index);
  return pages > 1 ? String(index + 1) : undefined;
}
