import type Sharp from "sharp";

/** The library for pixels, as `import("sharp")` gives it. */
export type SharpModule = typeof Sharp;

let loading: Promise<SharpModule> | undefined;

/**
 * The library for pixels, loaded and set up once, and only when a picture is prepared: loading it takes longer than setting
 * an article. Throws when the library is not there for this system.
 */
export function loadSharp(): Promise<SharpModule> {
  loading ??= import("sharp").then(({ default: sharp }) => {
    // Vector units resample in narrower fixed point than plain code does; without them the same picture is the same on every processor.
    sharp.simd(false);
    // Each picture is read once: what a cache of operations holds is only memory.
    sharp.cache(false);
    return sharp;
  });
  return loading;
}
