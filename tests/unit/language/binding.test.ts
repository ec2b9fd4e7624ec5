import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/language/index.ts";

const { bindsForward } = languageOf("de-AT");

describe("a headline line must not end with", () => {
  test.each([
    ["der"],
    ["Die"],
    ["und"],
    ["für"],
    ["im"],
    ["nicht"],
    ["„Das"],
    ["Dr."],
    ["Prof."],
    ["Donald"],
    ["Kim"],
    ["A."],
    ["3"],
    ["11.000"],
    ["8."],
  ])("%s", (word) => {
    expect(bindsForward(word)).toBe(true);
  });
});

describe("a headline line must not part", () => {
  test.each([
    ["Ludwig", "Huber"],
    ["Karl-Heinz", "Huber"],
    ["Ursula", "von"],
    ["19", "Schafe"],
    ["14", "alte"],
  ])("%s | %s", (word, next) => {
    expect(bindsForward(word, next)).toBe(true);
  });
});

describe("a headline line may part", () => {
  test.each([
    ["Ludwig", "verspricht"],
    ["Karl-Marx-Hof", "Wien"],
    ["30", "auf"],
  ])("%s | %s", (word, next) => {
    expect(bindsForward(word, next)).toBe(false);
  });
});

describe("a headline line may end with", () => {
  test.each([["Präsident"], ["Nordkorea"], ["setzt"], ["nicht,"], ["Kim:"], ["2:1-Sieg"], ["NATO"], ["“"], [""]])(
    "„%s“",
    (word) => {
      expect(bindsForward(word)).toBe(false);
    },
  );
});
