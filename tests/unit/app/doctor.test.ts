import { describe, expect, it, vi } from "vitest";
import { oldNode } from "../../../src/app/doctor.ts";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";

const { put, path: folder } = testFolder("doctor");

interface Health {
  readonly config: string | null;
  readonly settings: readonly { readonly name: string; readonly value: unknown; readonly origin: string }[];
  readonly fonts: readonly { readonly faces: readonly string[] }[];
  readonly conditions: readonly { readonly name: string; readonly licence: string }[];
  readonly programs: readonly { readonly name: string; readonly version?: string }[];
}

describe("umbruch doctor", () => {
  it("prints each setting with its value and where it came from, and ends with 0", async () => {
    put("desk/umbruch.config.yaml", "# ours\ntemplate: a4-3\nfor: [press, archive]\n");
    const article = put("desk/kurz.txt", GOOD);
    const { code, out } = await umbruch("doctor", article, "--out", "pages", "--date", "2025-02-09");
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}template +a4-3 +.*umbruch\.config\.yaml:2:11$/m);
    expect(out).toMatch(/^ {2}for +press, archive +.*umbruch\.config\.yaml:3:6$/m);
    expect(out).toMatch(/^ {2}out +pages +--out$/m);
    expect(out).toMatch(/^ {2}date +2025-02-09 +--date$/m);
    expect(out).toMatch(/^ {2}condition +austria-newsprint +default$/m);
    expect(out).toContain("All that a run needs is here.");
  });

  it("lists fonts, templates and print conditions with their licences", async () => {
    const { out } = await umbruch("doctor", folder);
    expect(out).toMatch(/^ {2}TeX Gyre Termes +3 faces +GUST Font License$/m);
    expect(out).toMatch(/^ {2}berliner-5 +\S/m);
    expect(out).toContain("zlib licence");
  });

  it("gives the same as JSON", async () => {
    const { out } = await umbruch("doctor", folder, "--format", "json", "--template", "a4-2");
    const health = JSON.parse(out) as Health;
    expect(health.config).toBeNull();
    expect(health.settings).toContainEqual({ name: "template", value: "a4-2", origin: "--template" });
    expect(health.settings).toContainEqual({ name: "icc", value: null, origin: "default" });
    expect(health.fonts.flatMap(({ faces }) => faces)).toHaveLength(24);
    expect(health.conditions.map(({ name }) => name)).toEqual(["austria-newsprint", "coated"]);
  });

  it("says which programs are missing, and what is lost without them", async () => {
    vi.stubEnv("PATH", folder);
    const { code, out } = await umbruch("doctor", folder);
    vi.unstubAllEnvs();
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}gs +missing +lost: preflight measures ink with mutool/m);
  });

  it("ends with 1 where a setting cannot be used, and says why", async () => {
    const { code, out } = await umbruch("doctor", folder, "--template", "berlinr-5");
    expect(code).toBe(1);
    expect(out).toContain("bundled are: a4-2");
    expect(out).toContain("Something is wrong.");
  });

  it("points into a configuration that cannot be read, and shows what holds without it", async () => {
    put("faulty/umbruch.config.yaml", "templat: a4-3\n");
    const { code, out } = await umbruch("doctor", `${folder}/faulty`);
    expect(code).toBe(1);
    expect(out).toContain("umbruch.config.yaml:1:1");
    expect(out).toMatch(/^ {2}template +berliner-5 +default$/m);
  });

  it("knows which Node.js is too old", () => {
    expect(oldNode("20.20.0")).toEqual([]);
    expect(oldNode("22.1.0")).toEqual([]);
    expect(oldNode("20.19.9")).toMatchObject([{ code: "app/old-node" }]);
    expect(oldNode("18.20.4")).toMatchObject([{ code: "app/old-node" }]);
  });
});

describe("umbruch fonts", () => {
  it("lists every face with its licence and the templates that use it", async () => {
    const { code, out } = await umbruch("fonts", "--format", "json");
    expect(code).toBe(0);
    const faces = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { face: string; templates: string[] });
    expect(faces).toHaveLength(24);
    expect(faces.find(({ face }) => face === "SourceSerif4SmText-Regular")?.templates).toContain("berliner-5");
    expect((await umbruch("fonts")).out).toMatch(/^TeXGyreSchola-Bold +TeX Gyre Schola · GUST Font License$/m);
  });
});
