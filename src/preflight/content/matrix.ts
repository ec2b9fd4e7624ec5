/** A transformation [a b c d e f] as PDF writes it (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle in PDF's coordinates: y grows upwards, lengths are points. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function concat(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** How long a step of one unit along x becomes. */
export function scaleX([a, b]: Matrix): number {
  return Math.hypot(a, b);
}

/** How long a step of one unit along y becomes. */
export function scaleY([, , c, d]: Matrix): number {
  return Math.hypot(c, d);
}

/** How thin a line of width 1 gets at its thinnest: the smaller singular value. */
export function leastScale([a, b, c, d]: Matrix): number {
  const sum = (a * a + b * b + c * c + d * d) / 2;
  const determinant = a * d - b * c;
  const root = Math.sqrt(Math.max(0, sum * sum - determinant * determinant));
  return Math.sqrt(Math.max(0, sum - root));
}

/** The rectangle around a transformed one. */
export function transformBox({ left, bottom, right, top }: Box, [a, b, c, d, e, f]: Matrix): Box {
  return {
    left: Math.min(a * left, a * right) + Math.min(c * bottom, c * top) + e,
    right: Math.max(a * left, a * right) + Math.max(c * bottom, c * top) + e,
    bottom: Math.min(b * left, b * right) + Math.min(d * bottom, d * top) + f,
    top: Math.max(b * left, b * right) + Math.max(d * bottom, d * top) + f,
  };
}

/** What two rectangles share; it may be empty. */
export function meet(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

/** Whether a rectangle is none; a line without width is one. */
export function isEmpty({ left, bottom, right, top }: Box): boolean {
  return !(left <= right && bottom <= top);
}

export function grow({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

/** Whether one rectangle lies in another, but for a tolerance in points. */
export function isWithin(inner: Box, outer: Box, tolerance = 0): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.bottom >= outer.bottom - tolerance &&
    inner.right <= outer.right + tolerance &&
    inner.top <= outer.top + tolerance
  );
}

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ bottom, top }: Box): number => top - bottom;

/** A matrix of six numbers; undefined when they are none. */
export function matrixOf(numbers: readonly number[] | undefined): Matrix | undefined {
  const [a, b, c, d, e, f] = numbers ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return undefined;
  return [a, b, c, d, e, f];
}

/** A rectangle of any two opposite corners (ISO 32000-1, 7.9.5); undefined when they are no four numbers. */
export function boxOf(numbers: readonly number[] | undefined): Box | undefined {
  const [x = NaN, y = NaN, u = NaN, v = NaN] = numbers ?? [];
  if (numbers?.length !== 4 || ![x, y, u, v].every(Number.isFinite)) return undefined;
  return { left: Math.min(x, u), bottom: Math.min(y, v), right: Math.max(x, u), top: Math.max(y, v) };
}
