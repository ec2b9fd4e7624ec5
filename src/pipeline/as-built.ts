import type { Outcome, Source } from "../base/index.ts";
import type { Parents } from "../template/index.ts";
import { notingParents } from "./noting-parents.ts";

/** Bundled data as they were read once, with all that they were read from. */
export interface Reading {
  /** Their text, and those that it extends, each by the name that it is extended by. */
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  /** The value as JSON. */
  readonly value: string;
}

/** Readings by what and whom they are of: `template a4-3`. */
export type Readings = Readonly<Record<string, Reading>>;

declare const READINGS: Readings;

/** What the build read of the package's own templates and print conditions (`scripts/build.mjs`); where nothing was built, nothing. */
export const AS_BUILT: Readings = typeof READINGS === "undefined" ? {} : READINGS;

/** How data are read from their text and those that it extends. */
export type Read = (parents: Parents) => Outcome<unknown>;

/** Reads bundled data and keeps the reading. Throws where there is anything to be said of them, or JSON does not hold them whole. */
export function keepReading(name: string, source: Source, parents: Parents, read: Read): Reading {
  const texts = [{ name, text: source.text }];
  const { value, diagnostics } = read(notingParents(parents, (parent, { text }) => texts.push({ name: parent, text })));
  const [fault] = diagnostics;
  if (fault !== undefined) throw new Error(`${name} is bundled, and at fault: ${fault.message}`);
  return { texts, value: JSON.stringify(value, whole) };
}

/** Only what JSON holds as it is. */
function whole(key: string, value: unknown): unknown {
  const isPlain = typeof value !== "object" || value === null || Array.isArray(value) || isRecord(value);
  if (isPlain && value !== undefined && (typeof value !== "number" || Number.isFinite(value))) return value;
  throw new Error(`“${key}”: JSON does not hold this whole`);
}

function isRecord(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * The value of a reading, new at each call, if all that it was read from is to the letter what it was; else undefined, and the data
 * must be read, which with zod takes some 50 ms of a start.
 */
export function takeReading<Value>(reading: Reading | undefined, source: Source, parents: Parents): Value | undefined {
  if (reading === undefined) return undefined;
  const [own, ...extended] = reading.texts;
  if (own?.text !== source.text) return undefined;
  let from = source.name;
  for (const { name, text } of extended) {
    const found = parents.find(name, from);
    if (found?.text !== text) return undefined;
    from = found.name;
  }
  return JSON.parse(reading.value) as Value;
}
