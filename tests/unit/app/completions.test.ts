import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { testFolder, umbruch } from "../../support/command.ts";

const { put, path: folder } = testFolder("completions");

/** What bash would offer for a line, the last word being the one that is written. */
async function offered(...words: string[]): Promise<readonly string[]> {
  const script = put("umbruch.bash", (await umbruch("completions", "bash")).out);
  const line = ["umbruch", ...words].map((word) => `'${word}'`).join(" ");
  const ask = `source '${script}'; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _umbruch; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", ask], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((word) => word !== "");
}

describe("umbruch completions bash", () => {
  it("offers the commands", async () => {
    expect(await offered("d")).toEqual(["dump", "doctor"]);
    expect(await offered("")).toEqual(expect.arrayContaining(["set", "check", "init", "completions"]));
  });

  it("offers a command's own options", async () => {
    expect(await offered("set", "--s")).toEqual(["--single-pages", "--slot", "--stdin-name"]);
    expect(await offered("verify", "--s")).toEqual([]);
    expect(await offered("check", "kim.txt", "--form")).toEqual(["--format"]);
  });

  it("offers the values of options that have a list, and of arguments", async () => {
    expect(await offered("set", "kim.txt", "--for", "")).toEqual(expect.arrayContaining(["press", "archive"]));
    expect(await offered("dump", "--after", "g")).toEqual(["galley"]);
    expect(await offered("schema", "co")).toEqual(["condition", "config"]);
  });

  it("offers files where nothing else is known", async () => {
    put("kim.txt", "");
    expect(await offered("set", "ki")).toEqual(["kim.txt"]);
    expect(await offered("set", "--template", "ki")).toEqual(["kim.txt"]);
  });

  it("knows commands below commands", async () => {
    expect(await offered("templates", "sh")).toEqual(["show"]);
    expect(await offered("templates", "show", "--pp")).toEqual(["--ppi"]);
  });
});

describe("umbruch completions", () => {
  it("for zsh are those of bash, read the way zsh can", async () => {
    const { code, out } = await umbruch("completions", "zsh");
    expect(code).toBe(0);
    expect(out).toMatch(/^#compdef umbruch\n/);
    expect(out).toContain("_bash_complete -o filenames -F _umbruch_words");
    expect(out).not.toMatch(/^_umbruch\(\)/m);
  });

  it("for fish have a line for each command and option, with what it means", async () => {
    const { out } = await umbruch("completions", "fish");
    expect(out).toMatch(/^complete -c umbruch -n '__fish_use_subcommand' -f -a 'set' -d 'Set articles into pages/m);
    expect(out).toMatch(
      /^complete -c umbruch -n '__fish_seen_subcommand_from set' -s o -l out -r -d 'folder for the pages/m,
    );
    expect(out).toMatch(/-l format -r -f -a 'human json'/);
  });

  it("for another shell end with 2", async () => {
    expect((await umbruch("completions", "ksh")).code).toBe(2);
  });
});
