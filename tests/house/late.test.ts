import { build, type Plugin } from "esbuild";
import { describe, expect, it } from "vitest";
import { projectPath } from "../support/desk.ts";

const { LATE, late } = (await import(projectPath("scripts/late.mjs"))) as {
  LATE: Readonly<Record<string, readonly string[]>>;
  late: (file: string) => Plugin;
};

describe("what the bundles evaluate late", () => {
  it.each(Object.entries(LATE).filter(([part]) => part.startsWith("src/")))(
    "%s offers functions, those that the list names, and nothing that must be there before",
    async (part, names) => {
      const offered = (await import(projectPath(part))) as Record<string, unknown>;
      expect(Object.keys(offered).sort()).toEqual([...names].sort());
      for (const value of Object.values(offered)) expect(value).toBeTypeOf("function");
    },
  );

  it.each(Object.entries(LATE).filter(([part]) => !part.startsWith("src/")))(
    "%s has the functions that the list names",
    async (library, names) => {
      const offered = (await import(library)) as Record<string, unknown>;
      for (const name of names) expect(offered[name]).toBeTypeOf("function");
    },
  );

  it.each(["zod", "yaml", "micromark", "@xmldom/xmldom", "exifreader"])(
    "%s is not in the script that every start of the command reads",
    async (library) => {
      const { metafile } = await commandScript;
      expect(Object.keys(metafile.inputs).filter((file) => file.includes(`node_modules/${library}/`))).toEqual([]);
    },
  );
});

/** As scripts/build.mjs bundles it, to look at what came in. */
const commandScript = build({
  entryPoints: [projectPath("src/app/command.ts")],
  bundle: true,
  platform: "node",
  format: "cjs",
  mainFields: ["module", "main"],
  supported: { "dynamic-import": false },
  external: ["sharp", "tinypool"],
  plugins: [late("./late.cjs")],
  write: false,
  metafile: true,
  outdir: "unwritten",
  logLevel: "silent",
});
