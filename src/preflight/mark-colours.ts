import type { Colour, ColourSpace, Mark } from "./content/index.ts";

/** The flat colours of a mark: of fill and stroke, a stencil's, those along a shading. */
export function coloursOf(mark: Mark): readonly Colour[] {
  switch (mark.kind) {
    case "text":
      return [mark.fill, mark.stroke].filter((colour) => colour !== undefined);
    case "fill":
    case "stroke":
      return [mark.colour];
    case "image":
      return mark.stencil ? [mark.stencil] : [];
    case "shading":
      return mark.ends;
  }
}

/** The colour spaces of a mark, outermost first, with those that stand behind them. */
export function spacesOf(mark: Mark): readonly ColourSpace[] {
  const own = mark.kind === "image" || mark.kind === "shading" ? [mark.space] : [];
  const all = [...own, ...coloursOf(mark).map(({ space }) => space)];
  return [...new Set(all.filter((space) => space !== undefined))].flatMap(withInner);
}

/** A space with its base or alternate. */
export function withInner(space: ColourSpace): readonly ColourSpace[] {
  if (space.kind === "indexed") return [space, ...withInner(space.base)];
  if (space.kind === "inked") return [space, ...withInner(space.alternate)];
  if (space.kind === "pattern" && space.base) return [space, ...withInner(space.base)];
  return [space];
}

/** What a mark is, in a report. */
export function markName({ kind }: Mark): string {
  return { text: "type", fill: "an area", stroke: "a line", image: "a picture", shading: "a gradient" }[kind];
}
