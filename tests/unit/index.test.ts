import { describe, expect, it } from "vitest";
import { archive, gather, makeUp, openWorld, preflight, press, proof, screen } from "../../src/index.ts";
import { projectPath } from "../support/desk.ts";

const DATED = { date: "2025-02-09" };

describe("the library", () => {
  const world = openWorld();
  const { value } = makeUp(world, { article: projectPath("articles/gemeindebudgets-sparpaket.txt"), template: "a4-3" });
  if (value === undefined) throw new Error("the article cannot be set");

  it("makes files for press, archive and screens of one make-up", async () => {
    const files = await Promise.all([press, archive, screen].map((make) => make(world, value, DATED)));
    expect(files.map(({ value: bytes }) => Buffer.from(bytes.subarray(0, 8)).toString("latin1"))).toEqual([
      "%PDF-1.6",
      "%PDF-1.7",
      "%PDF-1.7",
    ]);
  });

  it("draws a proof of it", async () => {
    const { value: bytes } = await proof(world, value, { page: 0, ppi: 40, format: "png" });
    expect(Buffer.from(bytes.subarray(1, 4)).toString("latin1")).toBe("PNG");
  });

  it("gathers it with others in one file, which its own preflight takes", async () => {
    const gathering = gather(world, { ...DATED, purpose: "press", title: "Tag" });
    await gathering.add(value);
    await gathering.add(value);
    const { value: bytes = new Uint8Array() } = gathering.finish();
    expect(preflight(bytes, { condition: value.press.condition })).toMatchObject({ verdict: "accepted", pages: 2 });
  });
});
