import { DEVICE_GRAY, type ColourSpace } from "./colour-space.ts";
import type { PdfObject } from "../reader/index.ts";

/** A colour as it is set: components in their space, or a pattern. */
export interface Colour {
  readonly space: ColourSpace;
  readonly values: readonly number[];
  readonly pattern?: PdfObject;
}

export const BLACK: Colour = { space: DEVICE_GRAY, values: [0] };

/** Inks on the paper, each from 0 to 1. */
export interface Inks {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
  /** Spot inks that are more than nothing, by name. */
  readonly spots: ReadonlyMap<string, number>;
  /** Whether it prints on every plate: Separation /All. */
  readonly all: boolean;
}

const NO_SPOTS: ReadonlyMap<string, number> = new Map();
const NONE: Inks = { c: 0, m: 0, y: 0, k: 0, spots: NO_SPOTS, all: false };
const PLATES: Readonly<Record<string, "c" | "m" | "y" | "k">> = { Cyan: "c", Magenta: "m", Yellow: "y", Black: "k" };

/**
 * What a colour puts on the plates; undefined where only a conversion could tell: RGB and Lab, but for white. Colours with a
 * profile of their own count by their numbers, as nearly every workflow leaves gray gray and white white.
 */
export function inksOf({ space, values }: Colour): Inks | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = values;
  switch (space.kind) {
    case "gray":
    case "calgray":
      return gray(first);
    case "cmyk":
      return cmyk(first, second, third, fourth);
    case "rgb":
    case "calrgb":
      return first >= 1 && second >= 1 && third >= 1 ? NONE : undefined;
    case "lab":
      return first >= 100 ? NONE : undefined;
    case "icc":
      if (space.components === 4) return cmyk(first, second, third, fourth);
      if (space.components === 1) return gray(first);
      return space.components === 3 && values.every((value) => value >= 1) ? NONE : undefined;
    case "indexed":
      return inksOf(lookUp(space, first));
    case "inked":
      return plates(space.names, values);
    case "pattern":
      return undefined;
  }
}

function gray(value: number): Inks {
  return { ...NONE, k: share(1 - value) };
}

function cmyk(c: number, m: number, y: number, k: number): Inks {
  return { c: share(c), m: share(m), y: share(y), k: share(k), spots: NO_SPOTS, all: false };
}

const share = (value: number): number => Math.max(0, Math.min(1, value));

function lookUp(space: Extract<ColourSpace, { kind: "indexed" }>, index: number): Colour {
  const from = Math.round(index) * space.base.components;
  const bytes = space.table.subarray(from, from + space.base.components);
  return { space: space.base, values: Array.from(bytes, (byte) => byte / 255) };
}

function plates(names: readonly string[], values: readonly number[]): Inks {
  const inks = { c: 0, m: 0, y: 0, k: 0 };
  const spots = new Map<string, number>();
  let all = false;
  for (const [index, name] of names.entries()) {
    const value = share(values[index] ?? 0);
    const plate = PLATES[name];
    if (plate) inks[plate] = value;
    else if (name === "All") {
      all = value > 0;
      Object.assign(inks, { c: value, m: value, y: value, k: value });
    } else if (name !== "None" && value > 0) spots.set(name, value);
  }
  return { ...inks, spots, all };
}

/**
 * Percent of all inks together. A spot ink counts as what stands for it in process inks, where the file says that, since the
 * paper has to hold either.
 */
export function totalInk(colour: Colour): number | undefined {
  const inks = inksOf(colour);
  if (inks === undefined) return undefined;
  const process = inks.c + inks.m + inks.y + inks.k;
  const { space } = colour;
  if (inks.spots.size === 0 || space.kind !== "inked") return 100 * process;
  const replaced = space.tint?.(colour.values);
  const alternate = replaced && totalInk({ space: space.alternate, values: replaced });
  const tints = [...inks.spots.values()].reduce((sum, tint) => sum + tint, 0);
  return Math.max(100 * (process + tints), alternate ?? 0);
}

/** How many inks a colour has. */
export function inkCount({ c, m, y, k, spots }: Inks): number {
  return [c, m, y, k].filter((value) => value > 0).length + spots.size;
}

/** Whether nothing is printed: the paper shows. */
export function isWhite(inks: Inks): boolean {
  return inkCount(inks) === 0;
}

/** Whether it is black alone, at least at this share. */
export function isBlackOnly({ c, m, y, k, spots }: Inks, least = 0): boolean {
  return k > least && c + m + y === 0 && spots.size === 0;
}

/** A colour in a report: “C 0 M 30 Y 100 K 0 %”. */
export function colourName(colour: Colour): string {
  const percent = (value: number): string => String(Math.round(value * 100));
  const { space, values } = colour;
  if (space.kind === "inked")
    return space.names.map((name, index) => `${name} ${percent(values[index] ?? 0)} %`).join(" + ");
  const inks = inksOf(colour);
  if (inks === undefined || space.components === 3) return `RGB ${values.map(percent).join(" ")} %`;
  if (isBlackOnly(inks)) return `K ${percent(inks.k)} %`;
  return `C ${percent(inks.c)} M ${percent(inks.m)} Y ${percent(inks.y)} K ${percent(inks.k)} %`;
}
