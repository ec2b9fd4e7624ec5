import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FolderWatch } from "../../../../src/app/watch/folder-watch.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-folder-watch-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a watched folder", () => {
  it("tells of the files that matter, and of none that come and go beside them", async () => {
    const [article, draft, page] = ["kim.txt", "kim.png.part", "kim.png"].map((file) => join(folder, file)) as [
      string,
      string,
      string,
    ];
    const watch = new FolderWatch((path) => path === article);
    watch.follow([folder]);
    writeFileSync(draft, "a page");
    renameSync(draft, page);
    writeFileSync(article, "copy");
    expect(await watch.changed()).toEqual(new Set([article]));
    watch.close();
  });
});
