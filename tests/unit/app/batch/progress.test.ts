import { describe, expect, it } from "vitest";
import { openProgress, progressLine } from "../../../../src/app/batch/progress.ts";

describe("progressLine", () => {
  it("says how many are done, how fast, and how long the rest takes at that", () => {
    expect(progressLine({ done: 1200, total: 10_000, kept: 0, failed: 2, seconds: 30 })).toBe(
      "1,200 of 10,000 · 40.0/s · 3 min 40 s left · 2 failed",
    );
  });

  it("does not take articles on record for fast ones", () => {
    expect(progressLine({ done: 1100, total: 1200, kept: 1000, failed: 0, seconds: 10 })).toBe(
      "1,100 of 1,200 · 10.0/s · 10 s left · 1,000 unchanged",
    );
  });

  it("promises nothing before the first article, and nothing is left after the last", () => {
    expect(progressLine({ done: 5, total: 10, kept: 5, failed: 0, seconds: 1 })).toBe("5 of 10 · 5 unchanged");
    expect(progressLine({ done: 10, total: 10, kept: 0, failed: 0, seconds: 5 })).toBe("10 of 10 · 2.0/s");
  });
});

/** A run whose clock the test turns: an article each second. */
function run(articles: number, isTTY: boolean): string {
  let [text, ms] = ["", 0];
  const progress = openProgress({ isTTY, write: (said) => (text += said) }, () => ms);
  for (let i = 0; i < articles; i++) {
    ms += 1000;
    progress.clear();
    progress.count({ total: articles, isKept: false, code: 0 });
  }
  progress.end();
  return text;
}

describe("openProgress", () => {
  it("writes a line every ten seconds into a log, and one at the end", () => {
    expect(run(25, false)).toBe("10 of 25 · 1.0/s · 15 s left\n20 of 25 · 1.0/s · 5 s left\n25 of 25 · 1.0/s\n");
  });

  it("moves one line on a terminal, and leaves the last", () => {
    expect(run(2, true)).toBe("1 of 2 · 1.0/s · 1 s left\r\u001B[K2 of 2 · 1.0/s\r\u001B[K2 of 2 · 1.0/s\n");
  });

  it("says nothing of a short run, nor of one article", () => {
    expect(run(9, false)).toBe("");
    expect(run(1, true)).toBe("");
  });
});
