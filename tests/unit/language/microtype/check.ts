import { expect } from "vitest";
import { copyFrom } from "../../../../src/base/index.ts";
import { defaultHouse, languageOf, type HouseStyle, type Microtyped } from "../../../../src/language/index.ts";

/** A text through microtype. */
export function microtyped(input: string, house: Partial<HouseStyle> = {}): Microtyped {
  const copy = copyFrom({ name: "test", text: input }, 0, input.length);
  return languageOf("de-AT").microtype(copy, { ...defaultHouse, ...house });
}

/** Copy with ⍽ for the no-break space and ⎵ for the narrow one, so that a reader of the test sees them. */
export function visible(text: string): string {
  return text.replaceAll("\u00A0", "⍽").replaceAll("\u202F", "⎵");
}

/** `input` comes out as `expected`, and what came out stays as it is when it goes in again. */
export function check(input: string, expected: string, house: Partial<HouseStyle> = {}): void {
  const once = microtyped(input, house).copy.text;
  expect(visible(once)).toBe(expected);
  expect(visible(microtyped(once, house).copy.text)).toBe(expected);
}

/** Codes of what a person should look at. */
export function codes(input: string, house: Partial<HouseStyle> = {}): readonly string[] {
  return microtyped(input, house).diagnostics.map(({ code }) => code);
}

/** The stretches of the source that findings of one code point at. */
export function places(input: string, code: string): readonly { column: number; length: number }[] {
  return microtyped(input).diagnostics.flatMap((found) =>
    found.code === code && found.place?.kind === "source"
      ? [{ column: found.place.column, length: found.place.length }]
      : [],
  );
}
