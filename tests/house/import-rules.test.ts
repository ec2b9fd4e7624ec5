import { readFileSync, writeFileSync, mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectPath } from "../support/desk.ts";

// The rules are also part of `npm test`; here each is shown to bite: a house of cards is built that breaks it.
const root = mkdtempSync(projectPath("tests/house/.cards-"));
const { default: rules } = (await import(projectPath(".dependency-cruiser.mjs"))) as {
  default: { forbidden: (IForbiddenRuleType & { comment: string })[]; options: ICruiseOptions };
};

const CARDS: Readonly<Record<string, string>> = {
  "src/base/index.ts": 'export { b } from "./b.ts";',
  "src/base/b.ts": 'import { p } from "../page/index.ts"; export const b = p;',
  "src/page/index.ts": 'export { p } from "./p.ts"; export { q } from "./q.ts";',
  "src/page/p.ts": 'import { s } from "../galley/secret.ts"; import * as kit from "pdfkit"; export const p = [s, kit];',
  "src/page/q.ts": 'import { readFileSync } from "node:fs"; export const q = readFileSync;',
  "src/galley/secret.ts": "export const s = 1;",
  "src/galley/linebreak.ts": 'import { s } from "./secret.ts"; export const l = s;',
  "src/galley/nobody.ts": "const nothing = 1;\nvoid nothing;",
};

let broken: readonly string[] = [];

beforeAll(async () => {
  for (const [path, text] of Object.entries(CARDS)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const options = { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir: root };
  const { output } = await cruise(["src"], options);
  broken = (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
});

afterAll(() => rmSync(root, { recursive: true }));

describe("the import rules", () => {
  it.each([
    ["a room that looks forward", "base-looks-back: src/base/b.ts"],
    ["a room entered by the window", "by-the-front-door: src/page/p.ts"],
    ["a library away from home", "pdfkit-has-one-home: src/page/p.ts"],
    ["a file read outside app", "only-app-meets-the-world: src/page/q.ts"],
    ["a breaker that knows more than numbers", "the-breaker-knows-numbers-only: src/galley/linebreak.ts"],
    ["a file that nobody uses", "no-orphans: src/galley/nobody.ts"],
  ])("catch %s", (_, violation) => {
    expect(broken).toContain(violation);
  });

  it("tell whoever trips over them why they are there", () => {
    for (const { comment } of rules.forbidden) expect(comment.length).toBeGreaterThan(40);
    expect(readFileSync(projectPath(".dependency-cruiser.mjs"), "utf8")).toContain("comment");
  });
});
