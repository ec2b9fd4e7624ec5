/** Bytes as a string of one character each, for what is ASCII at heart. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (to - from <= SHORT) return shortLatin1(bytes, from, to);
  const parts: string[] = [];
  for (let at = from; at < to; at += 4096)
    parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 4096))));
  return parts.join("");
}

const SHORT = 48;
const CHARACTERS = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** Most strings of a page are short, and for them this is several times faster. */
function shortLatin1(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += CHARACTERS[bytes[at] ?? 0] ?? "";
  return text;
}

/** The bytes of a string of one character each. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Where an ASCII word stands first from a place on and before `to`; −1 when nowhere. */
export function findBytes(bytes: Uint8Array, word: string, from = 0, to = bytes.length): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at + word.length <= to; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes, word, at)) return at;
  return -1;
}

/** Where an ASCII word stands last before a place; −1 when nowhere. */
export function findLastBytes(bytes: Uint8Array, word: string, before = bytes.length): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.lastIndexOf(first, before - 1); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1))
    if (startsWith(bytes, word, at)) return at;
  return -1;
}

export function startsWith(bytes: Uint8Array, word: string, at: number): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

/** Byte strings one behind the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return only;
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
