import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/app/exit-codes.ts";
import { configSchema } from "../../src/app/settings/schema.ts";
import { DEFAULTS } from "../../src/app/settings/settings.ts";
import { umbruch } from "../support/command.ts";
import { projectPath } from "../support/desk.ts";

const guide = readFileSync(projectPath("docs/cli.md"), "utf8");

describe("docs/cli.md", () => {
  it("has a chapter with an example for every command", async () => {
    const { out } = await umbruch("--help");
    const commands = Array.from(out.matchAll(/^ {2}([a-z]+) .*[[<|]/gm), ([, name = ""]) => name);
    const chapters = Array.from(
      guide.matchAll(/^## umbruch ([a-z]+)\n[^#]*?```console\n\$ umbruch \1/gm),
      ([, name]) => name,
    );
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter((name) => name !== "help" && !chapters.includes(name))).toEqual([]);
  });

  it("names every setting", () => {
    const settings = Object.keys(configSchema.shape).filter((name) => name !== "$schema");
    expect(Object.keys(DEFAULTS).toSorted()).toEqual(settings.toSorted());
    expect(settings.filter((name) => !guide.includes(`| \`${name}\``))).toEqual([]);
  });

  it.each(["docs/cli.md", "README.md"])("says with %s what every exit code means", (path) => {
    const text = readFileSync(projectPath(path), "utf8");
    expect(Object.values(EXIT).filter((code) => !new RegExp(`^\\| ${code} +\\| \\S`, "m").test(text))).toEqual([]);
  });

  it("is what the help says of exit codes", async () => {
    const { out } = await umbruch("--help");
    const [, codes = ""] = out.split("Exit codes:");
    expect(Object.values(EXIT).filter((code) => !new RegExp(`(^|\\s)${code} +\\S`, "m").test(codes))).toEqual([]);
  });
});
