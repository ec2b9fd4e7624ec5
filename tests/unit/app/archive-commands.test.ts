import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { safePath } from "../../../src/app/write-files.ts";
import { umbruch } from "../../support/command.ts";
import { projectPath } from "../../support/desk.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-archive-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A desk's folder: an article with a picture beside it, a template and a condition of its own. */
function desk(name: string): string {
  const home = join(folder, name);
  mkdirSync(join(home, "copy"), { recursive: true });
  mkdirSync(join(home, "img"));
  mkdirSync(join(home, "design"));
  cpSync(projectPath("articles/pictures/rocket.jpg"), join(home, "img/rocket.jpg"));
  const article = [
    "---",
    "section: Chronik",
    "date: 2025-02-09",
    "---",
    "# Eine Rakete steht bereit",
    "",
    "![Eine Rakete](../img/rocket.jpg)",
    "Die Rakete",
    "© SpaceX",
    "",
    "Ein Absatz, der sich setzen lässt. ".repeat(12),
  ];
  writeFileSync(join(home, "copy/rakete.md"), article.join("\n"));
  writeFileSync(join(home, "design/base.json"), JSON.stringify({ extends: "a4-3", name: "base", title: "Base" }));
  writeFileSync(join(home, "design/own.json"), JSON.stringify({ extends: "./base.json", name: "own", title: "Own" }));
  cpSync(projectPath("conditions/coated-fogra39l-tac300.icc"), join(home, "design/press.icc"));
  const shop = { extends: "coated", name: "shop", title: "Shop", outputIntent: { profile: "press.icc" } };
  writeFileSync(join(home, "design/shop.json"), JSON.stringify(shop));
  return home;
}

async function set(home: string, out: string): Promise<string> {
  const own = ["--template", join(home, "design/own.json"), "--condition", join(home, "design/shop.json")];
  const { code } = await umbruch(
    "set",
    join(home, "copy/rakete.md"),
    ...own,
    "--for",
    "press",
    "archive",
    "--out",
    out,
  );
  expect(code).toBe(0);
  return join(out, "rakete.archive.pdf");
}

describe("umbruch set --for press archive", () => {
  it("writes both files of one article", async () => {
    const file = await set(desk("both"), join(folder, "both-out"));
    expect(existsSync(file)).toBe(true);
    expect(existsSync(file.replace(".archive.", ".press."))).toBe(true);
  });

  it("gives the same archive file wherever the desk's folder lies", async () => {
    const [one, other] = [await set(desk("here"), join(folder, "1")), await set(desk("there/deep"), join(folder, "2"))];
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });
});

describe("a print condition of the desk's own", () => {
  it("that names no profile has the one of the condition that it extends, which need not be put into the file", async () => {
    const home = desk("inherits");
    writeFileSync(join(home, "design/house.json"), JSON.stringify({ extends: "coated", name: "house", bleed: "5mm" }));
    const out = join(folder, "inherits-out");
    const own = ["--condition", join(home, "design/house.json"), "--for", "archive", "--out", out];
    expect((await umbruch("set", join(home, "copy/rakete.md"), ...own)).code).toBe(0);
    const { code, out: said } = await umbruch("verify", join(out, "rakete.archive.pdf"));
    expect(said).toContain("_condition/house.json");
    expect(said).not.toContain(".icc");
    expect(code).toBe(0);
  });

  it("can be given another profile, which is put into the file", async () => {
    const home = desk("other");
    const out = join(folder, "other-out");
    const own = ["--icc", join(home, "design/press.icc"), "--for", "archive", "--out", out];
    expect((await umbruch("set", join(home, "copy/rakete.md"), ...own)).code).toBe(0);
    const { code, out: said } = await umbruch("verify", join(out, "rakete.archive.pdf"));
    expect(said).toContain("_profile/press.icc");
    expect(code).toBe(0);
  });
});

describe("umbruch verify", () => {
  it("says of a folder that it holds no PDF", async () => {
    const { code, err } = await umbruch("verify", mkdtempSync(join(folder, "empty-")));
    expect(code).toBe(3);
    expect(err).toContain("app/no-pdfs");
  });

  it("leaves out what a folder holds for the press and for screens, unless it is named", async () => {
    const out = join(folder, "all");
    const made = await umbruch("set", join(desk("all"), "copy/rakete.md"), "--for", "press", "archive", "--out", out);
    expect(made.code).toBe(0);
    const { code, out: said } = await umbruch("verify", out);
    expect(said).toContain("rakete.archive.pdf: proven");
    expect(said).not.toContain("rakete.press.pdf");
    expect(code).toBe(0);
    expect((await umbruch("verify", join(out, "rakete.press.pdf"))).code).toBe(5);
    const judged = await umbruch("preflight", out, "--no-plates");
    expect(judged.out).toContain("rakete.press.pdf: accepted");
    expect(judged.out).not.toContain("rakete.archive.pdf");
  });

  it("proves a file by making it again from what is inside, template and condition of the desk's own included", async () => {
    const file = await set(desk("proof"), join(folder, "proof-out"));
    const { code, out } = await umbruch("verify", file);
    expect(out).toContain("proven");
    expect(out).toContain("copy/rakete.md, img/rocket.jpg");
    expect(out).toContain("_template/own.json");
    expect(code).toBe(0);
  });

  it("refuses a changed file, and says what was found", async () => {
    const file = await set(desk("changed"), join(folder, "changed-out"));
    const bytes = readFileSync(file);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const { code, out } = await umbruch("verify", file, "--format", "json");
    expect(JSON.parse(out)).toMatchObject({ verdict: "failed", diagnostics: [{ code: "archive/broken-seal" }] });
    expect(code).toBe(5);
  });

  it("ends with 3 where there is no file", async () => {
    expect((await umbruch("verify", join(folder, "nothing.pdf"))).code).toBe(3);
  });

  it("refuses a press file, which is no archive file", async () => {
    const file = await set(desk("press"), join(folder, "press-out"));
    const { code, out } = await umbruch("verify", file.replace(".archive.", ".press."));
    expect(code).toBe(5);
    expect(out).toContain("archive/not-claimed");
  });
});

