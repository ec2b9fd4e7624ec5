import type { PdfDict, PdfStream } from "../reader/index.ts";
import { patternOf, type Machine, type ShadingFacts } from "./machine.ts";
import type { Colour } from "./colour.ts";
import { boxOf, concat, IDENTITY, matrixOf, type Box } from "./matrix.ts";
import { openFunctions } from "./pdf-function.ts";

/** Paints an area with a pattern: what its tile paints, or a shading (ISO 32000-1, 8.7). */
export function fillPattern(machine: Machine, colour: Colour, box: Box): void {
  const { file } = machine.shared;
  const pattern = patternOf(file, colour);
  if (pattern === undefined) return;
  if (pattern.tile) drawTile(machine, pattern.tile, colour, box);
  else emitShading(machine, file.dict(pattern.dict.entries.get("Shading")), box);
}

/** Where a shading is looked at between its ends. */
const SAMPLES = [0, 0.25, 0.5, 0.75, 1];

/** Hands on a shading with colours along its way, where one input makes them. */
export function emitShading(machine: Machine, shading: PdfDict | undefined, box: Box): void {
  if (shading === undefined) return;
  const { overprintFill, fillAlpha } = machine.state;
  const { space, ends } = readShading(machine, shading);
  machine.emit({ kind: "shading", box, space, ends, ...machine.manner(overprintFill, fillAlpha) });
}

/** A shading's colours are computed once. */
function readShading(machine: Machine, shading: PdfDict): ShadingFacts {
  const { shadings } = machine.shared;
  const known = shadings.get(shading);
  if (known) return known;
  const facts = computeShading(machine, shading);
  shadings.set(shading, facts);
  return facts;
}

function computeShading(machine: Machine, { entries }: PdfDict): ShadingFacts {
  const { file, spaces } = machine.shared;
  const space = spaces.open(entries.get("ColorSpace"), machine.frame.resources);
  const type = file.number(entries.get("ShadingType"));
  const [from = 0, to = 1] = file.numbersOf(entries.get("Domain")) ?? [];
  const functions = type === 2 || type === 3 ? openFunctions(file, entries.get("Function")) : [];
  const ends = SAMPLES.flatMap((sample) => {
    const values = functions.flatMap((compute) => compute([from + sample * (to - from)]) ?? []);
    return space && values.length === space.components ? [{ space, values }] : [];
  });
  return { space, ends };
}

/** A tile is drawn once, at its own place; what it paints stands for the area that it fills. */
function drawTile(machine: Machine, tile: PdfStream, colour: Colour, within: Box): void {
  const { file } = machine.shared;
  const { entries } = tile.dict;
  if (!machine.isNew(tile)) return;
  const matrix = matrixOf(file.numbersOf(entries.get("Matrix"))) ?? IDENTITY;
  const uncoloured = file.number(entries.get("PaintType")) === 2;
  const base = colour.space.kind === "pattern" ? colour.space.base : undefined;
  machine.draw({
    stream: tile,
    resources: file.dict(entries.get("Resources")),
    ctm: concat(matrix, machine.frame.base),
    bounds: boxOf(file.numbersOf(entries.get("BBox"))),
    within,
    ...(uncoloured && base && { fill: { space: base, values: colour.values } }),
  });
}
