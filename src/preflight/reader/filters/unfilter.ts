import { unpackAscii85, unpackHex } from "./ascii.ts";
import { inflate } from "./flate.ts";
import { unpackLzw } from "./lzw.ts";
import { unpredict, type Prediction } from "./predictor.ts";
import { unpackRunLength } from "./run-length.ts";
import type { Filtered } from "./filtered.ts";

/** The number of a key in a filter's parameters; undefined when there is none. */
export type Parameter = (key: string) => number | undefined;

/** The short names that inline images may use (ISO 32000-1, table 94). */
const LONG: Readonly<Record<string, string>> = {
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

/** A filter's name in full. */
export function filterName(name: string): string {
  return LONG[name] ?? name;
}

/** Undoes one filter; undefined when it is one of pictures or unknown, whose data stay packed. */
export function unfilter(name: string, data: Uint8Array, parameter: Parameter, most: number): Filtered | undefined {
  switch (name) {
    case "FlateDecode":
      return unpredicted(inflate(data, most), parameter);
    case "LZWDecode":
      return unpredicted(unpackLzw(data, most, parameter("EarlyChange") !== 0), parameter);
    case "ASCIIHexDecode":
      return unpackHex(data);
    case "ASCII85Decode":
      return unpackAscii85(data, most);
    case "RunLengthDecode":
      return unpackRunLength(data, most);
    case "Crypt":
      return { bytes: data };
    default:
      return undefined;
  }
}

function unpredicted({ bytes, fault }: Filtered, parameter: Parameter): Filtered {
  const prediction: Prediction = {
    predictor: parameter("Predictor") ?? 1,
    colours: parameter("Colors") ?? 1,
    bits: parameter("BitsPerComponent") ?? 8,
    columns: parameter("Columns") ?? 1,
  };
  const undone = unpredict(bytes, prediction);
  const wrong = fault ?? undone.fault;
  return { bytes: undone.bytes, ...(wrong && { fault: wrong }) };
}
