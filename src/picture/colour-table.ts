/** Colours through a profile's table: device or connection values between 0 and 1 in and out. */
export type ColourTable = (values: readonly number[]) => number[];

/** CIE L*, a*, b* for D50. */
export type Lab = readonly [lightness: number, a: number, b: number];

/**
 * What a profile's table of this name (`A2B1` …) gives for device values between 0 and 1, as CIELAB relative to the paper.
 * Reads lut8, lut16 and lutAToB with Lab as connection space (ICC.1:2010, 10.10 to 10.12); undefined for others.
 */
export function readToLab(profile: Uint8Array, tag: string): ((device: readonly number[]) => Lab) | undefined {
  const reader = new Reader(profile);
  const at = reader.tag(tag);
  if (at === undefined || reader.text(20, 4) !== "Lab ") return undefined;
  const table = readColourTable(profile, tag);
  // In lut16 the highest lightness is FF00, in the others all bits (ICC.1:2010, 6.3.4.2 and 10.10).
  const whole = reader.text(at, 4) === "mft2" ? 65280 / 65535 : 1;
  const middle = reader.text(at, 4) === "mft2" ? 65280 / 65535 / 255 : 1 / 255;
  return (
    table &&
    ((device) => {
      const [lightness = 0, a = 0, b = 0] = table(device);
      return [(100 * lightness) / whole, a / middle - 128, b / middle - 128];
    })
  );
}

/** A profile's table of this name as a function, with its values as they are coded; undefined when there is none that can be read. */
export function readColourTable(profile: Uint8Array, tag: string): ColourTable | undefined {
  const reader = new Reader(profile);
  const at = reader.tag(tag);
  const type = at === undefined ? "" : reader.text(at, 4);
  if (at === undefined) return undefined;
  if (type === "mft1") return readLut(reader, at, 1);
  if (type === "mft2") return readLut(reader, at, 2);
  return type === "mAB " ? readLutAToB(reader, at) : undefined;
}

/** Numbers of an ICC profile; what lies outside the file is 0. */
class Reader {
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(at: number): number {
    return at < this.view.byteLength ? this.view.getUint8(at) : 0;
  }

  uint16(at: number): number {
    return at + 2 <= this.view.byteLength ? this.view.getUint16(at) : 0;
  }

  uint32(at: number): number {
    return at + 4 <= this.view.byteLength ? this.view.getUint32(at) : 0;
  }

  fixed(at: number): number {
    return (this.uint32(at) | 0) / 65536;
  }

  /** A sample of one or two bytes as a fraction. */
  share(at: number, size: number): number {
    return size === 1 ? this.uint8(at) / 255 : this.uint16(at) / 65535;
  }

  text(at: number, length: number): string {
    return String.fromCharCode(...Array.from({ length }, (_, index) => this.uint8(at + index)));
  }

  tag(signature: string): number | undefined {
    const count = Math.min(this.uint32(128), MOST_TAGS);
    const entry = Array.from({ length: count }, (_, index) => 132 + 12 * index).find(
      (from) => this.text(from, 4) === signature,
    );
    return entry === undefined ? undefined : this.uint32(entry + 4);
  }
}

/** More tags than any profile has; a damaged one may claim billions. */
const MOST_TAGS = 200;

type Curve = (value: number) => number;

/** lut8Type and lut16Type: curves, grid, curves. Their matrix is for XYZ only. */
function readLut(reader: Reader, at: number, size: 1 | 2): ColourTable | undefined {
  const [inputs, outputs, steps] = [reader.uint8(at + 8), reader.uint8(at + 9), reader.uint8(at + 10)];
  if (inputs < 1 || inputs > 4 || outputs < 1 || steps < 2) return undefined;
  const [before, after] = size === 1 ? [256, 256] : [reader.uint16(at + 48), reader.uint16(at + 50)];
  if (before < 2 || after < 2) return undefined;
  const first = at + (size === 1 ? 48 : 52);
  const grid = first + inputs * before * size;
  const last = grid + steps ** inputs * outputs * size;
  const curves = (from: number, count: number, entries: number): Curve[] =>
    Array.from({ length: count }, (_, index) => sampled(reader, from + index * entries * size, entries, size));
  const [entering, leaving] = [curves(first, inputs, before), curves(last, outputs, after)];
  const node = gridOf(reader, { at: grid, size, steps: Array<number>(inputs).fill(steps), outputs });
  return (values) => through(leaving, node(through(entering, values)));
}

