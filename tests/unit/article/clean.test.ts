import { expect, test } from "vitest";
import { cleanCopy } from "../../../src/article/clean.ts";
import { copyFrom } from "../../../src/base/index.ts";
import { agencyText, read } from "./reading.ts";

const clean = (text: string) => cleanCopy(copyFrom({ name: "a.txt", text }, 0, text.length));

test.each([
  ["decomposed umlauts", "Gro\u0308\u00DFe U\u0308ber", "Größe Über", ["decomposed", "decomposed"]],
  ["tabs", "a\tb", "a b", ["tab"]],
  ["no-break and thin spaces", "5\u00A0km, 20\u202F%", "5 km, 20 %", ["fixedSpace", "fixedSpace"]],
  ["zero-width characters", "Wort\u200Bende\uFEFF.", "Wortende.", ["zeroWidth", "zeroWidth"]],
  ["soft hyphens", "Haus\u00ADtür", "Haustür", ["softHyphen"]],
  ["control characters", "a\u0007b\u200Ec", "abc", ["control", "control"]],
  ["double spaces", "a  b   c", "a b c", ["doubleSpace", "doubleSpace"]],
  ["a tab beside a space", "a \tb", "a b", ["tab", "doubleSpace"]],
  ["half a surrogate pair", "a\uD83Db", "a\uFFFDb", ["control"]],
])("%s are cleaned and counted", (_, dirty, expected, kinds) => {
  const { copy, cleanings } = clean(dirty);
  expect(copy.text).toBe(expected);
  expect(cleanings.map(({ kind }) => kind)).toEqual(kinds);
});

test("line ends become spaces and the ends are trimmed without a word", () => {
  expect(clean("  eins \r\n zwei\ndrei\n")).toMatchObject({ copy: { text: "eins zwei drei" }, cleanings: [] });
});

test("accents that have no composed letter stay", () => {
  expect(clean("q\u0308")).toMatchObject({ copy: { text: "q\u0308" }, cleanings: [] });
});

test("an emoji of two units is no half pair", () => {
  expect(clean("😀")).toMatchObject({ copy: { text: "😀" }, cleanings: [] });
});

test("cleaned characters lead to their places", () => {
  const { copy } = clean("a  Gro\u0308ße");
  expect(copy.origins[copy.text.indexOf("ß")]).toBe(7);
});

test("each kind of cleaning is one note with its count and first place", () => {
  const { diagnostics } = read("a.txt", agencyText("Ein\tText  mit\tTabs und ge\u00ADnug Wörtern."));
  expect(diagnostics.map(({ severity, code, message, place }) => [severity, code, message, place])).toMatchObject([
    ["note", "article/tab", "2 tabs were replaced by a space; the first is here", { line: 5, column: 4 }],
    ["note", "article/double-space", "1 run of spaces was made one space", { line: 5, column: 9 }],
    ["note", "article/soft-hyphen", "1 soft hyphen was taken out and remembered as a break", { line: 5, column: 26 }],
  ]);
});

test("a character is cleaned alike whether or not another one calls for the rules", () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  const differing = units.filter((unit) => {
    const alone = clean(`a${unit}b`);
    const beside = clean(`\u200Ba${unit}b`);
    return beside.copy.text !== alone.copy.text || beside.cleanings.length !== alone.cleanings.length + 1;
  });
  expect(differing).toEqual([]);
});