describe("umbruch extract", () => {
  it("gives back what a file was made from, which makes the same file again", async () => {
    const home = desk("back");
    const file = await set(home, join(folder, "back-out"));
    const out = join(folder, "back-files");
    const { code, out: said } = await umbruch("extract", file, "--out", out);
    expect(code).toBe(0);
    expect(readFileSync(join(out, "copy/rakete.md")).equals(readFileSync(join(home, "copy/rakete.md")))).toBe(true);
    const command = /the same page again: umbruch (.*)\n/.exec(said)?.[1]?.split(" ") ?? [];
    expect((await umbruch(...command, "--out", join(folder, "back-again"))).code).toBe(0);
    expect(readFileSync(join(folder, "back-again/rakete.archive.pdf")).equals(readFileSync(file))).toBe(true);
  });

  it("gives the article as data, which makes the same press page", async () => {
    const home = desk("data");
    const file = await set(home, join(folder, "data-out"));
    const out = join(folder, "data-files");
    await umbruch("extract", file, "--out", out);
    cpSync(join(out, "rakete.article.json"), join(out, "copy/rakete.json"));
    const own = ["--template", join(home, "design/own.json"), "--condition", join(home, "design/shop.json")];
    await umbruch("set", join(out, "copy/rakete.json"), ...own, "--out", join(folder, "data-again"));
    const again = readFileSync(join(folder, "data-again/rakete.press.pdf"));
    expect(again.equals(readFileSync(file.replace(".archive.", ".press.")))).toBe(true);
  });

  it("writes over no file that is there with other content", async () => {
    const file = await set(desk("over"), join(folder, "over-out"));
    const out = join(folder, "over-files");
    mkdirSync(join(out, "copy"), { recursive: true });
    writeFileSync(join(out, "copy/rakete.md"), "mine");
    const { code, err } = await umbruch("extract", file, "--out", out);
    expect(code).toBe(7);
    expect(err).toContain("app/would-overwrite");
    expect(readFileSync(join(out, "copy/rakete.md"), "utf8")).toBe("mine");
  });

  it("says that a file holds nothing", async () => {
    const file = await set(desk("none"), join(folder, "none-out"));
    const { code, err } = await umbruch("extract", file.replace(".archive.", ".press."));
    expect(code).toBe(3);
    expect(err).toContain("app/nothing-inside");
  });

  it("says of a file that was cut off why nothing, or not all, comes out of it", async () => {
    const file = await set(desk("cut"), join(folder, "cut-out"));
    const bytes = readFileSync(file);
    const half = join(folder, "half.archive.pdf");
    writeFileSync(half, bytes.subarray(0, 500));
    expect(await umbruch("extract", half)).toMatchObject({ code: 3, err: expect.stringContaining("archive/cut-off") });
    writeFileSync(half, bytes.subarray(0, bytes.length - 10));
    const most = await umbruch("extract", half, "--out", join(folder, "half"));
    expect(most).toMatchObject({ code: 5, err: expect.stringContaining("archive/cut-off") });
  });

  it("puts no file in the place of a folder", async () => {
    const file = await set(desk("in-place"), join(folder, "in-place-out"));
    const out = join(folder, "in-place-files");
    mkdirSync(join(out, "copy/rakete.md"), { recursive: true });
    const { code, err } = await umbruch("extract", file, "--out", out);
    expect([code, err]).toEqual([7, expect.stringContaining("app/would-overwrite")]);
  });
});

describe("a name from inside a file", () => {
  it.each(["kim.txt", "pictures/kim.jpg", "_template/own.json"])("%s stays below its folder", (name) => {
    expect(safePath(name)).toBe(name);
  });

  it.each(["../kim.txt", "/etc/passwd", "a/../../b", "C:\\kim.txt", "a//b", "", "a\u0000b", "./kim"])(
    "%j leads nowhere",
    (name) => {
      expect(safePath(name)).toBeUndefined();
    },
  );
});
