import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { whyUnread } from "../../../src/app/why-unread.ts";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";

const { path: folder, put } = testFolder("why-unread");
const article = put("kim.txt", GOOD);

/** What a user without rights sees, also where the test's own has all. */
function asNobody<T>(look: () => T): T {
  if (process.getuid?.() !== 0) return look();
  process.seteuid?.(65_534);
  try {
    return look();
  } finally {
    process.seteuid?.(0);
  }
}

describe("a file that cannot be read", () => {
  it.each([
    ["is not there", "nichts.txt", () => undefined],
    ["is a folder, where a file is asked for", "mappe", () => mkdirSync(join(folder, "mappe"))],
    ["a part of its path is a file, and no folder", "kim.txt/kim.txt", () => undefined],
    ["is a link that leads back to itself", "kreis", () => symlinkSync("kreis", join(folder, "kreis"))],
    ["is a pipe, which can be read only once", "rohr", () => execFileSync("mkfifo", [join(folder, "rohr")])],
    ["has 3.0 GB", "riese.txt", () => truncateSync(put("riese.txt", ""), 3e9)],
  ])("%s, and it says so, and what to try", (reason, name, make) => {
    make();
    const found = whyUnread(join(folder, name));
    expect(found.reason).toContain(reason);
    expect(found.hint).not.toBe("");
    expect(found.isMissing).toBe(reason === "is not there");
  });

  it("may be another's", () => {
    const own = put("geheim/eigen.txt", GOOD);
    execFileSync("chmod", ["000", own]);
    expect(asNobody(() => whyUnread(own))).toMatchObject({ reason: "may not be read", isMissing: false });
  });

  it("is told of with its reason, whatever it was for", async () => {
    const pipe = join(folder, "rohr.json");
    execFileSync("mkfifo", [pipe]);
    const child = put("kind.json", JSON.stringify({ extends: "./rohr.json", name: "kind", title: "Kind" }));
    const withPicture = put("bild.txt", GOOD.replace("Ein Absatz", "Datei: rohr.json\nEin Bild\n© APA\n\nEin Absatz"));
    const only = /rohr\.json”? is a pipe, which can be read only once/;
    for (const [code, ...args] of [
      [3, "check", pipe],
      [3, "check", article, "--template", pipe],
      [3, "check", article, "--template", child],
      [3, "check", article, "--condition", pipe],
      [3, "check", article, "--icc", pipe],
      [2, "check", article, "--config", pipe],
      [1, "check", withPicture],
      [3, "preflight", pipe],
      [3, "verify", pipe],
      [3, "extract", pipe],
    ] as const) {
      const result = await umbruch(...args);
      expect([...args, result.code, result.out + result.err]).toEqual([...args, code, expect.stringMatching(only)]);
    }
  });
});
