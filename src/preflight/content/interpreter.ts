import { EMPTY_DICT, isKind, joinBytes, type PdfDict, type PdfFile, type PdfStream } from "../reader/index.ts";
import { COLOUR_OPERATORS } from "./colour-operators.ts";
import { instructionsOf, type Instruction } from "./content-reader.ts";
import { initialState } from "./graphics-state.ts";
import { readImage } from "./image.ts";
import { Machine, type Inner, type Shared } from "./machine.ts";
import type { Sink } from "./mark.ts";
import { boxOf, concat, IDENTITY, isEmpty, matrixOf, meet, transformBox, type Box, type Matrix } from "./matrix.ts";
import type { Operators } from "./operators.ts";
import { boundsOf, cornersOf } from "./outline.ts";
import { PATH_OPERATORS } from "./path-operators.ts";
import { emitShading } from "./pattern.ts";
import { STATE_OPERATORS } from "./state-operators.ts";
import { TEXT_OPERATORS } from "./text-operators.ts";

const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };
/** Forms in forms; deeper than any layout program nests them. */
const DEEPEST = 28;

const NEW_LINE = Uint8Array.of(10);
/** A form costs as much as so many operators, so that forms which draw others again and again come to an end. */
const COST = 25;
const MARKED_CONTENT = ["MP", "DP", "BMC", "BDC", "EMC", "BX", "EX", "d0", "d1"];

const OPERATORS: Operators = {
  ...STATE_OPERATORS,
  ...COLOUR_OPERATORS,
  ...PATH_OPERATORS,
  ...TEXT_OPERATORS,
  ...Object.fromEntries(MARKED_CONTENT.map((word) => [word, () => undefined])),
  q: (machine) => {
    machine.save();
  },
  Do: (machine, [name]) => {
    const object = isKind(name, "name") ? machine.resource("XObject", name.name) : undefined;
    const stream = machine.shared.file.stream(object);
    if (stream) drawObject(machine, stream);
  },
  sh: (machine, [name]) => {
    const shading = isKind(name, "name") ? machine.shared.file.dict(machine.resource("Shading", name.name)) : undefined;
    const box = machine.visible(machine.state.clip);
    if (box) emitShading(machine, shading, box);
  },
};

/** What is drawn on an empty sheet: the streams of a page, or what an annotation looks like. */
export interface Drawing {
  readonly streams: readonly PdfStream[];
  readonly resources: PdfDict;
  /** What may be painted on: the MediaBox. */
  readonly area: Box;
  readonly ctm?: Matrix;
}

/**
 * Goes through content as a printer would and hands on what it paints and uses. Forms, tiles and glyphs that draw themselves
 * are cut off; the budget ends what is too much.
 */
export function interpret(shared: Shared, { streams, resources, area, ctm = IDENTITY }: Drawing, sink: Sink): void {
  const state = initialState(ctm, area);
  const frame = { resources, base: ctm, within: undefined, depth: 0 };
  const machine = new Machine(shared, sink, { state, frame, draw: drawInner });
  run(machine, streams, 0);
}

/** Streams of one page are one program: an operator may stand in another stream than its operands. */
function run(machine: Machine, streams: readonly PdfStream[], floor: number): void {
  const { file } = machine.shared;
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    const { bytes, packed } = file.decode(stream);
    if (packed !== undefined) machine.sink.use({ kind: "fault", what: `content packed by ${packed}` });
    else if (!file.budget.spend("content", bytes.length)) return;
    else parts.push(...(parts.length > 0 ? [NEW_LINE] : []), bytes);
  }
  for (const instruction of instructionsOf(joinBytes(parts), file.budget)) execute(machine, instruction, floor);
  if (machine.stack.length > floor) machine.sink.use({ kind: "unbalanced", what: "q without Q" });
}

function execute(machine: Machine, { operator, operands, inline }: Instruction, floor: number): void {
  if (operator === "Q") return machine.restore(floor);
  if (operator === "BI" && inline === undefined)
    return machine.sink.use({ kind: "fault", what: "a picture in the content that does not end" });
  if (inline) return drawImage(machine, inline.dict, { kind: "stream", dict: inline.dict, data: inline.data });
  const operate = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (operate) operate(machine, operands);
  else machine.sink.use({ kind: "operator", word: operator });
}

