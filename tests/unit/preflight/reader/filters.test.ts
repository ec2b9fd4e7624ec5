import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unfilter } from "../../../../src/preflight/reader/filters/unfilter.ts";
import { unpredict } from "../../../../src/preflight/reader/filters/predictor.ts";
import { bytes } from "../../../support/pdf/build.ts";

const MOST = 10_000;

function undo(name: string, data: Uint8Array, parameters: Readonly<Record<string, number>> = {}, most = MOST) {
  const filtered = unfilter(name, data, (key) => parameters[key], most);
  return filtered && { text: Buffer.from(filtered.bytes).toString("latin1"), fault: filtered.fault };
}

describe("filters", () => {
  it("unpack Flate", () => {
    expect(undo("FlateDecode", deflateSync("Satz und Umbruch"))).toEqual({
      text: "Satz und Umbruch",
      fault: undefined,
    });
  });

  it("give what can be had of damaged Flate, and say so", () => {
    const whole = deflateSync(Buffer.from("Zeile ".repeat(500)), { level: 0 });
    const cut = undo("FlateDecode", whole.subarray(0, 1000));
    expect(cut?.fault).toBe("damaged");
    expect(cut?.text).toMatch(/^Zeile Zeile/);
    const checksum = Uint8Array.from(whole);
    checksum[checksum.length - 1] = (checksum.at(-1) ?? 0) ^ 1;
    expect(undo("FlateDecode", checksum)).toEqual({ text: "Zeile ".repeat(500), fault: "damaged" });
    expect(undo("FlateDecode", bytes("no flate at all"))?.fault).toBe("damaged");
  });

  it.each([
    ["FlateDecode", deflateSync(Buffer.alloc(1 << 20))],
    ["LZWDecode", Uint8Array.from([0x80, 0x00, 0x60, 0x50, 0x38, 0x24, 0x16, 0x0d, 0x07, 0x84])],
    ["RunLengthDecode", bytes("\u0081a".repeat(100))],
    ["ASCII85Decode", bytes("z".repeat(100))],
  ])("stop %s at the limit", (name, data) => {
    expect(undo(name, data, {}, 16)?.fault).toBe("too-long");
  });

  it("unpack LZW, as in the example of ISO 32000-1, 7.4.4.2", () => {
    const data = Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]);
    expect(undo("LZWDecode", data)?.text).toBe("-----A---B");
  });

  it("unpack hexadecimal and base 85", () => {
    expect(undo("ASCIIHexDecode", bytes("48 65 6c\n6c6F 7>"))?.text).toBe("Hellop");
    expect(undo("ASCIIHexDecode", bytes("4x"))?.fault).toBe("damaged");
    expect(undo("ASCII85Decode", bytes('87cURD]i,"Ebo80~>'))?.text).toBe("Hello World!");
    expect(undo("ASCII85Decode", bytes("z87cUR~>"))?.text).toBe("\0\0\0\0Hell");
  });

  it("unpack run lengths", () => {
    expect(undo("RunLengthDecode", bytes("\u0002abc\u00fdx\u0080ignored"))?.text).toBe("abcxxxx");
  });

  it("leave what pictures are packed by", () => {
    expect(undo("DCTDecode", bytes("\u00ff\u00d8"))).toBeUndefined();
  });

  it("undo the predictors of PNG, each row by its own", () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 10, 10, 10],
      [2, 1, 1, 1],
      [3, 5, 5, 5],
      [4, 1, 1, 1],
    ].flat();
    const { bytes: undone } = unpredict(Uint8Array.from(rows), { predictor: 15, colours: 1, bits: 8, columns: 3 });
    expect([...undone]).toEqual([10, 20, 30, 10, 20, 30, 11, 21, 31, 10, 20, 30, 11, 21, 31]);
  });

  it("undo the predictor of TIFF", () => {
    const data = Uint8Array.from([1, 2, 3, 1, 1, 1, 9, 9, 9, 1, 1, 1]);
    const { bytes: undone } = unpredict(data, { predictor: 2, colours: 3, bits: 8, columns: 2 });
    expect([...undone]).toEqual([1, 2, 3, 2, 3, 4, 9, 9, 9, 10, 10, 10]);
  });

  it("take rows of absurd length for damage", () => {
    const absurd = { predictor: 15, colours: 1, bits: 8, columns: 2 ** 40 };
    expect(unpredict(bytes("abc"), absurd).fault).toBe("damaged");
  });
});
