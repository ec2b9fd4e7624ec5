import { describe, expect, it } from "vitest";
import { missingInConfig } from "../../../src/app/settings/named-files.ts";
import { readConfig } from "../../../src/app/settings/read-config.ts";
import { DEFAULTS, resolveSettings, valuesOf } from "../../../src/app/settings/settings.ts";
import type { World } from "../../../src/pipeline.ts";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";

const { put, path: folder } = testFolder("settings");

const config = (text: string) => readConfig({ name: "desk/umbruch.config.yaml", text });

const settle = (text: string, flags = {}, environment = {}) =>
  resolveSettings({ flags, environment, config: config(text).value, isBundled: (name) => name === "a4-3" });

describe("settings", () => {
  it("are the defaults where nobody says anything", () => {
    const settings = settle("");
    expect(valuesOf(settings)).toEqual(DEFAULTS);
    expect(settings.template.origin).toEqual({ kind: "default" });
  });

  it("come from the flag before the configuration, and know it", () => {
    const settings = settle("template: a4-3\nfailOn: warning\n", { template: "a4-2" });
    expect(settings.template).toEqual({ value: "a4-2", origin: { kind: "flag", flag: "--template" } });
    expect(settings.failOn.value).toBe("warning");
    expect(settings.failOn.origin).toMatchObject({ kind: "file", place: { line: 2, column: 9 } });
  });

  it("take the date from SOURCE_DATE_EPOCH before the configuration, and from the flag before both", () => {
    const epoch = { SOURCE_DATE_EPOCH: "1739059200" };
    expect(settle("date: 2024-01-01", {}, epoch).date).toEqual({
      value: "2025-02-09",
      origin: { kind: "environment", variable: "SOURCE_DATE_EPOCH" },
    });
    expect(settle("", { date: "2026-03-04" }, epoch).date.value).toBe("2026-03-04");
    expect(settle("date: 2024-01-01", {}, { SOURCE_DATE_EPOCH: "soon" }).date.value).toBe("2024-01-01");
  });

  it("see paths of the configuration from its folder, and bundled names as names", () => {
    const { template, out, icc } = valuesOf(settle("template: own.json\nout: pages\nicc: /icc/press.icc"));
    expect([template, out, icc]).toEqual(["desk/own.json", "desk/pages", "/icc/press.icc"]);
    expect(settle("template: a4-3").template.value).toBe("a4-3");
  });

  it("write single pages where a pattern names them, unless somebody says otherwise", () => {
    expect(settle("name: '{title}_{page}'").singlePages.value).toBe(true);
    expect(settle("name: '{title}_{page}'\nsinglePages: false").singlePages.value).toBe(false);
  });

  it("take one purpose or a list of them", () => {
    expect(settle("for: archive").for.value).toEqual(["archive"]);
    expect(settle("for: [press, archive]").for.value).toEqual(["press", "archive"]);
  });
});

describe("a configuration file", () => {
  it("may be JSON", () => {
    expect(config('{ "template": "a4-3", "folio": 7 }').value?.values).toEqual({ template: "a4-3", folio: 7 });
  });

  it("says which key was meant, and where", () => {
    const { value, diagnostics } = config("# ours\ntempate: a4-3\n");
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "app/config-unknown-key", hint: "did you mean “template”?", place: { line: 2, column: 1 } },
    ]);
  });

  it.each([
    ["folio: drei", 8, "“folio”: expected a number, found text"],
    ["folio: 1.5", 8, "“folio”: expected a whole number, found 1.5"],
    ["ppi: 1000", 6, "“ppi”: 1000 is more than 600"],
    ["template: ''", 11, "“template” is empty"],
    ["singlePages: 1", 14, "“singlePages”: expected true or false, found a number"],
    ["format: jsn", 9, "“format”: “jsn” is none of human, json; did you mean “json”?"],
    ["for: pres", 6, "“for”: “pres” is none of press, archive, screen, proof; did you mean “press”?"],
    ["for: [press, scren]", 14, "“for[1]”: “scren” is none of press, archive, screen, proof; did you mean “screen”?"],
    ["for: 3", 6, "“for”: expected press, archive, screen, proof, or a list of them, found a number"],
    ["name: '{titel}'", 7, "“name”: there is no field {titel}"],
    ["name: '{page'", 7, "“name”: a brace stands alone"],
    ["- press", 1, "expected an object, found a list"],
    ["marks: crop,cross", 8, "there are no marks “cross”"],
    ["date: 9.2.2025", 7, "give a date as 2025-02-09"],
  ])("refuses %j at column %i", (text, column, message) => {
    const { diagnostics } = config(text);
    expect(diagnostics).toMatchObject([
      {
        code: "app/config-invalid-value",
        place: { line: 1, column },
        hint: expect.stringContaining("umbruch schema config"),
      },
    ]);
    expect(diagnostics[0]?.message).toContain(message);
  });

  it.each([
    "- template",
    "template",
    "42",
    "{ [a]: b }",
    "? [a, b]\n: c",
    "template:",
    "template: [a4-3]",
    "__proto__: 1",
  ])("that is no map of settings is refused, not a bug of ours: %j", (text) => {
    const { value, diagnostics } = config(text);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toMatch(/^app\/config-/);
  });

  it("may have comments as JSON, and no key twice", () => {
    const json = (text: string) => readConfig({ name: "umbruch.config.json", text });
    expect(json('{\n  // Für die Woche\n  "template": "a4-3"\n}').value?.values).toEqual({ template: "a4-3" });
    expect(json('{ "ppi": 72, "ppi": 96 }').diagnostics).toMatchObject([
      { code: "app/config-syntax", message: "“ppi” is given twice", place: { column: 14 } },
    ]);
    expect(json('{ "ppi": }').diagnostics).toMatchObject([{ code: "app/config-syntax", place: { column: 10 } }]);
  });

  it("is one document: a second one would not be read", () => {
    expect(config("template: a4-3\n---\ntemplate: clip\n").diagnostics).toMatchObject([
      { code: "app/config-syntax", place: { line: 2, column: 1 }, hint: expect.stringContaining("put all settings") },
    ]);
    expect(config("---\ntemplate: a4-3\n...\n").value?.values).toEqual({ template: "a4-3" });
  });

  it("is UTF-8, and says where it is not", () => {
    const text = new TextDecoder().decode(Buffer.from("template: a4-3\ntitle: Die für alle\n", "latin1"));
    expect(config(text).diagnostics).toMatchObject([
      { code: "app/config-syntax", message: "this is not UTF-8", place: { line: 2, column: 13 } },
    ]);
  });

  it("has no aliases", () => {
    expect(config("template: &a a4-3\ncondition: *a\n").diagnostics).toMatchObject([
      { code: "app/config-syntax", message: "a configuration has no aliases", place: { line: 2, column: 12 } },
    ]);
  });

  it("says where YAML breaks", () => {
    expect(config("template: a4-3\n  out: x").diagnostics).toMatchObject([
      { code: "app/config-syntax", place: { line: 1 } },
    ]);
  });
});

