import { report, type Outcome } from "../base/index.ts";
import { UNFIT_PROFILE } from "./findings.ts";

/** The ICC profile of a press, ready to be embedded. */
export interface PressProfile {
  readonly bytes: Uint8Array;
  /** Where it was read from. */
  readonly path: string;
  /** What the profile calls itself. */
  readonly description: string;
  /** The profile deflated, where it lies ready, by the SHA-256 (in hex) of its bytes. */
  readonly deflated?: (digest: string) => Uint8Array | undefined;
}

const HEADER = 128;

/**
 * Takes a profile for an output intent: signature and stated size, class `prtr`, CMYK, version 2 or 4, and the tables for
 * both directions (ICC.1:2010, 7.2 and 8.4; PDF/A-2, 6.2.3).
 */
export function openProfile(path: string, bytes: Uint8Array): Outcome<PressProfile | undefined> {
  const fault = faultOf(bytes);
  if (fault !== undefined)
    return { value: undefined, diagnostics: [report(UNFIT_PROFILE, `the ICC profile ${path} ${fault}`)] };
  return { value: { bytes, path, description: descriptionOf(bytes) ?? path }, diagnostics: [] };
}

function faultOf(bytes: Uint8Array): string | undefined {
  if (bytes.length < HEADER + 4 || text(bytes, 36, 4) !== "acsp") return "is no ICC profile";
  const view = viewOf(bytes);
  if (view.getUint32(0) !== bytes.length) return `says that it has ${view.getUint32(0)} bytes, and has ${bytes.length}`;
  const major = bytes[8] ?? 0;
  if (major !== 2 && major !== 4) return `is of version ${major}; PDF takes 2 and 4`;
  if (text(bytes, 12, 4) !== "prtr") return `is of class “${text(bytes, 12, 4)}”, not “prtr”`;
  if (text(bytes, 16, 4) !== "CMYK") return `describes ${text(bytes, 16, 4).trim()}, not CMYK`;
  const missing = ["A2B0", "B2A0"].filter((signature) => tagOf(bytes, signature) === undefined);
  return missing.length > 0 ? `lacks the table ${missing.join(", ")}` : undefined;
}

function descriptionOf(bytes: Uint8Array): string | undefined {
  const tag = tagOf(bytes, "desc");
  if (tag === undefined || tag.length < 12) return undefined;
  const view = viewOf(tag);
  if (text(tag, 0, 4) === "desc") return clean(text(tag, 12, Math.max(0, view.getUint32(8) - 1)));
  // Multi-localized text (version 4): the first record, in UTF-16.
  if (text(tag, 0, 4) !== "mluc" || tag.length < 28) return undefined;
  const [length, at] = [view.getUint32(20), view.getUint32(24)];
  const units = Array.from({ length: Math.floor(length / 2) }, (_, index) => at + 2 * index);
  const within = units.filter((unit) => unit + 1 < tag.length);
  return clean(within.map((unit) => String.fromCharCode(view.getUint16(unit))).join(""));
}

function clean(description: string): string | undefined {
  return description.replace(/\p{Cc}+/gu, " ").trim() || undefined;
}

/** The data of a tag; undefined when there is none, or when it lies outside the file. */
function tagOf(bytes: Uint8Array, signature: string): Uint8Array | undefined {
  const view = viewOf(bytes);
  const count = Math.min(view.getUint32(HEADER), Math.floor((bytes.length - HEADER - 4) / 12));
  for (let index = 0; index < count; index++) {
    const entry = HEADER + 4 + 12 * index;
    if (text(bytes, entry, 4) !== signature) continue;
    const [at, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8)];
    return at + length <= bytes.length ? bytes.subarray(at, at + length) : undefined;
  }
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
