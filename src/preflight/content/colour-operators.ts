import { isKind, type PdfObject } from "../reader/index.ts";
import type { Colour } from "./colour.ts";
import type { ColourSpace } from "./colour-space.ts";
import type { Machine } from "./machine.ts";
import type { Operators } from "./operators.ts";
import { numbers } from "./state-operators.ts";

type Side = "fill" | "stroke";

/** Operators of colour (ISO 32000-1, table 74). */
export const COLOUR_OPERATORS: Operators = {
  g: device("fill", "gray"),
  G: device("stroke", "gray"),
  rg: device("fill", "rgb"),
  RG: device("stroke", "rgb"),
  k: device("fill", "cmyk"),
  K: device("stroke", "cmyk"),
  cs: space("fill"),
  CS: space("stroke"),
  sc: components("fill"),
  scn: components("fill"),
  SC: components("stroke"),
  SCN: components("stroke"),
};

function device(side: Side, kind: "gray" | "rgb" | "cmyk"): Operators[string] {
  return (machine, operands) => {
    const found = machine.shared.spaces.device(kind, machine.frame.resources);
    machine.state[side] = { space: found, values: numbers(operands) };
  };
}

function space(side: Side): Operators[string] {
  return (machine, [name]) => {
    if (!isKind(name, "name")) return;
    const found = machine.shared.spaces.open(name, machine.frame.resources);
    if (found) machine.state[side] = { space: found, values: initialValues(found) };
    else machine.sink.use({ kind: "resource", category: "ColorSpace", name: name.name });
  };
}

/** The colour a space begins with (ISO 32000-1, table 74, CS). */
function initialValues(found: ColourSpace): readonly number[] {
  if (found.kind === "cmyk") return [0, 0, 0, 1];
  return Array.from({ length: Math.min(32, found.components) }, () => (found.kind === "inked" ? 1 : 0));
}

function components(side: Side): Operators[string] {
  return (machine, operands) => {
    const before = machine.state[side];
    const last = operands.at(-1);
    const pattern = isKind(last, "name") ? patternNamed(machine, last.name) : undefined;
    const colour: Colour = { space: before.space, values: numbers(operands) };
    machine.state[side] = pattern === undefined ? colour : { ...colour, pattern };
  };
}

function patternNamed(machine: Machine, name: string): PdfObject {
  return machine.shared.file.resolve(machine.resource("Pattern", name));
}
