import { isKind, type PdfObject, type PdfStream } from "../reader/index.ts";
import type { PageFont } from "./font.ts";
import { textStart } from "./graphics-state.ts";
import type { Machine } from "./machine.ts";
import { concat, matrixOf, scaleY, transformBox, type Box, type Matrix } from "./matrix.ts";
import type { Operators } from "./operators.ts";
import { numbers } from "./state-operators.ts";

/** Operators of text (ISO 32000-1, tables 104 to 109). */
export const TEXT_OPERATORS: Operators = {
  BT: (machine) => {
    machine.text = textStart();
  },
  ET: () => undefined,
  Tc: set((state, value) => (state.charSpace = value)),
  Tw: set((state, value) => (state.wordSpace = value)),
  Tz: set((state, value) => (state.stretch = value / 100)),
  TL: set((state, value) => (state.leading = value)),
  Ts: set((state, value) => (state.rise = value)),
  Tr: set((state, value) => (state.mode = value)),
  Tf: (machine, [name, size]) => {
    if (!isKind(name, "name")) return;
    machine.state.font = machine.font(machine.resource("Font", name.name), name.name);
    if (typeof size === "number") machine.state.fontSize = size;
  },
  Td: (machine, operands) => {
    const [x = 0, y = 0] = numbers(operands);
    moveLine(machine, x, y);
  },
  TD: (machine, operands) => {
    const [x = 0, y = 0] = numbers(operands);
    machine.state.leading = -y;
    moveLine(machine, x, y);
  },
  Tm: (machine, operands) => {
    const matrix = matrixOf(numbers(operands));
    if (matrix) machine.text = { matrix, line: matrix };
  },
  "T*": nextLine,
  Tj: (machine, operands) => {
    show(machine, operands);
  },
  TJ: (machine, [items]) => {
    if (isKind(items, "array")) show(machine, items.items);
  },
  "'": (machine, operands) => {
    nextLine(machine);
    show(machine, operands);
  },
  '"': (machine, [word, char, text]) => {
    if (typeof word === "number") machine.state.wordSpace = word;
    if (typeof char === "number") machine.state.charSpace = char;
    nextLine(machine);
    if (text !== undefined) show(machine, [text]);
  },
};

function set(change: (state: Machine["state"], value: number) => void): Operators[string] {
  return (machine, [value]) => {
    if (typeof value === "number") change(machine.state, value);
  };
}

function moveLine(machine: Machine, x: number, y: number): void {
  const line = concat([1, 0, 0, 1, x, y], machine.text.line);
  machine.text = { matrix: line, line };
}

function nextLine(machine: Machine): void {
  moveLine(machine, 0, -machine.state.leading);
}

/** Where letters reach to, as shares of the size: most of them, and no accents. */
const ASCENT = 0.72;
const DESCENT = 0.21;
const STROKED = new Set([1, 2, 5, 6]);
const FILLED = new Set([0, 2, 4, 6]);

/** Strings and the moves between them: one mark for all. */
function show(machine: Machine, items: readonly PdfObject[]): void {
  const { state, text } = machine;
  const { font, fontSize, stretch } = state;
  if (font === undefined) {
    machine.sink.use({ kind: "fault", what: "text without a font" });
    return;
  }
  const start = text.matrix;
  let advance = 0;
  let seen = 0;
  for (const item of items) {
    if (typeof item === "number") advance -= (item / 1000) * fontSize * stretch;
    if (!isKind(item, "string")) continue;
    if (font.glyphs) drawGlyphs(machine, font, item.bytes, concat([1, 0, 0, 1, advance, 0], start));
    advance += widthOf(machine, font, item.bytes);
    seen += item.bytes.length;
  }
  text.matrix = concat([1, 0, 0, 1, advance, 0], start);
  if (seen > 0) emit(machine, font, start, advance);
}

function emit(machine: Machine, font: PageFont, start: Matrix, advance: number): void {
  const { state } = machine;
  if (state.mode === 3 || state.mode === 7 || font.glyphs) return;
  const placed = concat(start, state.ctm);
  const size = Math.abs(state.fontSize);
  const sign = Math.sign(state.fontSize) || 1;
  const area: Box = {
    left: Math.min(0, advance),
    right: Math.max(0, advance),
    bottom: state.rise + (sign > 0 ? -DESCENT : -ASCENT) * size,
    top: state.rise + (sign > 0 ? ASCENT : DESCENT) * size,
  };
  const box = machine.visible(transformBox(area, placed));
  if (box === undefined) return;
  const filled = FILLED.has(state.mode);
  const manner = filled
    ? machine.manner(state.overprintFill, state.fillAlpha)
    : machine.manner(state.overprintStroke, state.strokeAlpha);
  machine.emit({
    kind: "text",
    box,
    font,
    size: size * scaleY(placed),
    ...(filled && { fill: state.fill }),
    ...(STROKED.has(state.mode) && { stroke: state.stroke }),
    ...manner,
  });
}

/** The advance of a string in text space (ISO 32000-1, 9.4.4). */
function widthOf(machine: Machine, font: PageFont, bytes: string): number {
  const { fontSize, charSpace, wordSpace, stretch } = machine.state;
  const unit = font.glyphs ? font.glyphs.matrix[0] : 0.001;
  const step = font.bytesPerCode;
  const count = Math.ceil(bytes.length / step);
  if (!machine.shared.file.budget.spend("glyphs", count)) return 0;
  let width = 0;
  let spaces = 0;
  for (let at = 0; at < bytes.length; at += step) {
    const first = bytes.charCodeAt(at);
    const code = step === 1 ? first : first * 256 + (bytes.charCodeAt(at + 1) || 0);
    width += font.width(code);
    if (step === 1 && code === 32) spaces += 1;
  }
  return (width * unit * fontSize + count * charSpace + spaces * wordSpace) * stretch;
}

/** The glyphs of a Type 3 font are drawn like forms. */
function drawGlyphs(machine: Machine, font: PageFont, bytes: string, start: Matrix): void {
  const { fontSize, stretch, rise, ctm, mode } = machine.state;
  if (font.glyphs === undefined || mode === 3) return;
  let at = 0;
  for (const character of bytes) {
    const code = character.charCodeAt(0);
    const place = concat([fontSize * stretch, 0, 0, fontSize, at, rise], start);
    const procedure = font.glyphs.of(code);
    if (procedure) drawGlyph(machine, font, procedure, concat(font.glyphs.matrix, concat(place, ctm)));
    at += widthOf(machine, font, character);
  }
}

function drawGlyph(machine: Machine, font: PageFont, stream: PdfStream, ctm: Matrix): void {
  if (!machine.isNew(stream)) return;
  const resources = machine.shared.file.dict(font.dict.entries.get("Resources"));
  machine.draw({ stream, resources, ctm });
}
