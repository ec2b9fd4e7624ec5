/**
 * Pixels of a drawn page: PNG at so many pixels to an inch, without transparency. The library for that is loaded only now, for
 * hardly any run needs it. Throws when the library is not there for this system.
 */
export async function renderPng(svg: string, pixelsPerInch: number): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  // With a unit librsvg would count the density twice, once for the unit and once for the picture.
  const unitless = svg.replace(/^<svg [^>]*>/, (root) => root.replaceAll('pt"', '"'));
  return (
    sharp(new TextEncoder().encode(unitless), {
      density: pixelsPerInch,
      limitInputPixels: MOST_PIXELS,
      unlimited: true,
    })
      // The page is white from edge to edge: nothing shows through that would have to be laid on white.
      .removeAlpha()
      .withMetadata({ density: pixelsPerInch })
      // Level 9 takes a tenth of the bytes away and eight times the time.
      .png({ compressionLevel: 6 })
      .toBuffer()
  );
}

/** A broadsheet at 600 to an inch is 130 million. */
const MOST_PIXELS = 200_000_000;
