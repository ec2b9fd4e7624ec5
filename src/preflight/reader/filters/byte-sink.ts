/** Bytes that grow up to a limit. */
export class ByteSink {
  #bytes: Uint8Array;
  #length = 0;
  readonly #most: number;
  /** Whether more came than the limit. */
  full = false;

  constructor(expected: number, most: number) {
    this.#most = most;
    this.#bytes = new Uint8Array(Math.max(16, Math.min(expected, most)));
  }

  get length(): number {
    return this.#length;
  }

  push(byte: number): void {
    if (this.#length >= this.#most) {
      this.full = true;
      return;
    }
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(Math.min(this.#most, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = byte;
  }

  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