describe("umbruch with a configuration", () => {
  it("finds it upwards from the article", async () => {
    put("desk/umbruch.config.yaml", "template: a4-2\nformat: json\n");
    const article = put("desk/copy/today/kurz.txt", GOOD);
    const { code, out } = await umbruch("check", article);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ template: "a4-2" });
    expect((await umbruch("check", article, "--template", "a4-3", "--format", "human")).out).toContain("1 page");
  });

  it.each([
    ["template: a4-4", 11, "there is no template “", "did you mean “a4-2”?"],
    ["condition: coatd", 12, "there is no print condition “", "did you mean “coated”?"],
    ["icc: nichts.icc", 6, "the ICC profile ", "check the path"],
    ["condition: nichts.json\nicc: nichts.icc", 12, "there is no print condition “", "bundled are"],
  ])("says where it names what is not there: %j", async (text, column, message, hint) => {
    const article = put("irre/kurz.txt", GOOD);
    put("irre/umbruch.config.yaml", text);
    const commands = [["check"], ["set", "--out", `${folder}/irre/out`], ["explain"], ["dump", "--after", "page"]];
    for (const [command = "", ...more] of commands) {
      const { code, err } = await umbruch(command, article, ...more);
      expect([command, code]).toEqual([command, 2]);
      expect(err).toContain(message);
      expect(err).toContain(`irre/umbruch.config.yaml:1:${column}`);
      expect(err).toContain(hint);
    }
    const { out } = await umbruch("doctor", article);
    expect(out).toContain(`irre/umbruch.config.yaml:1:${column}`);
    // A command that does without it does.
    expect((await umbruch("templates", "--config", `${folder}/irre/umbruch.config.yaml`)).code).toBe(0);
  });

  it("opens no template and no print condition that it does not name", () => {
    const nothingToAsk = {} as World;
    expect(missingInConfig(nothingToAsk, settle("jobs: 2"), ["template", "condition"])).toEqual([]);
  });

  it("takes the one that --config names, and ends with 2 when it is not there", async () => {
    const other = put("other.yaml", "template: tabloid-4");
    const article = put("plain/kurz.txt", GOOD);
    const { out } = await umbruch("check", article, "--config", other, "--format", "json");
    expect(JSON.parse(out)).toMatchObject({ template: "tabloid-4" });
    const missing = await umbruch("check", article, "--config", `${folder}/nichts.yaml`);
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining("app/config-unreadable") });
  });

  it("ends with 2 and points into a faulty one", async () => {
    put("faulty/umbruch.config.yaml", "template: a4-2\nfialOn: warning\n");
    const { code, out, err } = await umbruch("check", put("faulty/kurz.txt", GOOD));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("umbruch.config.yaml:2:1");
    expect(err).toContain("did you mean “failOn”?");
  });

  it("refuses articles of two configurations in one run", async () => {
    put("one/umbruch.config.yml", "template: a4-2");
    put("two/umbruch.config.json", "{}");
    const { code, err } = await umbruch("check", put("one/a.txt", GOOD), put("two/b.txt", GOOD));
    expect(code).toBe(2);
    expect(err).toContain("app/two-configs");
  });
});