function drawObject(machine: Machine, stream: PdfStream): void {
  const { file } = machine.shared;
  const { entries } = stream.dict;
  const type = file.name(entries.get("Subtype"));
  if (type === "Image") drawImage(machine, stream.dict, stream);
  else if (type === "PS") machine.sink.use({ kind: "postscript" });
  else if (type === "Form") drawForm(machine, stream);
}

function drawForm(machine: Machine, stream: PdfStream): void {
  const { file } = machine.shared;
  const { entries } = stream.dict;
  machine.sink.use({ kind: "form", stream });
  const matrix = matrixOf(file.numbersOf(entries.get("Matrix"))) ?? IDENTITY;
  machine.draw({
    stream,
    resources: file.dict(entries.get("Resources")),
    ctm: concat(matrix, machine.state.ctm),
    bounds: boxOf(file.numbersOf(entries.get("BBox"))),
  });
}

function drawInner(machine: Machine, inner: Inner): void {
  const { stream, resources, ctm, bounds, within, fill } = inner;
  const { state, frame, text, stack, active } = machine;
  const clip = bounds ? meet(state.clip, transformBox(bounds, ctm)) : state.clip;
  if (isEmpty(clip) || !machine.shared.file.budget.spend("operators", COST)) return;
  if (active.has(stream) || frame.depth >= DEEPEST) {
    const what = active.has(stream) ? "a form that draws itself" : `forms nested deeper than ${DEEPEST}`;
    machine.sink.use({ kind: "fault", what });
    return;
  }
  active.add(stream);
  machine.state = { ...state, ctm, clip, ...(fill && { fill, stroke: fill }) };
  machine.frame = {
    resources: resources ?? frame.resources,
    base: ctm,
    within: frame.within ?? within,
    depth: frame.depth + 1,
  };
  machine.stack = [];
  run(machine, [stream], 0);
  Object.assign(machine, { state, frame, text, stack });
  machine.path.clear();
  active.delete(stream);
}

function drawImage(machine: Machine, dict: PdfDict, stream: PdfStream): void {
  const { file, spaces } = machine.shared;
  const { ctm, fill, overprintFill, fillAlpha } = machine.state;
  const outline = cornersOf(UNIT, ctm);
  const bounds = boundsOf(outline);
  const box = bounds && machine.visible(bounds);
  if (box === undefined) return;
  const facts = readImage(file, dict, ctm, { spaces, resources: machine.frame.resources, fill });
  const masked = file.stream(dict.entries.get("SMask")) !== undefined;
  if (!file.budget.spend("operators", COST)) return;
  const { transparent, ...manner } = machine.manner(overprintFill, fillAlpha);
  machine.emit({ kind: "image", box, outline, dict, stream, ...facts, ...manner, transparent: transparent || masked });
}

/** Draws an annotation's appearance into its rectangle (ISO 32000-1, 12.5.5, algorithm 8.1). */
export function interpretAppearance(shared: Shared, stream: PdfStream, rect: Box, area: Box, sink: Sink): void {
  const { file } = shared;
  const { entries } = stream.dict;
  const matrix = matrixOf(file.numbersOf(entries.get("Matrix"))) ?? IDENTITY;
  const drawn = transformBox(boxOf(file.numbersOf(entries.get("BBox"))) ?? UNIT, matrix);
  const [width, height] = [drawn.right - drawn.left, drawn.top - drawn.bottom];
  if (!(width > 0 && height > 0)) return;
  const [x, y] = [(rect.right - rect.left) / width, (rect.top - rect.bottom) / height];
  const fit: Matrix = [x, 0, 0, y, rect.left - drawn.left * x, rect.bottom - drawn.bottom * y];
  const resources = appearanceResources(file, stream);
  interpret(shared, { streams: [stream], resources, area: meet(area, rect), ctm: concat(matrix, fit) }, sink);
}

function appearanceResources(file: PdfFile, stream: PdfStream): PdfDict {
  return file.dict(stream.dict.entries.get("Resources")) ?? EMPTY_DICT;
}
