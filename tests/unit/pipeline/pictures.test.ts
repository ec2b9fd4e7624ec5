import { describe, expect, it } from "vitest";
import { makeUp } from "../../../src/pipeline.ts";
import { illustrate } from "../../../src/pipeline/pictures.ts";
import { world } from "../../support/archived.ts";
import { projectPath } from "../../support/desk.ts";

function madeUp() {
  const { value } = makeUp(world, { article: projectPath("articles/raumfahrt-frauen.json"), template: "a4-3" });
  if (value === undefined) throw new Error("the article cannot be set");
  return value;
}

/** A manner of preparing pictures that only counts how often it is asked. */
function counting() {
  const names: string[] = [];
  const prepare = async (_: Uint8Array, { name }: { readonly name: string }) => {
    names.push(name);
    return { value: name, diagnostics: [] };
  };
  return { names, prepare };
}

describe("the pictures of a make-up", () => {
  it("are prepared once for all files that are made of it in the same manner", async () => {
    const { names, prepare } = counting();
    const made = madeUp();
    await illustrate(world, made, made.pages, prepare);
    await illustrate(world, made, made.pages, prepare);
    expect(names.toSorted()).toEqual(["pictures/astronaut.png", "pictures/rocket.jpg"]);
  });

  it("are prepared anew in another manner, and for another make-up", async () => {
    const [one, other] = [counting(), counting()];
    const made = madeUp();
    await illustrate(world, made, made.pages, one.prepare);
    await illustrate(world, made, made.pages, other.prepare);
    const again = madeUp();
    await illustrate(world, again, again.pages, one.prepare);
    expect([one.names.length, other.names.length]).toEqual([4, 2]);
  });
});
