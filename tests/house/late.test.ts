import { describe, expect, it } from "vitest";
import { projectPath } from "../support/desk.ts";

const { LATE } = (await import(projectPath("scripts/late.mjs"))) as {
  LATE: Readonly<Record<string, readonly string[]>>;
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
});
