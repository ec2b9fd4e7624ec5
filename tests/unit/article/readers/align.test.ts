import { expect, test } from "vitest";
import { alignCopy } from "../../../../src/article/readers/align.ts";

/** What each character of a read text leads to, as offsets from the beginning of the source. */
const align = (written: string, text: string) =>
  alignCopy({ name: "a.md", text: written }, 0, written.length, text).origins;

test.each([
  ["text that is written as it reads", "abc", "abc", [0, 1, 2, 3]],
  ["an escaped sign leads to the sign", String.raw`a\*b`, "a*b", [0, 2, 3, 4]],
  ["an escaped backslash leads to one of the two", String.raw`a\\b`, String.raw`a\b`, [0, 1, 3, 4]],
  ["a named reference leads to its ampersand", "a&amp;amp", "a&amp", [0, 1, 6, 7, 8, 9]],
  ["a numeric reference leads to its ampersand", "&#65;b", "Ab", [0, 5, 6]],
  ["a reference that nobody knows is text", "&xyz;b", "&xyz;b", [0, 1, 2, 3, 4, 5, 6]],
  ["a numeric escape leads to its backslash", String.raw`\u0041b`, "Ab", [0, 6, 7]],
  ["quotation prefixes are stepped over", "a\n> b", "a\nb", [0, 1, 4, 5]],
  ["a folded line end is the space it became", "a\n  b", "a b", [0, 1, 4, 5]],
])("%s", (_, written, text, origins) => expect(align(written, text)).toEqual(origins));

test("a text that is not in the source at all keeps its characters and stays inside", () => {
  const copy = alignCopy({ name: "a.md", text: "xyz" }, 0, 3, "quite another one");
  expect(copy.text).toBe("quite another one");
  expect(copy.origins).toHaveLength(copy.text.length + 1);
  expect(copy.origins.every((origin) => origin >= 0 && origin <= 3)).toBe(true);
});
