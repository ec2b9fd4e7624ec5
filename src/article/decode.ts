import { report, sourcePlace, type Diagnostic, type Outcome, type Place, type Source } from "../base/index.ts";
import { binaryKind, likelyEncoding, wideEncoding } from "./encoding.ts";
import { findings } from "./findings.ts";

const LARGEST_FILE = 2_000_000;

/**
 * The text of a file: UTF-8, with or without byte order mark, or UTF-16 with one. For any other bytes the value
 * is undefined and an error says what they most likely are, where the first bad one stands and how to convert them.
 */
export function decode(name: string, bytes: Uint8Array): Outcome<Source | undefined> {
  const refused = refusal(name, bytes);
  if (refused !== undefined) return { value: undefined, diagnostics: [refused] };
  const mark = byteOrderMark(bytes);
  const text = mark === undefined ? strictly("utf-8", bytes) : strictly(mark.encoding, bytes.subarray(mark.length));
  if (text === undefined) return { value: undefined, diagnostics: [badBytes(name, bytes, mark)] };
  const source = { name, text };
  if (text.trim() === "") {
    return {
      value: undefined,
      diagnostics: [report(findings.empty, "the file holds no text", sourcePlace(source, 0))],
    };
  }
  return { value: source, diagnostics: mark ? [markNote(source, mark)] : [] };
}

interface ByteOrderMark {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly length: number;
}

/** What can be said without decoding: nothing there, too much, UTF-16 without a mark, not a text. */
function refusal(name: string, bytes: Uint8Array): Diagnostic | undefined {
  const start = (): Place => sourcePlace({ name, text: "" }, 0);
  if (bytes.length === 0) return report(findings.empty, "the file is empty", start());
  if (bytes.length > LARGEST_FILE) {
    return report(
      findings.tooLarge,
      `the file has ${(bytes.length / 1e6).toFixed(1)} MB; an article has at most 2`,
      start(),
    );
  }
  if (byteOrderMark(bytes) !== undefined) return undefined;
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    return report(findings.encoding, `the file is ${wide} without a byte order mark`, start(), convert(wide, name));
  }
  const kind = binaryKind(bytes);
  return kind === undefined ? undefined : report(findings.binary, `the file is ${kind}, not a text`, start());
}

function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", length: 3 };
  if (first === 0xff && second === 0xfe) {
    // FF FE 00 00 is the mark of UTF-32; a UTF-16 text would begin with a null character.
    return third === 0 && fourth === 0 ? undefined : { encoding: "utf-16le", length: 2 };
  }
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function badBytes(name: string, bytes: Uint8Array, mark: ByteOrderMark | undefined): Diagnostic {
  if (mark !== undefined && mark.encoding !== "utf-8") {
    const place = sourcePlace({ name, text: "" }, 0);
    const hint = "the file was cut off or damaged on its way; ask for it again";
    return report(
      findings.encoding,
      `the file says it is ${mark.encoding.toUpperCase()} but breaks its rules`,
      place,
      hint,
    );
  }
  const content = bytes.subarray(mark?.length ?? 0);
  const { text, offset, byte } = firstBadByte(content);
  const place = sourcePlace({ name, text }, offset);
  const likely = likelyEncoding(content);
  const found = `the file is not UTF-8: the first bad byte is 0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return likely === undefined
    ? report(
        findings.encoding,
        `${found} in a text that is UTF-8 elsewhere, so it was damaged`,
        place,
        "ask for the file again, or put in the right letter",
      )
    : report(findings.encoding, `${found}; it is most likely ${likely.name}`, place, convert(likely.iconv, name));
}

/** The text with its bad bytes shown as U+FFFD, and where the first of them stands in it. */
function firstBadByte(bytes: Uint8Array): { text: string; offset: number; byte: number } {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  let differs = 0;
  while (differs < bytes.length && bytes[differs] === again[differs]) differs++;
  // In a stream, the decoder holds back the sequence that the differing byte broke, so the prefix ends before it.
  const prefix = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, differs), { stream: true });
  const at = new TextEncoder().encode(prefix).length;
  return { text, offset: prefix.length, byte: bytes[at] ?? 0 };
}

function convert(encoding: string, name: string): string {
  const target = name.replace(/(\.[^./\\]*)?$/, ".utf8$1");
  return `convert it: iconv -f ${encoding} -t UTF-8 ${quoted(name)} > ${quoted(target)}`;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function markNote(source: Source, mark: ByteOrderMark): Diagnostic {
  const what =
    mark.encoding === "utf-8" ? "the byte order mark was left out" : `read as ${mark.encoding.toUpperCase()}`;
  return report(findings.byteOrderMark, what, sourcePlace(source, 0));
}
