import { describe, expect, it } from "vitest";
import { openWorld } from "../../../src/app/workspace.ts";
import type { Source } from "../../../src/base/index.ts";
import { openPress, openTemplate, readingsOf } from "../../../src/pipeline.ts";
import { keepReading, takeReading } from "../../../src/pipeline/as-built.ts";
import type { Parents } from "../../../src/template/index.ts";

const world = openWorld();
const readings = readingsOf(world);

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The bundled data as they lie in the package, with some texts changed. */
function shelf(find: (name: string) => { bytes: Uint8Array } | undefined, changed: Readonly<Record<string, string>>) {
  const source = (name: string): Source => ({ name, text: changed[name] ?? textOf(find(name)?.bytes) });
  return { source, parents: { names: [], find: source } satisfies Parents };
}

function taken(kind: "template" | "condition", name: string, changed: Readonly<Record<string, string>> = {}): unknown {
  const { source, parents } = shelf((one) => world[kind](one), changed);
  return takeReading(readings[`${kind} ${name}`], source(name), parents);
}

describe("what the build read", () => {
  it.each(world.templates)("is the template %s as it is read from its file, to the last digit", (name) => {
    expect(taken("template", name)).toStrictEqual(openTemplate(world, name).value);
  });

  it.each(world.conditions)("is the print condition %s as it is read from its file", (name) => {
    expect(taken("condition", name)).toStrictEqual(openPress(world, name).value?.condition);
  });

  it("is not taken when the text has changed by a blank", () => {
    const text = textOf(world.template("berliner-5")?.bytes);
    expect(taken("template", "berliner-5", { "berliner-5": `${text} ` })).toBeUndefined();
  });

  it("is not taken when a text that it extends has changed, or is gone", () => {
    const text = textOf(world.template("berliner-5")?.bytes);
    expect(taken("template", "nordisch-6")).toBeDefined();
    expect(taken("template", "nordisch-6", { "berliner-5": text.replace("mm", "pt") })).toBeUndefined();
    const { source } = shelf((one) => world.template(one), {});
    const nobody: Parents = { names: [], find: () => undefined };
    expect(takeReading(readings["template nordisch-6"], source("nordisch-6"), nobody)).toBeUndefined();
  });

  it("is nothing for names that the package does not have", () => {
    expect(taken("template", "morgenblatt")).toBeUndefined();
  });

  it("is each time a value of its own", () => {
    expect(taken("template", "a4-3")).not.toBe(taken("template", "a4-3"));
  });

  it.each([
    ["a map", new Map([["k", 1]])],
    ["no number", NaN],
    ["nothing", undefined],
  ])("cannot be kept where JSON does not hold it whole: %s", (_, value) => {
    const read = () => ({ value: { value }, diagnostics: [] });
    const keep = () => keepReading("it", { name: "it", text: "" }, { names: [], find: () => undefined }, read);
    expect(keep).toThrow("JSON does not hold this whole");
  });

  it("cannot be kept of data at fault", () => {
    const diagnostics = [{ code: "template/invalid-value", severity: "error", message: "no length" } as const];
    const read = () => ({ value: undefined, diagnostics });
    const keep = () => keepReading("it", { name: "it", text: "" }, { names: [], find: () => undefined }, read);
    expect(keep).toThrow("no length");
  });
});
