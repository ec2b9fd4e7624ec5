import { boundsOf } from "./outline.ts";
import type { Machine } from "./machine.ts";
import { grow, heightOf, leastScale, meet, scaleX, scaleY, widthOf } from "./matrix.ts";
import type { Operators } from "./operators.ts";
import { fillPattern } from "./pattern.ts";
import { numbers } from "./state-operators.ts";

/** Operators that build and paint paths (ISO 32000-1, tables 59 to 61). */
export const PATH_OPERATORS: Operators = {
  m: (machine, operands) => {
    const [x = 0, y = 0] = numbers(operands);
    machine.path.move(x, y, machine.state.ctm);
  },
  l: (machine, operands) => {
    const [x = 0, y = 0] = numbers(operands);
    machine.path.line(x, y, machine.state.ctm);
  },
  c: (machine, operands) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers(operands);
    machine.path.curve([a, b, c, d, e, f], machine.state.ctm);
  },
  v: (machine, operands) => {
    const [c = 0, d = 0, e = 0, f = 0] = numbers(operands);
    machine.path.curve([...machine.path.at, c, d, e, f], machine.state.ctm);
  },
  y: (machine, operands) => {
    const [a = 0, b = 0, e = 0, f = 0] = numbers(operands);
    machine.path.curve([a, b, e, f, e, f], machine.state.ctm);
  },
  re: (machine, operands) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers(operands);
    machine.path.rectangle(x, y, width, height, machine.state.ctm);
  },
  h: (machine) => {
    machine.path.close();
  },
  n: paint(),
  f: paint("fill"),
  F: paint("fill"),
  "f*": paint("even-odd"),
  S: paint("stroke"),
  s: paint("stroke"),
  B: paint("fill", "stroke"),
  "B*": paint("even-odd", "stroke"),
  b: paint("fill", "stroke"),
  "b*": paint("even-odd", "stroke"),
  W: awaitClip,
  "W*": awaitClip,
};

function awaitClip(machine: Machine): void {
  machine.pendingClip = true;
}

function paint(...ways: readonly ("fill" | "even-odd" | "stroke")[]): Operators[string] {
  return (machine) => {
    if (ways.includes("fill")) fill(machine, false);
    if (ways.includes("even-odd")) fill(machine, true);
    if (ways.includes("stroke")) stroke(machine);
    if (machine.pendingClip) clip(machine);
    machine.pendingClip = false;
    machine.path.clear();
  };
}

function clip(machine: Machine): void {
  const bounds = boundsOf(machine.path.outline);
  // An empty path clips everything away.
  machine.state.clip = meet(machine.state.clip, bounds ?? { left: 1, bottom: 1, right: 0, top: 0 });
}

function fill(machine: Machine, evenOdd: boolean): void {
  const { outline } = machine.path;
  const bounds = boundsOf(outline);
  const box = bounds && machine.visible(bounds);
  if (bounds === undefined || box === undefined) return;
  const { fill: colour, overprintFill, fillAlpha } = machine.state;
  const manner = machine.manner(overprintFill, fillAlpha);
  if (colour.pattern !== undefined) return fillPattern(machine, colour, box);
  const thickness = Math.min(widthOf(bounds), heightOf(bounds));
  machine.emit({ kind: "fill", box, colour, outline, evenOdd, thickness, ...manner });
}

function stroke(machine: Machine): void {
  const { stroke: colour, overprintStroke, strokeAlpha, lineWidth, ctm } = machine.state;
  const half = (lineWidth * Math.max(scaleX(ctm), scaleY(ctm))) / 2;
  const bounds = boundsOf(machine.path.outline);
  const box = bounds && machine.visible(grow(bounds, half));
  if (box === undefined) return;
  if (colour.pattern !== undefined) return fillPattern(machine, colour, box);
  const width = lineWidth * leastScale(ctm);
  machine.emit({ kind: "stroke", box, colour, width, ...machine.manner(overprintStroke, strokeAlpha) });
}
