import type { ImageMark } from "../content/index.ts";
import type { PdfFile } from "../reader/index.ts";
import type { Rule } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";
import { overlaps } from "./colour-rules.ts";

export const TOO_COARSE = {
  id: "PIC-1",
  code: "preflight/too-coarse",
  severity: "error",
  when: "A picture has fewer pixels to the inch, at the size that it is printed, than the print condition takes.",
  clause: "print condition, pictures.refuse",
  hint: "place it smaller, or ask for a larger file",
} as const satisfies Rule;

export const COARSE = {
  id: "PIC-2",
  code: "preflight/coarse",
  severity: "warning",
  when: "A picture has fewer pixels to the inch, at the size that it is printed, than the print condition wants.",
  clause: "print condition, pictures.least",
  hint: "place it smaller, or ask for a larger file",
} as const satisfies Rule;

export const COARSE_LINE_ART = {
  id: "PIC-3",
  code: "preflight/coarse-line-art",
  severity: "warning",
  when: "A picture of black and white alone has fewer pixels to the inch, at the size that it is printed, than the print condition wants.",
  clause: "print condition, pictures.lineArt",
  hint: "scan it finer, or draw it as paths",
} as const satisfies Rule;

export const DAMAGED_PICTURE = {
  id: "PIC-4",
  code: "preflight/damaged-picture",
  severity: "error",
  when: "The data of a picture are not what its dictionary says: another kind, another size, or cut off.",
  clause: "ISO 32000-1, 7.4 and 8.9.5",
  hint: "place the picture again, and export",
} as const satisfies Rule;

/** Strips of so few pixels are gradients or areas, and no pictures. */
const STRIP = 4;

/** Pictures, as dense as they are printed; what a clip hides of them does not count against them. */
export function watchPictures(view: PageView): Watch {
  const { document, page } = view;
  const seen = new Set<unknown>();
  return {
    mark: (mark) => {
      if (mark.kind !== "image" || !overlaps(mark.box, page.bleed)) return;
      checkDensity(mark, view);
      if (seen.has(mark.dict)) return;
      seen.add(mark.dict);
      const fault = faultOf(document.file, mark);
      if (fault !== undefined) view.tell(DAMAGED_PICTURE, `a picture ${fault}`, { about: fault, box: mark.box });
    },
  };
}

function checkDensity({ pixels, ppi, bits, box }: ImageMark, { document, tell }: PageView): void {
  const { refuse, least, lineArt } = document.condition.pictures;
  if (Math.min(pixels.width, pixels.height) <= STRIP) return;
  const has = `a picture has ${Math.round(ppi)} ppi`;
  const size = `${pixels.width} × ${pixels.height} pixels`;
  const low = (limit: number): boolean => Math.round(ppi) < limit;
  if (low(refuse))
    tell(TOO_COARSE, `${has}, the condition refuses less than ${refuse} (${size})`, { box, about: size });
  else if (bits === 1 && low(lineArt))
    tell(COARSE_LINE_ART, `${has}, line art wants ${lineArt} (${size})`, { box, about: `${Math.round(ppi)} ppi` });
  else if (bits !== 1 && low(least))
    tell(COARSE, `${has}, the condition wants ${least} (${size})`, { box, about: size });
}

/** What is wrong with a picture, a JPEG by its markers (ISO/IEC 10918-1, annex B); undefined when nothing, or when it is none. */
function faultOf(file: PdfFile, mark: ImageMark): string | undefined {
  const { stream, pixels, space } = mark;
  if (file.stream(stream.dict.entries.get("SMask")) === stream) return "is its own soft mask";
  const last = file.filters(stream).at(-1);
  if (last === undefined || PLAIN.has(last)) return missingSamples(file, mark);
  if (last !== "DCTDecode") return undefined;
  const { bytes, packed } = file.decode(stream);
  if (packed !== last) return undefined;
  const frame = frameOf(bytes);
  if (frame === undefined) return "is no JPEG that can be read";
  if (frame.width !== pixels.width || frame.height !== pixels.height)
    return `has ${frame.width} × ${frame.height} pixels, and its dictionary says ${pixels.width} × ${pixels.height}`;
  if (space && space.components > 0 && frame.components !== space.components)
    return `has ${frame.components} components, and its colour space ${space.components}`;
  return undefined;
}

/** Filters behind which samples stand as they are. */
const PLAIN = new Set(["FlateDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode", "ASCIIHexDecode"]);
/** Samples are unpacked only to be counted: of small pictures, and while there is plenty left for what must be read. */
const COUNTED = 8 << 20;
/** No filter packs closer: Flate comes to 1 : 1,032, LZW to 1 : 2,730. */
const MOST_PACKED = 2800;

/** What a picture without enough samples is said to be; undefined when it has them, or is too large to be counted. */
function missingSamples(file: PdfFile, { stream, pixels, bits, space, stencil }: ImageMark): string | undefined {
  const components = stencil ? 1 : (space?.components ?? 0);
  const wanted = Math.ceil((pixels.width * components * bits) / 8) * pixels.height;
  const most = stream.data.length * MOST_PACKED ** file.filters(stream).length;
  if (wanted > most) return `has at most ${most} bytes of samples, and needs ${wanted}`;
  if (wanted > COUNTED || file.budget.left("bytes") < file.budget.limits.bytes / 2) return undefined;
  const { bytes, packed } = file.decode(stream);
  const lacks = packed === undefined && bytes.length < wanted;
  return lacks ? `has ${bytes.length} bytes of samples, and needs ${wanted}` : undefined;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

/** The frame header of a JPEG: SOF0 to SOF15, but for DHT, JPG and DAC. */
function frameOf(bytes: Uint8Array): Frame | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: word(at + 5), width: word(at + 7), components: bytes[at + 9] ?? 0 };
    else at += 2 + Math.max(2, word(at + 2));
  }
  return undefined;
}
