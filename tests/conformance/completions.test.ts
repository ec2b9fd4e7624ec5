import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { testFolder } from "../support/command.ts";
import { projectPath } from "../support/desk.ts";

const { path: folder, put } = testFolder("shells");

beforeAll(() => {
  const files = { zsh: "_umbruch", fish: "umbruch.fish", bash: "umbruch.bash" };
  for (const [shell, file] of Object.entries(files)) {
    const { stdout } = run(process.execPath, projectPath("dist/umbruch.js"), "completions", shell);
    writeFileSync(join(folder, file), stdout);
  }
  put("kim.txt", "");
  put("tab.zsh", TAB);
});

function run(program: string, ...args: string[]) {
  return spawnSync(program, args, { cwd: folder, encoding: "utf8", timeout: 60_000 });
}

/** A terminal of zsh's own (zpty): types a line and TAB, and prints what then stands there. */
const TAB = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=READY; fpath=($PWD \\$fpath); autoload -U compinit && compinit -u -D; bindkey '^I' complete-word; clear; print GO"
zpty -r shell out '*GO*READY*'
zpty -w -n shell "$1"$'\\t'
for turn in {1..50}; do
  sleep 0.1
  while zpty -r -t shell out; do said+=$out; done
  [[ $said == *$2* ]] && break
done
print -r -- "$said"
zpty -d shell
`;

/** Lines that are begun, and what the shell has to make of each, or offer for it. */
const CASES = [
  ["umbruch doc", "doctor"],
  ["umbruch set --single", "--single-pages"],
  ["umbruch dump --after ga", "galley"],
  ["umbruch schema pre", "preflight"],
  ["umbruch templates sho", "show"],
  ["umbruch set ki", "kim.txt"],
] as const;

describe("the completion script", () => {
  it.each([
    ["bash", "umbruch.bash"],
    ["zsh", "_umbruch"],
    ["fish", "umbruch.fish"],
  ])("is one that %s can read", (shell, file) => {
    expect(run(shell, "-n", file)).toMatchObject({ status: 0, stderr: "" });
  });

  it.each(CASES)("makes zsh complete “%s” to %s", (line, wanted) => {
    const { stdout } = run("zsh", "-f", "tab.zsh", line, wanted);
    expect(stdout).toContain(wanted);
  });

  it.each(CASES)("makes fish offer for “%s”: %s", (line, wanted) => {
    const { stdout } = run("fish", "--no-config", "-c", `source umbruch.fish; complete -C '${line}'`);
    expect(stdout.split("\n").map((offer) => offer.split("\t")[0])).toContain(wanted);
  });

  it("offers no options of other commands", () => {
    expect(run("zsh", "-f", "tab.zsh", "umbruch verify --sin", "--sin").stdout).not.toContain("--single-pages");
    expect(run("fish", "--no-config", "-c", "source umbruch.fish; complete -C 'umbruch verify --sin'").stdout).toBe("");
  });
});
