import { readFileSync } from "node:fs";
import sharp, { type Sharp } from "sharp";

/** A picture to measure: its file, and how wide it is printed. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Millimetres. */
  readonly width: number;
}

const PICTURES = "articles/pictures";
const COATED = `${process.cwd()}/conditions/coated-fogra39l-tac300.icc`;

/** Twenty pictures of different kinds: three photographs as cameras, agencies and designers send them, and two charts. */
export async function twentyPictures(): Promise<readonly Sample[]> {
  const [rocket, hubble, astronaut] = ["rocket.jpg", "hubble_deep_field.jpg", "astronaut.png"].map((file) =>
    readFileSync(`${PICTURES}/${file}`),
  );
  const face = (): Sharp => sharp(astronaut).removeAlpha();
  const sky = (): Sharp => sharp(hubble);
  const launch = (): Sharp => sharp(rocket);
  const inks = (picture: Sharp): Sharp => picture.withIccProfile(COATED);
  const faded = (): Sharp => face().ensureAlpha(0.6);
  return Promise.all([
    sample("rocket: JPEG", launch().jpeg({ quality: 95 }), 50),
    sample("rocket: JPEG, progressive, 4:2:0", launch().jpeg({ progressive: true, quality: 80 }), 104),
    sample("rocket: JPEG on its side", launch().withMetadata({ orientation: 6 }).jpeg({ quality: 90 }), 40),
    sample("deep field: JPEG", sky().jpeg({ quality: 95 }), 70),
    sample("deep field: WebP", sky().webp({ quality: 90 }), 104),
    sample("astronaut: PNG", face().png(), 40),
    sample("astronaut: PNG, interlaced", face().png({ progressive: true }), 50),
    sample("astronaut: PNG, 16 bits", face().toColourspace("rgb16").png(), 40),
    sample("astronaut: PNG of 256 colours", face().png({ palette: true }), 40),
    sample("astronaut: PNG, transparent", faded().png(), 40),
    sample("astronaut: JPEG in Display P3", face().withIccProfile("p3").jpeg({ quality: 95 }), 40),
    sample("astronaut: TIFF, LZW", face().tiff({ compression: "lzw" }), 40),
    sample(
      "astronaut: TIFF, 16 bits, tiles",
      face().toColourspace("rgb16").tiff({ compression: "deflate", tile: true }),
      40,
    ),
    sample("astronaut: WebP, lossless, transparent", faded().webp({ lossless: true }), 40),
    sample("astronaut: grey JPEG", face().greyscale().toColourspace("b-w").jpeg({ quality: 95 }), 40),
    sample(
      "astronaut: grey PNG in RGB",
      sharp(await face().greyscale().toColourspace("b-w").png().toBuffer())
        .toColourspace("srgb")
        .png(),
      50,
    ),
    sample("astronaut: CMYK JPEG (FOGRA39)", inks(face()).jpeg({ quality: 95 }), 40),
    sample(
      "astronaut: fax TIFF, 1 bit",
      face().threshold().toColourspace("b-w").tiff({ compression: "ccittfax4", bitdepth: 1 }),
      20,
    ),
    sample("chart: all hues and tones", hues().png(), 60),
    sample("chart: grey steps", greys().png(), 60),
  ]);
}

async function sample(name: string, picture: Sharp, width: number): Promise<Sample> {
  return { name, bytes: Uint8Array.from(await picture.toBuffer()), width };
}

/** Hues across, from white through the full colour to black downwards. */
function hues(width = 720, height = 480): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const [x, y] = [Math.floor(index / 3) % width, Math.floor(index / 3 / width)];
    const sector = ((x / width) * 6 + ([0, 4, 2][index % 3] ?? 0)) % 6;
    const pure = Math.min(1, Math.max(0, Math.abs(sector - 3) - 1));
    const tone = (2 * y) / (height - 1);
    return Math.round(255 * (tone < 1 ? 1 - tone * (1 - pure) : pure * (2 - tone)));
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Thirty-two steps from black to white. */
function greys(width = 768, height = 200): Sharp {
  const data = Uint8Array.from({ length: width * height }, (_, index) =>
    Math.round((Math.floor((index % width) / 24) * 255) / 31),
  );
  return sharp(data, { raw: { width, height, channels: 1 } }).toColourspace("b-w");
}
