import type { Sharp } from "sharp";
import { liesOnSide, storedRect } from "./orientation.ts";
import type { PixelRect } from "./pixel-crop.ts";
import type { PrintedPixels } from "./printed-pixels.ts";
import type { Probe } from "./probe.ts";

/** Which part of a picture, as it is seen, in how many pixels. */
export interface SizeOrder {
  readonly probe: Pick<Probe, "width" | "height" | "orientation">;
  readonly part: PixelRect;
  readonly printed: Pick<PrintedPixels, "width" | "height">;
}

/** The part cut out and brought to its printed number of pixels, still lying as it is stored: a whole picture is never turned. */
export function toSize(picture: Sharp, { part, probe, printed }: SizeOrder): Sharp {
  const stored = storedRect(part, probe, probe.orientation);
  const cut = picture.extract({ left: stored.x, top: stored.y, width: stored.width, height: stored.height });
  const { width, height } = printed;
  const [across, down] = liesOnSide(probe.orientation) ? [height, width] : [width, height];
  if (across === stored.width && down === stored.height) return cut;
  return cut.resize(across, down, { fit: "fill", kernel: "lanczos3" });
}
