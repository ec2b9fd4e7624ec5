import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openPress, openTemplate, type World } from "../../../src/pipeline.ts";
import { openWorld } from "../../../src/app/workspace.ts";

const bundled = openWorld();

/** The world with files of a test's own, which may change. */
function worldWith(files: Map<string, string>): World {
  const bytesOf = (path: string): Uint8Array | undefined => {
    const text = files.get(path);
    return text === undefined ? bundled.read(path) : new TextEncoder().encode(text);
  };
  return { ...bundled, read: bytesOf, resolve: (_, relative) => relative };
}

const child = (title: string): string => JSON.stringify({ extends: "parent.json", name: "child", title });
const parent = (top: number): string =>
  JSON.stringify({ extends: "a4-3", name: "parent", title: "Parent", typeArea: { top: `${top}mm`, height: "200mm" } });

describe("recalling what was read", () => {
  it("reads a bundled template once for a world", () => {
    const world = worldWith(new Map());
    expect(openTemplate(world, "a4-3")).toBe(openTemplate(world, "a4-3"));
    expect(openTemplate(world, "a4-3")).toEqual(openTemplate(worldWith(new Map()), "a4-3"));
  });

  it("reads a print condition and its profile once for a world, and each by its own name", () => {
    const world = openWorld();
    expect(openPress(world, "coated")).toBe(openPress(world, "coated"));
    expect(openPress(world, "coated").value).not.toBe(openPress(world, "austria-newsprint").value);
    const again = openPress(openWorld(), "coated").value;
    expect(openPress(world, "coated").value?.condition).toEqual(again?.condition);
    expect(openPress(world, "coated").value?.profile.bytes).toEqual(again?.profile.bytes);
  });

  it("reads a template anew when its file has changed", () => {
    const files = new Map([
      ["child.json", child("One")],
      ["parent.json", parent(20)],
    ]);
    const world = worldWith(files);
    expect(openTemplate(world, "child.json").value?.title).toBe("One");
    files.set("child.json", child("Two"));
    expect(openTemplate(world, "child.json").value?.title).toBe("Two");
  });

  it("reads a template anew when what it extends has changed, has gone or has come back", () => {
    const files = new Map([
      ["child.json", child("One")],
      ["parent.json", parent(20)],
    ]);
    const world = worldWith(files);
    const first = openTemplate(world, "child.json").value?.typeArea.y;
    files.set("parent.json", parent(30));
    const second = openTemplate(world, "child.json").value?.typeArea.y;
    expect(second).not.toBe(first);
    files.delete("parent.json");
    expect(openTemplate(world, "child.json").diagnostics.map(({ code }) => code)).toEqual(["template/unknown-parent"]);
    files.set("parent.json", parent(30));
    expect(openTemplate(world, "child.json").value?.typeArea.y).toBe(second);
  });

  it("reads a profile anew when one of its bytes has changed, wherever its bytes lie in memory", () => {
    const profile = bundled.read(
      fileURLToPath(new URL("../../../conditions/coated-fogra39l-tac300.icc", import.meta.url)),
    );
    if (profile === undefined) throw new Error("the package lacks a profile");
    let bytes = profile;
    const world: World = { ...bundled, read: () => bytes };
    const moved = (by: number): Uint8Array => {
      const copy = new Uint8Array(profile.length + by);
      copy.set(profile, by);
      return copy.subarray(by);
    };
    const first = openPress(world, "coated", "own.icc");
    for (const by of [0, 1, 2, 4]) {
      bytes = moved(by);
      expect(openPress(world, "coated", "own.icc")).toBe(first);
    }
    for (const at of [40, profile.length - 1]) {
      for (const by of [0, 3]) {
        bytes = moved(by);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        expect(openPress(world, "coated", "own.icc")).not.toBe(first);
      }
    }
  });

  it("does not confuse worlds", () => {
    const one = worldWith(
      new Map([
        ["child.json", child("One")],
        ["parent.json", parent(20)],
      ]),
    );
    const two = worldWith(
      new Map([
        ["child.json", child("Two")],
        ["parent.json", parent(20)],
      ]),
    );
    expect(openTemplate(one, "child.json").value?.title).toBe("One");
    expect(openTemplate(two, "child.json").value?.title).toBe("Two");
  });
});