/** lutAToBType: A curves, grid, M curves, matrix, B curves; from the second on each but the last may be absent. */
function readLutAToB(reader: Reader, at: number): ColourTable | undefined {
  const [inputs, outputs] = [reader.uint8(at + 8), reader.uint8(at + 9)];
  const [b = 0, matrix = 0, m = 0, grid = 0, a = 0] = [12, 16, 20, 24, 28].map((from) => reader.uint32(at + from));
  if (inputs < 1 || inputs > 4 || outputs !== 3 || b === 0 || grid === 0 || a === 0) return undefined;
  const steps = Array.from({ length: inputs }, (_, index) => reader.uint8(at + grid + index));
  if (steps.some((count) => count < 2)) return undefined;
  const size = reader.uint8(at + grid + 16) === 1 ? 1 : 2;
  const node = gridOf(reader, { at: at + grid + 20, size, steps, outputs });
  const [entering, leaving] = [curvesOf(reader, at + a, inputs), curvesOf(reader, at + b, outputs)];
  const middle = m === 0 ? [] : curvesOf(reader, at + m, outputs);
  const turn = matrix === 0 ? undefined : matrixOf(reader, at + matrix);
  return (values) => {
    const inner = through(middle, node(through(entering, values)));
    return through(leaving, turn === undefined ? inner : turn(inner));
  };
}

function through(curves: readonly Curve[], values: readonly number[]): number[] {
  return values.map((value, index) => curves[index]?.(clamp(value)) ?? value);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function sampled(reader: Reader, at: number, entries: number, size: 1 | 2): Curve {
  return (value) => {
    const place = value * (entries - 1);
    const low = Math.min(entries - 2, Math.floor(place));
    const [from, to] = [reader.share(at + low * size, size), reader.share(at + (low + 1) * size, size)];
    return from + (to - from) * (place - low);
  };
}

interface Grid {
  readonly at: number;
  readonly size: 1 | 2;
  /** Nodes along each input; the last input runs fastest. */
  readonly steps: readonly number[];
  readonly outputs: number;
}

/** Multilinear between the nodes around a colour. */
function gridOf(reader: Reader, { at, size, steps, outputs }: Grid): ColourTable {
  const strides = steps.map((_, index) => steps.slice(index + 1).reduce((product, count) => product * count, outputs));
  return (values) => {
    const places = steps.map((count, index) => clamp(values[index] ?? 0) * (count - 1));
    const lows = places.map((place, index) => Math.min((steps[index] ?? 2) - 2, Math.floor(place)));
    const sum = Array<number>(outputs).fill(0);
    for (let corner = 0; corner < 1 << steps.length; corner++) {
      let weight = 1;
      let from = at;
      steps.forEach((_, index) => {
        const [low = 0, place = 0, up] = [lows[index], places[index], (corner >> index) & 1];
        weight *= up === 1 ? place - low : 1 - (place - low);
        from += (low + up) * (strides[index] ?? 0) * size;
      });
      if (weight === 0) continue;
      for (let output = 0; output < outputs; output++)
        sum[output] = (sum[output] ?? 0) + weight * reader.share(from + output * size, size);
    }
    return sum;
  };
}

/** Curves one behind the other, each filled up to four bytes. */
function curvesOf(reader: Reader, from: number, count: number): Curve[] {
  let at = from;
  return Array.from({ length: count }, () => {
    const parametric = reader.text(at, 4) === "para";
    const entries = parametric ? (PARAMETERS[reader.uint16(at + 8)] ?? 1) : reader.uint32(at + 8);
    const curve = parametric ? parametricCurve(reader, at) : sampledCurve(reader, at, entries);
    at += 12 + Math.ceil((entries * (parametric ? 4 : 2)) / 4) * 4;
    return curve;
  });
}

/** Numbers of the five kinds of parametric curves (ICC.1:2010, table 65). */
const PARAMETERS = [1, 3, 4, 5, 7];

function sampledCurve(reader: Reader, at: number, entries: number): Curve {
  if (entries === 0) return (value) => value;
  if (entries > 1) return sampled(reader, at + 12, entries, 2);
  const gamma = reader.uint16(at + 12) / 256;
  return (value) => value ** gamma;
}

function parametricCurve(reader: Reader, at: number): Curve {
  const kind = reader.uint16(at + 8);
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from({ length: PARAMETERS[kind] ?? 1 }, (_, index) =>
    reader.fixed(at + 12 + 4 * index),
  );
  const power = (value: number): number => Math.max(0, a * value + b) ** g;
  if (kind === 0) return (value) => value ** g;
  if (kind === 1) return (value) => (value >= -b / a ? power(value) : 0);
  if (kind === 2) return (value) => (value >= -b / a ? power(value) + c : c);
  if (kind === 3) return (value) => (value >= d ? power(value) : c * value);
  return (value) => (value >= d ? power(value) + e : c * value + f);
}

function matrixOf(reader: Reader, at: number): ColourTable {
  const numbers = Array.from({ length: 12 }, (_, index) => reader.fixed(at + 4 * index));
  return (values) =>
    [0, 1, 2].map((row) =>
      values.reduce((sum, value, column) => sum + value * (numbers[3 * row + column] ?? 0), numbers[9 + row] ?? 0),
    );
}
