import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findInputs } from "../../../../src/app/batch/inputs.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-inputs-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "sub", "deep"), { recursive: true });
mkdirSync(join(folder, "empty"));
for (const file of ["b.txt", "a.md", "Z.json", "c.jpg", "[x].txt", "sub/d.txt", "sub/deep/e.txt", "sub/deep/f.md"])
  writeFileSync(join(folder, file), "");

async function found(...given: string[]): Promise<string[]> {
  const inputs = await findInputs(given.map((name) => join(folder, name)));
  return inputs.flatMap(({ articles }) => articles.map((path) => path.slice(folder.length + 1)));
}

describe("findInputs", () => {
  it("takes a folder's articles in the order of their code units, and not those of folders in it", async () => {
    expect(await found(".")).toEqual(["Z.json", "[x].txt", "a.md", "b.txt"]);
  });

  it("leaves hidden files alone, as patterns do", async () => {
    mkdirSync(join(folder, "mac"));
    for (const file of ["._a.txt", ".b.txt", "a.txt"]) writeFileSync(join(folder, "mac", file), "");
    expect(await found("mac")).toEqual(["mac/a.txt"]);
    expect(await found("mac/*.txt")).toEqual(["mac/a.txt"]);
    rmSync(join(folder, "mac"), { recursive: true });
  });

  it("takes files of a folder only: no folders, no pipes, which would keep it waiting; but links, also such as lead nowhere", async () => {
    mkdirSync(join(folder, "kinds", "folder.txt"), { recursive: true });
    execFileSync("mkfifo", [join(folder, "kinds", "pipe.txt")]);
    symlinkSync("../b.txt", join(folder, "kinds", "link.txt"));
    symlinkSync("gone.txt", join(folder, "kinds", "lost.txt"));
    symlinkSync("pipe.txt", join(folder, "kinds", "to-pipe.txt"));
    expect(await found("kinds")).toEqual(["kinds/link.txt", "kinds/lost.txt"]);
    expect(await found("kinds/*.txt")).not.toContain("kinds/pipe.txt");
    expect(await found("kinds/*.txt")).not.toContain("kinds/to-pipe.txt");
    rmSync(join(folder, "kinds"), { recursive: true });
  });

  it("takes an article once, also where a link leads round to its folder again", async () => {
    symlinkSync("..", join(folder, "sub", "up"));
    symlinkSync("d.txt", join(folder, "sub", "other.txt"));
    const all = await found("sub/**/*.txt");
    rmSync(join(folder, "sub", "up"));
    rmSync(join(folder, "sub", "other.txt"));
    expect(all.filter((path) => path.endsWith("d.txt"))).toHaveLength(1);
    expect(all.filter((path) => path.endsWith("other.txt"))).toHaveLength(1);
    expect(all.filter((path) => path.endsWith("f.md"))).toEqual([]);
  });

  it("gives back what cannot be looked into, so that reading it says why", async () => {
    expect(await found("b.txt/c.txt")).toEqual(["b.txt/c.txt"]);
  });

  it("goes as deep as a pattern says, and leaves out what is no article", async () => {
    expect(await found("**/*.txt")).toEqual(["[x].txt", "b.txt", "sub/d.txt", "sub/deep/e.txt"]);
    expect(await found("sub/*")).toEqual(["sub/d.txt"]);
    expect(await found("{a,b,c}.*")).toEqual(["a.md", "b.txt"]);
  });

  it("takes a name as it is written where there is such a file", async () => {
    expect(await found("[x].txt")).toEqual(["[x].txt"]);
  });

  it("keeps the order given, and an article that is named again where it was first", async () => {
    expect(await found("sub/d.txt", "b.txt", "**/*.txt", "./b.txt")).toEqual([
      "sub/d.txt",
      "b.txt",
      "[x].txt",
      "sub/deep/e.txt",
    ]);
  });

  it("says which input came to nothing, and keeps a file that is not there", async () => {
    const inputs = await findInputs([join(folder, "empty"), join(folder, "*.doc"), join(folder, "no.txt")]);
    expect(inputs.map(({ articles }) => articles.length)).toEqual([0, 0, 1]);
  });

  it("takes an article of the standard input and a file of its name for two", async () => {
    const path = join(folder, "b.txt");
    const inputs = await findInputs([folder, path], path);
    expect(inputs.flatMap(({ articles }) => articles).filter((one) => one === path)).toHaveLength(2);
  });

  it("looks for no file where the article comes through the standard input", async () => {
    expect(await findInputs(["*.txt"], "*.txt")).toEqual([{ given: "*.txt", articles: ["*.txt"] }]);
  });
});
