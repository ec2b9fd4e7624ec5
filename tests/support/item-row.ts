import { ItemRow, type Item } from "../../src/galley/items.ts";

/** Items packed into a row, as the breaker reads them. */
export function rowOf(items: readonly Item[]): ItemRow {
  const row = new ItemRow();
  for (const item of items) row.put(item);
  return row;
}
