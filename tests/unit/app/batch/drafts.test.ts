import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  discardDrafts,
  publishDraft,
  settleDrafts,
  sweepDrafts,
  writeDraft,
} from "../../../../src/app/batch/drafts.ts";

const root = mkdtempSync(join(tmpdir(), "umbruch-drafts-"));
afterAll(() => rmSync(root, { recursive: true }));
const newFolder = (): string => mkdtempSync(join(root, "f-"));
const bytes = new TextEncoder().encode("abc");

describe("drafts", () => {
  it("have their bytes before their names", async () => {
    const folder = newFolder();
    const draft = writeDraft(join(folder, "a.pdf"), bytes);
    await settleDrafts([draft]);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^a\.pdf\.\d+-\d+-\d+\.part$/)]);
    publishDraft(draft);
    expect(readFileSync(join(folder, "a.pdf"), "utf8")).toBe("abc");
    expect(readdirSync(folder)).toEqual(["a.pdf"]);
  });

  it("know their SHA-256 (FIPS 180-4, the example „abc“)", () => {
    const { hash } = writeDraft(join(newFolder(), "a"), bytes);
    expect(hash).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("of one file do not meet", () => {
    const path = join(newFolder(), "a.pdf");
    expect(writeDraft(path, bytes).draft).not.toBe(writeDraft(path, bytes).draft);
  });

  it("can be thrown away, also twice", () => {
    const folder = newFolder();
    const draft = writeDraft(join(folder, "a.pdf"), bytes);
    discardDrafts([draft]);
    discardDrafts([draft]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of processes that are no more are swept away; those of others stay, those of our articles with `own` only", () => {
    const folder = newFolder();
    const dead = spawnSync(process.execPath, ["-e", "0"]).pid;
    const names = [
      "a.pdf",
      "mine.part",
      `b.pdf.${dead}-0-1.part`,
      `c.pdf.${dead}.part`,
      `d.pdf.${process.ppid}-0-1.part`,
    ];
    for (const name of names) writeFileSync(join(folder, name), "");
    writeDraft(join(folder, "e.pdf"), bytes);
    const ownReport = `run.jsonl.${process.pid}.part`;
    writeFileSync(join(folder, ownReport), "");
    sweepDrafts(folder);
    expect(readdirSync(folder)).toHaveLength(5);
    sweepDrafts(folder, true);
    expect(readdirSync(folder)).toEqual(["a.pdf", `d.pdf.${process.ppid}-0-1.part`, "mine.part", ownReport]);
  });
});
