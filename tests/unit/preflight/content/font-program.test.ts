import { describe, expect, it } from "vitest";
import { isFontProgram } from "../../../../src/preflight/content/font-program.ts";
import { fontBytes } from "../../../support/desk.ts";
import { bytes } from "../../../support/pdf/build.ts";

const OPEN_TYPE = fontBytes("SourceSerif4-Regular.otf");

/** The CFF table of an OpenType font. */
function cff(): Uint8Array {
  const view = new DataView(OPEN_TYPE.buffer, OPEN_TYPE.byteOffset, OPEN_TYPE.byteLength);
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const tag = String.fromCharCode(...OPEN_TYPE.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    if (tag === "CFF ") return OPEN_TYPE.slice(offset, offset + view.getUint32(at + 12));
  }
  throw new Error("there is no CFF table");
}

describe("a font's program", () => {
  it("is OpenType, CFF, or Type 1", () => {
    expect(isFontProgram(OPEN_TYPE)).toBe(true);
    expect(isFontProgram(cff())).toBe(true);
    expect(isFontProgram(bytes("%!PS-AdobeFont-1.0: Utopia"))).toBe(true);
  });

  it("is none when it is cut off, or is something else", () => {
    expect(isFontProgram(OPEN_TYPE.subarray(0, 20_000))).toBe(false);
    expect(isFontProgram(cff().subarray(0, 300))).toBe(false);
    expect(isFontProgram(bytes("<html>no font at all, but a page</html>"))).toBe(false);
  });

  it("is none when bytes came between the lists of a CFF", () => {
    const whole = cff();
    const broken = new Uint8Array(whole.length + 3);
    broken.set(whole.subarray(0, 10));
    broken.set(whole.subarray(10), 13);
    expect(isFontProgram(broken)).toBe(false);
  });
});
