import type { Slot, Template } from "../template/index.ts";

/** Where an article may stand on its first page. Rows and columns count from 0, rows from the grid's first one. */
export interface Space {
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Rows that the article may take, its heading with them. */
  readonly rows: number;
  /** How many columns wide it must be; the make-up chooses when undefined. */
  readonly columns?: number;
  /** Whether it must fill the rows to the last one, on this page alone. */
  readonly exact: boolean;
}

/** What a desk may ask of the space: a slot by name, rows or points of height, columns, or one whole page. */
export interface SpaceOrder {
  readonly slot?: Slot;
  readonly rows?: number;
  readonly columns?: number;
  readonly onePage?: boolean;
}

/** The space for an article on a template, cut to what the page has. */
export function spaceOf({ header, grid }: Template, order: SpaceOrder = {}): Space {
  const { slot } = order;
  const firstRow = slot?.row ?? header.rows;
  const most = grid.rows - firstRow;
  const rows = Math.min(most, order.rows ?? slot?.rows ?? most);
  const columns = order.columns ?? slot?.columns;
  const exact = order.rows !== undefined || slot !== undefined || order.onePage === true;
  return { firstRow, firstColumn: slot?.column ?? 0, rows, exact, ...(columns !== undefined && { columns }) };
}

/** The space of a page that an article goes on to. */
export function furtherSpace(template: Template): Space {
  return spaceOf(template);
}
