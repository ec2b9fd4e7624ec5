import type { DisplayPage } from "../render/display/index.ts";

/** A page without what the press prints beyond the trim, which is nothing to read. */
export function cutToTrim(page: DisplayPage): DisplayPage {
  return { ...page, bleed: page.trim, media: page.trim };
}
