import { readdirSync, readFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { FINDINGS, findingTables } from "../../scripts/finding-table.ts";
import { projectPath } from "../support/desk.ts";

/** Every code that stands in the source as a finding's. */
function codesInSource(): readonly string[] {
  const files = readdirSync(projectPath("src"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      Array.from(readFileSync(projectPath(`src/${file}`), "utf8").matchAll(CODE), ([, code = ""]) => code),
    );
}

const CODE = /\bcode: "([a-z]+\/[a-z-]+)"/g;

describe("findings", () => {
  it("are all in the list, whatever file declares them", () => {
    const listed = FINDINGS.map(({ code }) => code);
    expect(codesInSource().length).toBeGreaterThan(100);
    expect(codesInSource().filter((code) => !listed.includes(code))).toEqual([]);
  });

  it("have codes of their own", () => {
    const codes = FINDINGS.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it("say when they occur, in a sentence", () => {
    expect(FINDINGS.filter(({ when }) => !/^\p{Lu}|^"/u.test(when) || !when.endsWith("."))).toEqual([]);
  });

  it("give their hints in one manner: small at the beginning, without a full stop", () => {
    const hints = FINDINGS.flatMap(({ hint }) => (hint === undefined ? [] : [hint]));
    expect(hints.length).toBeGreaterThan(50);
    expect(hints.filter((hint) => /^\p{Lu}\p{Ll}/u.test(hint) || hint.endsWith("."))).toEqual([]);
  });

  it("stand in docs/findings.md as they are declared (npm run findings)", async () => {
    const document = readFileSync(projectPath("docs/findings.md"), "utf8");
    const [, tables = ""] = /<!-- findings -->\n([\s\S]*?)<!-- end of findings -->/.exec(document) ?? [];
    expect(tables.trim()).toBe((await format(findingTables(), { parser: "markdown", printWidth: 120 })).trim());
  });
});
