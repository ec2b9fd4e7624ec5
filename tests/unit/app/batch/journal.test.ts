import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openJournal, type JournalEntry } from "../../../../src/app/batch/journal.ts";

const folder = mkdtempSync(join(tmpdir(), "umbruch-journal-"));
const path = join(folder, ".umbruch-journal.jsonl");
afterEach(() => rmSync(path, { force: true }));

function entry(order: string, key = "k", report = "{}"): JournalEntry {
  return { order, key, article: `${order}.txt`, reads: ["ä.txt"], outputs: [["a.pdf", "0f"]], code: 0, report };
}

function write(...entries: JournalEntry[]): void {
  const journal = openJournal(folder);
  for (const one of entries) journal.add(one);
  journal.close();
}

function read(...orders: string[]): (JournalEntry | undefined)[] {
  const journal = openJournal(folder);
  const found = orders.map(journal.find);
  journal.close();
  return found;
}

describe("openJournal", () => {
  it("finds the newest entry of an order, in this run and in the next", () => {
    const journal = openJournal(folder);
    journal.add(entry("a", "old"));
    journal.add(entry("b"));
    journal.add(entry("a", "new"));
    expect(journal.find("a")).toEqual(entry("a", "new"));
    journal.close();
    expect(read("a", "b", "c")).toEqual([entry("a", "new"), entry("b"), undefined]);
  });

  it("cuts off a last line that was torn, wherever, and goes on behind the whole ones", () => {
    write(entry("a"));
    const whole = statSync(path).size;
    write(entry("b"));
    const torn = statSync(path).size - 1;
    const bytes = readFileSync(path);
    for (let size = whole; size <= torn; size++) {
      writeFileSync(path, bytes);
      truncateSync(path, size);
      write(entry("c"));
      expect(read("a", "b", "c")).toEqual([entry("a"), undefined, entry("c")]);
    }
  });

  it("does not believe a line that is not as it was written", () => {
    write(entry("a"), entry("b"));
    writeFileSync(path, readFileSync(path, "utf8").replace("a.pdf", "x.pdf"));
    expect(read("a", "b")).toEqual([undefined, entry("b")]);
  });

  it("passes over what another program wrote, and over zeros that a power cut left", () => {
    write(entry("a"));
    appendFileSync(path, `{"order":"b"}\n\n${"\0".repeat(500)}\n`);
    write(entry("c"));
    expect(read("a", "b", "c")).toEqual([entry("a"), undefined, entry("c")]);
  });

  it("is written anew where most of it is of no use any more", () => {
    const long = JSON.stringify("x".repeat(100_000));
    write(...Array.from({ length: 30 }, (_, index) => entry("a", String(index), long)), entry("b"));
    const before = statSync(path).size;
    expect(read("a", "b")).toEqual([entry("a", "29", long), entry("b")]);
    expect(statSync(path).size).toBeLessThan(before / 20);
  });
});
