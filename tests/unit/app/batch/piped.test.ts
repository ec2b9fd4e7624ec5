import { describe, expect, it } from "vitest";
import { withPiped } from "../../../../src/app/batch/piped.ts";
import { openWorld } from "../../../../src/app/workspace.ts";

describe("an article from the standard input", () => {
  const world = openWorld();

  it("is a file at its path, for whoever reads it", () => {
    const bytes = new TextEncoder().encode("Kim");
    const seen = withPiped(world, { path: "kim.txt", bytes });
    expect(seen.read("./kim.txt")).toBe(bytes);
    expect(seen.read("package.json")).toEqual(world.read("package.json"));
  });

  it("that cannot be read, such as a folder, is told of as that, and no file of its name", () => {
    const seen = withPiped(world, { path: "kim.txt", bytes: undefined });
    expect(seen.read("kim.txt")).toBeUndefined();
    expect(seen.whyUnread("kim.txt").reason).toContain("the standard input, which cannot be read");
    expect(seen.whyUnread("other.txt").reason).toBe("is not there");
  });
});
