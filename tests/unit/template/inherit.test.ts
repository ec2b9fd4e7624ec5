import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BUNDLED_FACES } from "../../../src/galley/index.ts";
import { readTemplate, type Parents } from "../../../src/template/index.ts";
import { bundledTemplate, projectPath } from "../../support/desk.ts";

const A4 = readFileSync(projectPath("templates/a4-3.json"), "utf8");

function parentsOf(files: Readonly<Record<string, unknown>>): Parents {
  return {
    names: ["a4-3", ...Object.keys(files)],
    find(name) {
      if (name === "a4-3") return { name, text: A4 };
      return name in files ? { name, text: JSON.stringify(files[name]) } : undefined;
    },
  };
}

function read(own: unknown, files: Readonly<Record<string, unknown>> = {}) {
  const text = typeof own === "string" ? own : JSON.stringify(own, null, 2);
  return readTemplate({ name: "own", text }, BUNDLED_FACES, parentsOf(files));
}

describe("a template that extends another", () => {
  const own = { extends: "a4-3", name: "haus", title: "Hausblatt", styles: { body: { hanging: 0 } } };

  it("has its own values, and its parent's for all others", () => {
    const { value, diagnostics } = read(own);
    expect(diagnostics).toEqual([]);
    const parent = bundledTemplate("a4-3");
    expect(value?.name).toBe("haus");
    expect(value?.styles.body).toEqual({ ...parent.styles.body, hanging: 0 });
    expect(value?.styles.lead).toEqual(parent.styles.lead);
    expect(value?.grid).toEqual(parent.grid);
  });

  it("replaces lists whole", () => {
    const { value } = read({ ...own, composition: { columns: [3] } });
    expect(value?.composition.columns).toEqual([3]);
  });

  it("may have grandparents", () => {
    const { value } = read({ ...own, extends: "child" }, { child: { extends: "a4-3", grid: { gutter: "6mm" } } });
    expect(((value?.grid.gutter ?? 0) * 25.4) / 72).toBeCloseTo(6, 9);
    expect(value?.styles.body.hanging).toBe(0);
  });

  it("is told the nearest name when there is no such parent, with the place", () => {
    const { value, diagnostics } = read({ ...own, extends: "a4-2" });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ["template/unknown-parent", "there is no template “a4-2”", "did you mean “a4-3”?"],
    ]);
    expect(diagnostics[0]?.place).toMatchObject({ line: 2, column: 14 });
  });

  it("must not descend from itself", () => {
    const { diagnostics } = read({ ...own, extends: "b" }, { b: { extends: "c" }, c: { extends: "b" } });
    expect(diagnostics[0]?.message).toBe("templates extend each other in a circle: own → b → c → b");
  });

  it("is refused with its parent when that is not JSON", () => {
    const parents: Parents = { names: [], find: (name) => ({ name, text: "{" }) };
    const { diagnostics } = readTemplate({ name: "own", text: JSON.stringify(own) }, BUNDLED_FACES, parents);
    expect(diagnostics[0]?.code).toBe("template/invalid-json");
    expect(diagnostics[0]?.place).toMatchObject({ kind: "source" });
  });

  it("is told of a wrong key of its own where it stands", () => {
    const { diagnostics } = read({ ...own, styles: { body: { hangin: 0 } } });
    expect(diagnostics[0]).toMatchObject({ code: "template/unknown-key", hint: "did you mean “hanging”?" });
    expect(diagnostics[0]?.place).toMatchObject({ line: 7 });
  });
});
