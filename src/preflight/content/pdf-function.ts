import { isKind, type PdfDict, type PdfFile, type PdfObject, type PdfStream } from "../reader/index.ts";
import { compileCalculator } from "./calculator.ts";

/** A function of PDF (ISO 32000-1, 7.10): numbers to numbers; undefined where it cannot be computed. */
export type PdfFunction = (inputs: readonly number[]) => readonly number[] | undefined;

const DEEPEST = 8;

/** The function that an object describes; undefined when it is none, or of a kind or size that nobody writes. */
export function openFunction(file: PdfFile, object: PdfObject | undefined, depth = 0): PdfFunction | undefined {
  const dict = file.dict(object);
  if (dict === undefined || depth > DEEPEST) return undefined;
  const domain = file.numbersOf(dict.entries.get("Domain"));
  const range = file.numbersOf(dict.entries.get("Range"));
  const inner = kindOf(file, dict, object, depth);
  if (domain === undefined || inner === undefined) return undefined;
  return (inputs) => {
    const outputs = inner(clampAll(inputs, domain));
    return outputs && range ? clampAll(outputs, range) : outputs;
  };
}

function kindOf(file: PdfFile, dict: PdfDict, object: PdfObject | undefined, depth: number): PdfFunction | undefined {
  const stream = file.stream(object);
  switch (file.number(dict.entries.get("FunctionType"))) {
    case 0:
      return stream && sampled(file, stream);
    case 2:
      return exponential(file, dict);
    case 3:
      return stitched(file, dict, depth);
    case 4:
      return stream && compileCalculator(file.decode(stream).bytes);
    default:
      return undefined;
  }
}

function exponential(file: PdfFile, { entries }: PdfDict): PdfFunction {
  const from = file.numbersOf(entries.get("C0")) ?? [0];
  const to = file.numbersOf(entries.get("C1")) ?? [1];
  const exponent = file.number(entries.get("N")) ?? 1;
  return ([x = 0]) => from.map((start, index) => start + x ** exponent * ((to[index] ?? 0) - start));
}

function stitched(file: PdfFile, { entries }: PdfDict, depth: number): PdfFunction | undefined {
  const parts = file
    .array(entries.get("Functions"))
    ?.slice(0, 256)
    .map((one) => openFunction(file, one, depth + 1));
  const bounds = file.numbersOf(entries.get("Bounds"));
  const encode = file.numbersOf(entries.get("Encode"));
  const [low = 0, high = 1] = file.numbersOf(entries.get("Domain")) ?? [];
  if (parts === undefined || bounds === undefined || encode === undefined) return undefined;
  return ([x = 0]) => {
    const above = bounds.findIndex((bound) => x < bound);
    const index = above < 0 ? parts.length - 1 : above;
    const start = bounds[index - 1] ?? low;
    const end = bounds[index] ?? high;
    return parts[index]?.([interpolate(x, start, end, encode[2 * index] ?? 0, encode[2 * index + 1] ?? 1)]);
  };
}

/** A table of samples; the nearest one is taken, for a check needs no more. */
function sampled(file: PdfFile, stream: PdfStream): PdfFunction | undefined {
  const { entries } = stream.dict;
  const sizes = file.numbersOf(entries.get("Size"));
  const range = file.numbersOf(entries.get("Range"));
  const domain = file.numbersOf(entries.get("Domain"));
  const bits = file.number(entries.get("BitsPerSample")) ?? 8;
  if (sizes === undefined || range === undefined || domain === undefined || (bits !== 8 && bits !== 16))
    return undefined;
  const decode = file.numbersOf(entries.get("Decode")) ?? range;
  const encode = file.numbersOf(entries.get("Encode")) ?? sizes.flatMap((size) => [0, size - 1]);
  const outputs = range.length >> 1;
  const { bytes } = file.decode(stream);
  const width = bits / 8;
  return (inputs) => {
    let at = 0;
    let stride = 1;
    for (const [index, size] of sizes.entries()) {
      const [low = 0, high = 1] = domain.slice(2 * index);
      const place = interpolate(inputs[index] ?? 0, low, high, encode[2 * index] ?? 0, encode[2 * index + 1] ?? 0);
      at += stride * Math.max(0, Math.min(size - 1, Math.round(place)));
      stride *= size;
    }
    return Array.from({ length: outputs }, (_, index) => {
      const from = (at * outputs + index) * width;
      const sample =
        width === 1 ? (bytes[from] ?? 0) / 255 : ((bytes[from] ?? 0) * 256 + (bytes[from + 1] ?? 0)) / 65535;
      return interpolate(sample, 0, 1, decode[2 * index] ?? 0, decode[2 * index + 1] ?? 1);
    });
  };
}

function interpolate(x: number, low: number, high: number, from: number, to: number): number {
  return high === low ? from : from + ((x - low) * (to - from)) / (high - low);
}

function clampAll(values: readonly number[], limits: readonly number[]): readonly number[] {
  return values.map((value, index) =>
    Math.max(limits[2 * index] ?? -Infinity, Math.min(limits[2 * index + 1] ?? Infinity, value)),
  );
}

/** Several functions of one output each, as shadings have them, or one of several. */
export function openFunctions(file: PdfFile, object: PdfObject | undefined): readonly PdfFunction[] {
  const value = file.resolve(object);
  const all = isKind(value, "array") ? value.items.slice(0, 32) : [value];
  return all.flatMap((one) => openFunction(file, one) ?? []);
}
