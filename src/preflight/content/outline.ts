import type { Box, Matrix } from "./matrix.ts";

/** Closed polygons in the page's coordinates: x and y in turn. Curves are already straightened. */
export type Outline = readonly (readonly number[])[];

/** A curve becomes so many straight lines: within a hundredth of its size. */
const PIECES = 8;
/** More points than this of one path are no longer kept: the rectangle around them stands for them. */
const MOST_POINTS = 2_000_000;

/** The path under construction (ISO 32000-1, 8.5.2), transformed as it is built. */
export class Path {
  #polygons: number[][] = [];
  #current: number[] | undefined;
  #count = 0;
  #x = 0;
  #y = 0;

  get isEmpty(): boolean {
    return this.#polygons.length === 0;
  }

  get outline(): Outline {
    return this.#polygons;
  }

  move(x: number, y: number, ctm: Matrix): void {
    this.#current = [];
    this.#polygons.push(this.#current);
    this.#add(x, y, ctm);
  }

  line(x: number, y: number, ctm: Matrix): void {
    if (this.#current === undefined) this.move(x, y, ctm);
    else this.#add(x, y, ctm);
  }

  curve([x1, y1, x2, y2, x3, y3]: readonly [number, number, number, number, number, number], ctm: Matrix): void {
    const [x0, y0] = [this.#x, this.#y];
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES;
      const s = 1 - t;
      const [p0, p1, p2, p3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      this.line(p0 * x0 + p1 * x1 + p2 * x2 + p3 * x3, p0 * y0 + p1 * y1 + p2 * y2 + p3 * y3, ctm);
    }
  }

  rectangle(x: number, y: number, width: number, height: number, ctm: Matrix): void {
    this.move(x, y, ctm);
    this.line(x + width, y, ctm);
    this.line(x + width, y + height, ctm);
    this.line(x, y + height, ctm);
    this.#current = undefined;
    [this.#x, this.#y] = [x, y];
  }

  close(): void {
    this.#current = undefined;
  }

  clear(): void {
    this.#polygons = [];
    this.#current = undefined;
    this.#count = 0;
  }

  /** The current point, in the user space it was given in. */
  get at(): readonly [number, number] {
    return [this.#x, this.#y];
  }

  #add(x: number, y: number, [a, b, c, d, e, f]: Matrix): void {
    [this.#x, this.#y] = [x, y];
    if (++this.#count <= MOST_POINTS) this.#current?.push(a * x + c * y + e, b * x + d * y + f);
  }
}

/** The rectangle around polygons; undefined when there are none. */
export function boundsOf(outline: Outline): Box | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of outline)
    for (let index = 0; index + 1 < polygon.length; index += 2) {
      const [x, y] = [polygon[index] ?? 0, polygon[index + 1] ?? 0];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    }
  return left <= right && bottom <= top ? { left, bottom, right, top } : undefined;
}

/** The four corners of a transformed rectangle. */
export function cornersOf({ left, bottom, right, top }: Box, [a, b, c, d, e, f]: Matrix): Outline {
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const;
  return [corners.flatMap(([x, y]) => [a * x + c * y + e, b * x + d * y + f])];
}
