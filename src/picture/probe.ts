import { report, type Outcome, type Place } from "../base/index.ts";
import type { Facts, Reading } from "./facts.ts";
import { TOO_LARGE, UNREADABLE, WRONG_KIND } from "./findings.ts";
import { readJpeg } from "./jpeg.ts";
import { kindOf, type Format } from "./kind.ts";
import { liesOnSide } from "./orientation.ts";
import { readPng } from "./png.ts";
import { readTiff } from "./tiff.ts";
import { readWebp } from "./webp.ts";

/** What an image file says of itself; width and height as the image is seen: a camera's note that it was held upright is heeded. */
export interface Probe extends Facts {
  readonly format: Format;
}

const READERS: Readonly<Record<Format, (bytes: Uint8Array) => Reading>> = {
  jpeg: readJpeg,
  png: readPng,
  tiff: readTiff,
  webp: readWebp,
};

/**
 * The most pixels that are read. The largest camera backs make 151 million, a broadsheet page at 350 ppi has 43 million; what
 * is beyond was made to exhaust the memory, or by mistake.
 */
export const MOST_PIXELS = 200_000_000;

/** The longest side: what JPEG can have (ISO/IEC 10918-1, B.2.2). */
const LONGEST_SIDE = 65_535;

/** Reads the facts of a JPEG, PNG, TIFF or WebP from its structure, decoding nothing; undefined when it cannot be printed. */
export function probePicture(bytes: Uint8Array): Probe | undefined {
  return examinePicture(bytes, "").value;
}

/** The same with the reason, should it be undefined; `name` and `place` are for the finding. */
export function examinePicture(bytes: Uint8Array, name: string, place?: Place): Outcome<Probe | undefined> {
  const refused = (finding: typeof UNREADABLE | typeof WRONG_KIND | typeof TOO_LARGE, reason: string) => ({
    value: undefined,
    diagnostics: [report(finding, `${name} ${reason}`, place)],
  });
  const kind = kindOf(bytes);
  if (kind === undefined) return refused(WRONG_KIND, bytes.length === 0 ? "is empty" : "is no picture of a known kind");
  if ("other" in kind) return refused(WRONG_KIND, `is ${kind.other}`);
  const facts = READERS[kind.format](bytes);
  if (typeof facts === "string") return refused(UNREADABLE, facts);
  const { width, height } = facts;
  if (width < 1 || height < 1) return refused(UNREADABLE, "is damaged: it says that it has no pixels");
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    return refused(
      TOO_LARGE,
      `has ${width} × ${height} pixels, more than ${MOST_PIXELS / 1e6} million in all or ${LONGEST_SIDE} along a side`,
    );
  const seen = liesOnSide(facts.orientation) ? { width: height, height: width } : { width, height };
  return { value: { ...facts, ...seen, format: kind.format }, diagnostics: [] };
}
