import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cannotWrite } from "../../../src/app/cannot-write.ts";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";

const { path: folder, put } = testFolder("cannot-write");

describe("a file that cannot be written", () => {
  it.each([
    ["below a file", join(put("datei", ""), "seiten"), "a part of its path is a file, and no folder"],
    ["under a name too long", join(folder, "x".repeat(300)), "its name is too long (ENAMETOOLONG)"],
  ])("%s says so, and what to try", async (_, out, reason) => {
    const { code, out: said } = await umbruch("set", put("kim.txt", GOOD), "--out", out);
    expect(code).toBe(7);
    expect(said).toContain(`cannot be written: ${reason}`);
    expect(said).toContain("try: ");
  });

  it("in the place of a folder says so", async () => {
    mkdirSync(join(folder, "out", "kim.press.pdf", "mine"), { recursive: true });
    const { code, out } = await umbruch("set", put("kim.txt", GOOD), "--out", join(folder, "out"));
    expect([code, out]).toEqual([7, expect.stringContaining("there is a folder of that name")]);
  });

  it("for a reason that nobody foresaw gives the system's words", () => {
    expect(cannotWrite("kim.pdf", new Error("the tape is torn")).message).toBe(
      "kim.pdf cannot be written: the tape is torn",
    );
  });
});
