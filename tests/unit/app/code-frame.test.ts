import { describe, expect, it } from "vitest";
import { codeFrame } from "../../../src/app/code-frame.ts";
import { openPaint } from "../../../src/app/colour.ts";
import { sourcePlace } from "../../../src/base/index.ts";

const plain = openPaint(false);

function frame(text: string, offset: number, length: number, width = 60): string {
  const place = sourcePlace({ name: "a.txt", text }, offset, length);
  return place.kind === "source" ? codeFrame(place, width, plain) : "";
}

describe("a code frame", () => {
  it("underlines what is meant", () => {
    expect(frame("Ein Wort zu viel", 4, 4)).toBe("1 │ Ein Wort zu viel\n  │     ^^^^");
  });

  it("shows the surroundings only of a place in a long line", () => {
    const [line = "", under = ""] = frame(`${"links ".repeat(60)}HIER${" rechts".repeat(60)}`, 360, 4).split("\n");
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line).toMatch(/^1 │ ….*HIER.*…$/);
    expect(under.indexOf("^^^^")).toBe(line.indexOf("HIER"));
  });

  it("stands under wide characters and after combining ones where a terminal shows them", () => {
    expect(frame("漢字 hier", 3, 4)).toBe("1 │ 漢字 hier\n  │      ^^^^");
    expect(frame("a\u0308 hier", 3, 4)).toBe("1 │ a\u0308 hier\n  │   ^^^^");
  });

  it("shows what cannot be seen as a dot", () => {
    expect(frame("a\tb\u200Bc", 1, 1)).toContain("1 │ a·b·c");
  });

  it("counts lines across all kinds of line ends", () => {
    expect(frame("eins\r\nzwei\rdrei\nvier", 16, 4)).toBe("4 │ vier\n  │ ^^^^");
  });

  it("is empty where there is no line to show", () => {
    expect(frame("", 0, 1)).toBe("");
  });
});
