/** A part of a picture as it is seen, as fractions of its width and height from the top left. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels from the top left. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Crops are computed: what sticks out of a pixel by less than this ends with it. */
const NEARLY = 1e-6;

/** The fewest whole pixels that hold a crop: at least one each way, never outside the picture. */
export function pixelCrop(
  crop: Crop,
  { width, height }: { readonly width: number; readonly height: number },
): PixelRect {
  const [x, right] = wholePixels(crop.x * width, (crop.x + crop.width) * width, width);
  const [y, bottom] = wholePixels(crop.y * height, (crop.y + crop.height) * height, height);
  return { x, y, width: right - x, height: bottom - y };
}

function wholePixels(from: number, to: number, pixels: number): readonly [number, number] {
  const first = Math.min(pixels - 1, Math.max(0, Math.floor(from + NEARLY)));
  return [first, Math.min(pixels, Math.max(first + 1, Math.ceil(to - NEARLY)))];
}
