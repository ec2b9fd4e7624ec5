import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../src/app/settings/read-config.ts";
import { testFolder, umbruch } from "../../support/command.ts";

const { put, path: folder } = testFolder("init");

describe("umbruch init", () => {
  it("writes a configuration and an article that can be set at once", async () => {
    const desk = join(folder, "neu");
    const { code, out } = await umbruch("init", desk);
    expect(code).toBe(0);
    expect(out).toContain(`umbruch check ${join(desk, "articles")}`);
    const set = await umbruch("set", join(desk, "articles"), "--date", "2025-02-09");
    expect(set.out).not.toContain("error:");
    expect(set.code).toBe(0);
    expect(readdirSync(join(desk, "pages"))).toEqual(["neue-faehre.press.pdf"]);
  });

  it("writes an article that has every part", async () => {
    const desk = join(folder, "teile");
    await umbruch("init", desk);
    const { out } = await umbruch("dump", join(desk, "articles/neue-faehre.txt"), "--after", "article");
    for (const part of [
      "kicker",
      "deck",
      "byline",
      "lead",
      "sources",
      "caption",
      "crosshead",
      "quotation",
      "table",
      "box",
    ])
      expect(out).toMatch(new RegExp(`\\b${part}\\b`));
  });

  it("writes settings that hold when their # is taken away", async () => {
    const desk = join(folder, "raute");
    await umbruch("init", desk);
    const text = readFileSync(join(desk, "umbruch.config.yaml"), "utf8").replace(/^# (?=[a-z]\w+: )/gim, "");
    expect(text).toMatch(/^singlePages: true/m);
    expect(readConfig({ name: "umbruch.config.yaml", text }).diagnostics).toEqual([]);
  });

  it("overwrites nothing, also not a configuration by another name", async () => {
    const config = put("alt/umbruch.config.json", "{}");
    const article = put("alt/articles/neue-faehre.txt", "meins");
    const { code, out } = await umbruch("init", join(folder, "alt"));
    expect(code).toBe(0);
    expect(out).toContain(`kept     ${config}`);
    expect(out).toContain(`kept     ${article}`);
    expect(readdirSync(join(folder, "alt"))).toEqual(["articles", "umbruch.config.json"]);
    expect(readFileSync(article, "utf8")).toBe("meins");
  });

  it("ends with 7 where it cannot write", async () => {
    mkdirSync(join(folder, "voll"));
    const { code, err } = await umbruch("init", join(put("voll/datei", ""), "darin"));
    expect(code).toBe(7);
    expect(err).toContain("app/cannot-write");
  });
});
