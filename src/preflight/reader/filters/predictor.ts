import type { Filtered } from "./filtered.ts";

/** The parameters of a predictor (ISO 32000-1, table 8). */
export interface Prediction {
  readonly predictor: number;
  readonly colours: number;
  readonly bits: number;
  readonly columns: number;
}

/** Undoes a predictor (ISO 32000-1, 7.4.4.4): TIFF's, or PNG's, where each row names its own. */
export function unpredict(data: Uint8Array, { predictor, colours, bits, columns }: Prediction): Filtered {
  if (predictor < 2) return { bytes: data };
  const row = Math.ceil((colours * bits * columns) / 8);
  const pixel = Math.max(1, Math.ceil((colours * bits) / 8));
  // Rows longer than all data come from damage or malice; there is nothing to undo in them.
  if (!Number.isFinite(row) || row < 1 || row > Math.max(data.length, 1)) return { bytes: data, fault: "damaged" };
  return predictor === 2 ? undoTiff(data, row, pixel, bits) : undoPng(data, row, pixel);
}

function undoTiff(data: Uint8Array, row: number, pixel: number, bits: number): Filtered {
  // Samples of fewer bits than a byte are found in pictures only, whose samples nobody here reads.
  if (bits !== 8) return { bytes: data };
  const bytes = Uint8Array.from(data);
  for (let start = 0; start < bytes.length; start += row)
    for (let at = start + pixel; at < Math.min(start + row, bytes.length); at++)
      bytes[at] = (bytes[at] ?? 0) + (bytes[at - pixel] ?? 0);
  return { bytes };
}

function undoPng(data: Uint8Array, row: number, pixel: number): Filtered {
  const rows = Math.ceil(data.length / (row + 1));
  const bytes = new Uint8Array(rows * row);
  let length = 0;
  for (let index = 0; index < rows; index++) {
    const from = index * (row + 1);
    const type = data[from] ?? 0;
    const line = data.subarray(from + 1, from + 1 + row);
    if (type > 4) return { bytes: bytes.subarray(0, length), fault: "damaged" };
    undoRow(bytes, index * row, line, { type, row, pixel, first: index === 0 });
    length += line.length;
  }
  return { bytes: bytes.subarray(0, length) };
}

interface PngRow {
  readonly type: number;
  readonly row: number;
  readonly pixel: number;
  readonly first: boolean;
}

function undoRow(bytes: Uint8Array, start: number, line: Uint8Array, { type, row, pixel, first }: PngRow): void {
  for (let index = 0; index < line.length; index++) {
    const at = start + index;
    const left = index >= pixel ? (bytes[at - pixel] ?? 0) : 0;
    const up = first ? 0 : (bytes[at - row] ?? 0);
    const corner = first || index < pixel ? 0 : (bytes[at - row - pixel] ?? 0);
    bytes[at] = (line[index] ?? 0) + predicted(type, left, up, corner);
  }
}

function predicted(type: number, left: number, up: number, corner: number): number {
  if (type === 0) return 0;
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
