import type { Mark } from "./content/index.ts";

/** A mark whose sizes are those of the printed page: a page's units may be larger than points (UserUnit; ISO 32000-1, 14.11.2). */
export function printedSize(mark: Mark, unit: number): Mark {
  if (unit === 1) return mark;
  switch (mark.kind) {
    case "text":
      return { ...mark, size: mark.size * unit };
    case "fill":
      return { ...mark, thickness: mark.thickness * unit };
    case "stroke":
      return { ...mark, width: mark.width * unit };
    case "image":
      return { ...mark, ppi: mark.ppi / unit };
    case "shading":
      return mark;
  }
}
