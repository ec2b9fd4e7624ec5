import { isKind, type PdfDict, type PdfObject } from "../reader/index.ts";
import type { Machine } from "./machine.ts";
import { concat, matrixOf } from "./matrix.ts";
import type { Operators } from "./operators.ts";

/** Operators of the graphics state (ISO 32000-1, table 57), but for q and Q. */
export const STATE_OPERATORS: Operators = {
  cm: (machine, operands) => {
    const matrix = matrixOf(numbers(operands));
    if (matrix) machine.state.ctm = concat(matrix, machine.state.ctm);
  },
  w: (machine, [width]) => {
    if (typeof width === "number") machine.state.lineWidth = Math.abs(width);
  },
  J: () => undefined,
  j: () => undefined,
  M: () => undefined,
  d: () => undefined,
  i: () => undefined,
  ri: (machine, [intent]) => {
    if (isKind(intent, "name")) machine.sink.use({ kind: "intent", name: intent.name });
  },
  gs: (machine, [name]) => {
    const dict = isKind(name, "name") && machine.shared.file.dict(machine.resource("ExtGState", name.name));
    if (!dict) return;
    machine.sink.use({ kind: "gstate", dict });
    applyGraphicsState(machine, dict);
  },
};

/** Sets what a graphics state dictionary says (ISO 32000-1, table 58). */
function applyGraphicsState(machine: Machine, { entries }: PdfDict): void {
  const { state } = machine;
  const { file } = machine.shared;
  const number = (key: string): number | undefined => file.number(entries.get(key));
  state.lineWidth = number("LW") ?? state.lineWidth;
  state.fillAlpha = number("ca") ?? state.fillAlpha;
  state.strokeAlpha = number("CA") ?? state.strokeAlpha;
  state.overprintMode = number("OPM") ?? state.overprintMode;
  // OP alone sets both (ISO 32000-1, table 58).
  const stroke = file.resolve(entries.get("OP"));
  const fill = file.resolve(entries.get("op") ?? entries.get("OP"));
  if (typeof stroke === "boolean") state.overprintStroke = stroke;
  if (typeof fill === "boolean") state.overprintFill = fill;
  const blend = file.resolve(entries.get("BM"));
  if (blend !== null) state.blendMode = file.name(isKind(blend, "array") ? blend.items[0] : blend) ?? "Normal";
  if (entries.has("SMask")) setSoftMask(machine, file.dict(entries.get("SMask")));
  const [font, size] = file.array(entries.get("Font")) ?? [];
  if (font !== undefined) {
    state.font = machine.font(font, "?");
    state.fontSize = file.number(size) ?? 0;
  }
}

/** A mask is drawn, so that what it uses is known, and prints nothing itself. */
function setSoftMask(machine: Machine, mask: PdfDict | undefined): void {
  const { file } = machine.shared;
  machine.state.softMask = mask !== undefined;
  const stream = file.stream(mask?.entries.get("G"));
  if (stream === undefined || !machine.isNew(stream)) return;
  const { isMuted } = machine;
  machine.isMuted = true;
  machine.sink.use({ kind: "form", stream });
  machine.draw({ stream, resources: file.dict(stream.dict.entries.get("Resources")), ctm: machine.state.ctm });
  machine.isMuted = isMuted;
}

export function numbers(operands: readonly PdfObject[]): number[] {
  return operands.filter((operand) => typeof operand === "number");
}
