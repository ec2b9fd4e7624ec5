/** An encoding as people call it and as iconv does. */
export interface Encoding {
  readonly name: string;
  readonly iconv: string;
}

/**
 * UTF-16 or UTF-32 without a usable byte order mark: in Western text every other byte of UTF-16 is null.
 * Undefined when the null bytes tell no such story.
 */
export function wideEncoding(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | "UTF-32" | undefined {
  if (bytes.length < 4 || !bytes.includes(0)) return undefined;
  const nulls = [0, 0, 0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) nulls[index % 4] = (nulls[index % 4] ?? 0) + 1;
  });
  const [a = 0, b = 0, c = 0, d = 0] = nulls.map((count) => count / (bytes.length / 4));
  if ((c > 0.9 && d > 0.9) || (a > 0.9 && b > 0.9)) return "UTF-32";
  if (b + d > 1 && a + c < 0.1) return "UTF-16LE";
  if (a + c > 1 && b + d < 0.1) return "UTF-16BE";
  return undefined;
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF document"],
  ["PK\x03\x04", "a ZIP archive or a word processor's document (docx, odt)"],
  ["{\\rtf", "a Rich Text document"],
  ["\xd0\xcf\x11\xe0", "an old Word document (doc)"],
  ["\xff\xd8\xff", "a JPEG picture"],
  ["\x89PNG", "a PNG picture"],
  ["GIF8", "a GIF picture"],
  ["II*\0", "a TIFF picture"],
  ["MM\0*", "a TIFF picture"],
  ["\x1f\x8b", "a gzip archive"],
  ["\x7fELF", "a program"],
];

/** What a file is that is no text, by its first bytes or by its many control characters; undefined for text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known !== undefined) return known[1];
  return bytes.includes(0) || controlsIn(bytes) > bytes.length / 10 ? "binary data" : undefined;
}

/** A loop, for it is run over every byte of every text. */
function controlsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (isControl(bytes[at] ?? 0)) count++;
  return count;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
}

/** Windows-1252 puts quotes, dashes and € where Latin-1 has control characters that no text uses. */
const LATIN1: Encoding = { name: "Latin-1 (ISO 8859-1)", iconv: "ISO-8859-1" };
const WINDOWS: Encoding = { name: "Windows-1252", iconv: "WINDOWS-1252" };

/** Where ä ö ü Ä Ö Ü ß stand in the encodings that German copy still arrives in. */
const UMLAUTS: readonly (Encoding & { readonly bytes: readonly number[] })[] = [
  { ...WINDOWS, bytes: [0xe4, 0xf6, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf] },
  { name: "Mac OS Roman", iconv: "MACINTOSH", bytes: [0x8a, 0x9a, 0x9f, 0x80, 0x85, 0x86, 0xa7] },
  { name: "DOS code page 850", iconv: "CP850", bytes: [0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1] },
];

/**
 * The eight-bit encoding that bytes which are not UTF-8 are most likely in, judged by German umlauts.
 * Undefined when the text has more well-formed UTF-8 letters than bad bytes: then it is damaged UTF-8.
 */
export function likelyEncoding(bytes: Uint8Array): Encoding | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
  if (good > bad) return undefined;
  const score = (letters: readonly number[]): number => bytes.filter((byte) => letters.includes(byte)).length;
  const [best] = UMLAUTS.map((encoding) => ({ encoding, score: score(encoding.bytes) })).sort(
    (a, b) => b.score - a.score,
  );
  if (best !== undefined && best.score > 0 && best.encoding.iconv !== WINDOWS.iconv) return best.encoding;
  return bytes.some((byte) => byte >= 0x80 && byte < 0xa0) ? WINDOWS : LATIN1;
}
