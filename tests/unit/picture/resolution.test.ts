import { describe, expect, it } from "vitest";
import { mm } from "../../../src/base/index.ts";
import { checkResolution } from "../../../src/picture/index.ts";
import { copyOf } from "../../support/desk.ts";
import { placeOf } from "../../../src/base/index.ts";

const place = placeOf(copyOf("bild.jpg"));

describe("the resolution of a picture", () => {
  it("is enough from 200 pixels to the inch on", () => {
    expect(checkResolution("bild.jpg", 2000, 720, place)).toEqual([]);
    expect(checkResolution("bild.jpg", 1999, 720, place)).toHaveLength(1);
  });

  it("is reported with the real figure and the widest size that would do", () => {
    const [finding] = checkResolution("bild.jpg", 640, mm(104), place);
    expect(finding).toMatchObject({ code: "picture/low-resolution", severity: "warning", place });
    expect(finding?.message).toBe("bild.jpg has 156 ppi at 104 mm, the press wants 200");
    expect(finding?.hint).toContain("up to 81 mm wide");
  });

  it("would do at the size that the hint names", () => {
    const widest = Number(/up to (\d+) mm/.exec(checkResolution("b", 777, mm(250), place)[0]?.hint ?? "")?.[1]);
    expect(checkResolution("b", 777, mm(widest), place)).toEqual([]);
    expect(checkResolution("b", 777, mm(widest + 1), place)).toHaveLength(1);
  });
});
