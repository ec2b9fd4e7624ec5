import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { VERSION } from "../../src/base/index.ts";
import { BUNDLED_FACES } from "../../src/galley/index.ts";
import { projectPath } from "../support/desk.ts";

function filesBelow(folder: string): string[] {
  return readdirSync(projectPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A document without its code, whose links are examples. */
function prose(document: string): string {
  return readFileSync(document, "utf8")
    .replace(/^(`{3,4})[\s\S]*?^\1$/gm, "")
    .replace(/`[^`\n]*`/g, "");
}

const sources = filesBelow("src").filter((file) => file.endsWith(".ts"));

describe("the house", () => {
  it("has no room for odds and ends", () => {
    const odd = sources.filter((file) => /^(utils?|helpers?|common|misc|types)(\.ts)?$/.test(basename(file)));
    expect(odd).toEqual([]);
  });

  it("has a front door to every room, which only exports", () => {
    const rooms = readdirSync(projectPath("src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of rooms.filter((room) => room.name !== "app" && room.name !== "render")) {
      const file = name === "pipeline" ? "src/pipeline.ts" : `src/${name}/index.ts`;
      const door = readFileSync(projectPath(file), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
      expect(door.replace(/export (type )?(\*|\{[^}]*\}) from "[^"]+";|\s/g, "")).toBe("");
    }
  });

  it("declares every finding with a code of its own room, once", () => {
    const codes = sources.flatMap((file) => {
      const room = /src\/(\w+)/.exec(file)?.[1] ?? "";
      const found = [...readFileSync(file, "utf8").matchAll(/\bcode: "([a-z]+\/[a-z0-9-]+)"/g)].map(
        (match) => match[1] ?? "",
      );
      for (const code of found) expect(`${code} in src/${room}`).toBe(`${room}/${code.split("/")[1]} in src/${room}`);
      return found;
    });
    expect(codes.length).toBeGreaterThan(30);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("calls itself by the version that its package has", () => {
    const { version } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as { version: string };
    expect(VERSION).toBe(version);
  });

  it("bundles every face that it names, with the licence, and no other", () => {
    const fonts = readdirSync(projectPath("fonts")).filter((file) => file.endsWith(".otf"));
    expect(fonts.sort()).toEqual(BUNDLED_FACES.map((name) => `${name}.otf`).sort());
    expect(readFileSync(projectPath("fonts/LICENSE-SourceSerif4.md"), "utf8")).toContain("SIL OPEN FONT LICENSE");
    expect(readFileSync(projectPath("fonts/LICENSE-SourceSans3.md"), "utf8")).toContain("SIL OPEN FONT LICENSE");
    expect(readFileSync(projectPath("fonts/LICENSE-TeXGyre.md"), "utf8")).toContain("GUST Font License");
  });

  it("uses every bundled face in a template or as a fallback", () => {
    const templates = readdirSync(projectPath("templates")).map((file) =>
      readFileSync(projectPath(`templates/${file}`), "utf8"),
    );
    const unused = BUNDLED_FACES.filter((name) => !templates.some((template) => template.includes(`"${name}"`)));
    const fallbacks = readFileSync(projectPath("src/galley/shape.ts"), "utf8");
    expect(unused.filter((name) => !fallbacks.includes(`"${name}"`))).toEqual([]);
  });

  it("has documents whose links lead somewhere", () => {
    const documents = [
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      "CHANGELOG.md",
      "docs/archive.md",
      "docs/articles.md",
      "docs/setting.md",
      "docs/makeup.md",
      "docs/pictures.md",
      "docs/press.md",
      "docs/templates.md",
      "docs/preflight.md",
    ].map(projectPath);
    const dead = documents.flatMap((document) =>
      [...prose(document).matchAll(/\]\(([^)#\s]+)[^)]*\)|src="([^"]+)"/g)]
        .map((link) => link[1] ?? link[2] ?? "")
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => !existsSync(join(dirname(document), link)))
        .map((link) => `${basename(document)}: ${link}`),
    );
    expect(dead).toEqual([]);
  });
});
