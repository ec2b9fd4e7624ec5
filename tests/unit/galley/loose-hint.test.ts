import { describe, expect, it } from "vitest";
import type { Line, LineEnd } from "../../../src/galley/line.ts";
import { looseHint } from "../../../src/galley/loose-hint.ts";
import { copyOf } from "../../support/desk.ts";

const line = (text: string, endsWith: LineEnd = "word"): Line => ({
  runs: [],
  measure: 100,
  inset: 0,
  hang: 0,
  width: 100,
  ratio: 1,
  wordSpace: 2.5,
  spaces: 2,
  endsWith,
  copy: copyOf(text),
});

describe("the hint for a loose line", () => {
  it("marks where the word that had no place might break", () => {
    expect(looseHint(line("Das war der"), line("„Atomstreitkräfte“, sagte er"))).toMatch(
      /^“Atomstreitkräfte” might break as Atom=streit=kräf-te, which was no better here; /,
    );
  });

  it("takes a divided word whole", () => {
    expect(looseHint(line("Das waren Atom", "hyphen"), line("streitkräfte oder"))).toContain("Atom=streit=kräf-te");
  });

  it("says of a word without breaks that it cannot be divided", () => {
    expect(looseHint(line("Das war der"), line("USA am"))).toMatch(/^“USA” cannot be divided; /);
  });

  it("says what is tied together", () => {
    expect(looseHint(line("Das war am"), line("24.\u00A0November um"))).toContain("stays together");
  });

  it("is the general one where no word follows", () => {
    expect(looseHint(line("Das war"), line("– 1914"))).toBe("a word more or less in this paragraph closes the gap");
  });
});
