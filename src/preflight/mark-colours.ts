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

/** The colour spaces of a mark, outermost first, with those that stand behind them; a space may come twice. */
export function spacesOf(mark: Mark): readonly ColourSpace[] {
  if (mark.kind === "image" || mark.kind === "shading") {
    const own = mark.space ? withInner(mark.space) : [];
    return [...own, ...coloursOf(mark).flatMap(({ space }) => withInner(space))];
  }
  const [first, second] = coloursOf(mark);
  if (first === undefined) return [];
  return second === undefined ? withInner(first.space) : [...withInner(first.space), ...withInner(second.space)];
}

const innerOf = new WeakMap<ColourSpace, readonly ColourSpace[]>();

/** A space with its base or alternate. */
export function withInner(space: ColourSpace): readonly ColourSpace[] {
  const known = innerOf.get(space);
  if (known) return known;
  const all = [space, ...behind(space).flatMap(withInner)];
  innerOf.set(space, all);
  return all;
}

function behind(space: ColourSpace): readonly ColourSpace[] {
  if (space.kind === "indexed") return [space.base];
  if (space.kind === "inked") return [space.alternate];
  return space.kind === "pattern" && space.base ? [space.base] : [];
}

/** What a mark is, in a report. */
export function markName({ kind }: Mark): string {
  return { text: "type", fill: "an area", stroke: "a line", image: "a picture", shading: "a gradient" }[kind];
}
