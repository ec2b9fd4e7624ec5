import { describe, expect, it } from "vitest";
import { rememberingWorld } from "../../../../src/app/watch/remembering-world.ts";
import { openWorld } from "../../../../src/app/workspace.ts";

describe("a world that remembers", () => {
  const files = new Map([["/a", new Uint8Array([1])]]);
  let reads = 0;
  const memory = rememberingWorld({ ...openWorld(), read: (path) => ((reads += 1), files.get(path)?.slice()) });

  it("reads a file once, gives the very same bytes, and reads again what it was told to forget", () => {
    expect(memory.world.read("/a")).toBe(memory.world.read("/a"));
    expect(reads).toBe(1);
    memory.forget("/a");
    memory.world.read("/a");
    expect(reads).toBe(2);
  });

  it("notes what is asked for, also what is not there and what is bundled", () => {
    const noted = memory.begin();
    memory.world.read("/a");
    memory.world.read("/missing");
    const template = memory.world.template("clip");
    expect([...noted]).toEqual(["/a", "/missing", template?.path]);
    expect([...memory.begin()]).toEqual([]);
  });
});
