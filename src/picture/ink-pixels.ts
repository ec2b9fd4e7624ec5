import type { Sharp } from "sharp";
import { turnUpright } from "./orientation.ts";
import { rasterOf, type Raster } from "./raster.ts";
import { toSize, type SizeOrder } from "./to-size.ts";
import type { Probe } from "./probe.ts";

/** The inks of a CMYK picture in their own numbers, upright, four channels; transparent parts lie on bare paper. */
export async function inkPixels(
  picture: Sharp,
  order: SizeOrder & { readonly probe: Pick<Probe, "alpha" | "depth" | "format" | "inverted" | "orientation"> },
): Promise<Raster> {
  const { alpha, depth, orientation } = order.probe;
  const own = (alpha ? picture : picture.removeAlpha()).pipelineColourspace("cmyk");
  const sized = toSize(own, order).toColourspace("cmyk");
  // Asked for 8 bits, the library would cut off deeper samples at 255 instead of scaling them.
  const deep = depth === 16;
  const raw = sized.raw({ depth: deep ? "ushort" : "uchar" });
  const { width, height, data } = rasterOf(await raw.toBuffer({ resolveWithObject: true }));
  const samples = deep ? toBytes(data) : data;
  const inks = alpha ? onPaper(samples) : isStraightJpeg(order.probe) ? samples.map((sample) => 255 - sample) : samples;
  return turnUpright({ width, height, channels: 4, data: inks }, orientation);
}

/** Whether a CMYK JPEG lacks Adobe's mark: the library turns its samples round all the same. */
export function isStraightJpeg({ format, inverted }: Pick<Probe, "format" | "inverted">): boolean {
  return format === "jpeg" && !inverted;
}

/** Samples of 16 bits, in the machine's own order, as bytes. */
function toBytes(data: Uint8Array): Uint8Array {
  const deep = new Uint16Array(data.slice().buffer);
  return Uint8Array.from(deep, (sample) => Math.round(sample / 257));
}

/** Five channels to four: what is transparent has as much less ink. */
function onPaper(samples: Uint8Array): Uint8Array {
  const inks = new Uint8Array((samples.length / 5) * 4);
  for (let from = 0, to = 0; from < samples.length; from += 5) {
    const cover = (samples[from + 4] ?? 0) / 255;
    for (let plate = 0; plate < 4; plate++) inks[to++] = Math.round((samples[from + plate] ?? 0) * cover);
  }
  return inks;
}
