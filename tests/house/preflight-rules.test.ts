import { readdirSync, readFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { ruleTable } from "../../scripts/rule-table.ts";
import { RULES } from "../../src/preflight/index.ts";
import { projectPath } from "../support/desk.ts";

describe("the rules of the preflight", () => {
  it("stand in docs/preflight.md as they are declared (npm run rules)", async () => {
    const document = readFileSync(projectPath("docs/preflight.md"), "utf8");
    const [, table = ""] = /<!-- rules -->\n([\s\S]*?)<!-- end of rules -->/.exec(document) ?? [];
    expect(table.trim()).toBe((await format(ruleTable(), { parser: "markdown", printWidth: 120 })).trim());
  });

  it("are all listed, each with an id of its own", () => {
    const folder = projectPath("src/preflight/rules");
    const declared = readdirSync(folder).flatMap((file) =>
      [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/\bid: "([A-Z]+-\d+)"/g)].map((match) => match[1] ?? ""),
    );
    expect(declared.length).toBeGreaterThan(80);
    expect(RULES.map(({ id }) => id).sort()).toEqual(declared.sort());
    expect(new Set(declared).size).toBe(declared.length);
  });

  it("say in sentences when they are broken, and what to do", () => {
    const halves = RULES.filter(({ when, hint }) => !/^[A-Z].*\.$/s.test(when) || /\.$/.test(hint) || hint === "");
    expect(halves.map(({ id }) => id)).toEqual([]);
  });
});
