import { expect, test } from "vitest";
import { addressSpans } from "../../../src/language/addresses.ts";

test.each([
  ["Mehr auf ORF.at.", ["ORF.at"]],
  ["www.apa.at/kultur, max@apa.at!", ["www.apa.at/kultur", "max@apa.at"]],
  ["(siehe https://apa.at/a?b=c)", ["https://apa.at/a?b=c"]],
  ["„news.orf.at/stories“", ["news.orf.at/stories"]],
  ["Das hat er entwickelt.Untersuchungen folgen.", []],
  ["z.B. am 8.2. um 14.30 Uhr", []],
  ["@parlament", []],
])("the addresses in „%s“ end before the punctuation of the sentence", (text, expected) => {
  expect(addressSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
