import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkInk, conditionJsonSchema, openProfile, readCondition } from "../../../src/condition/index.ts";
import { bundledCondition, conditionLike, profileOf } from "../../support/condition.ts";
import { projectPath } from "../../support/desk.ts";

const mm = (points: number): number => Number(((points * 25.4) / 72).toFixed(3));

/** What is said of a condition's text. */
function faults(text: string): string[] {
  const parents = {
    names: ["coated"],
    find: (name: string) =>
      name === "coated" ? { name, text: readFileSync(projectPath("conditions/coated.json"), "utf8") } : undefined,
  };
  return readCondition({ name: "c.json", text }, parents).diagnostics.map(({ code, message, place }) => {
    const at = place?.kind === "source" ? `${place.line}:${place.column}` : "?";
    return `${code} ${at} ${message}`;
  });
}

describe("the bundled print conditions", () => {
  it("austria-newsprint asks for what Austrian newspapers print", () => {
    const { inks, pictures, type, rules, bleed, sheet } = bundledCondition("austria-newsprint");
    expect(inks.total).toBe(220);
    expect([pictures.least, pictures.most, pictures.lineArt]).toEqual([200, 300, 600]);
    expect([type.least, type.reversed]).toEqual([6, 8]);
    expect([mm(rules.least), bleed, sheet.cropMarks]).toEqual([0.1, 0, false]);
  });

  it("coated asks for 3 mm of bleed, 300 % of ink and 300 ppi", () => {
    const { inks, pictures, bleed, sheet } = bundledCondition("coated");
    expect([inks.total, pictures.least, mm(bleed), sheet.cropMarks]).toEqual([300, 300, 3, true]);
  });

  it("each have a profile that PDF/X-4 takes, with its licence", () => {
    for (const name of ["austria-newsprint", "coated"] as const) {
      const { outputIntent } = bundledCondition(name);
      expect(profileOf(bundledCondition(name)).bytes.length).toBeGreaterThan(200_000);
      expect(readFileSync(projectPath("conditions/LICENCES.md"), "utf8")).toContain(outputIntent.profile);
    }
  });

  it("each have their profile deflated beside it, to the byte, and no other", () => {
    const profiles = [
      ...new Set((["austria-newsprint", "coated"] as const).map((name) => profileOf(bundledCondition(name)).bytes)),
    ];
    const names = profiles.map((bytes) => `${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.deflated`);
    const folder = projectPath("conditions");
    expect(readdirSync(folder).filter((file) => file.endsWith(".deflated"))).toEqual([...names].sort());
    names.forEach((name, index) => {
      expect(inflateSync(readFileSync(`${folder}/${name}`)).equals(profiles[index] ?? Buffer.of())).toBe(true);
    });
  });

  it("have a JSON Schema, published as the code generates it", () => {
    expect(JSON.parse(readFileSync(projectPath("schema/condition.schema.json"), "utf8"))).toEqual(
      conditionJsonSchema(),
    );
  });
});

describe("a print condition of one's own", () => {
  it("says only what is different", () => {
    const own = conditionLike("austria-newsprint", { inks: { total: 240 }, bleed: "5mm" });
    expect([own.inks.total, mm(own.bleed), own.pictures.least]).toEqual([240, 5, 200]);
  });

  it("may refuse pictures from the resolution on that it warns of", () => {
    const { refuse, least, most } = conditionLike("coated", {
      pictures: { refuse: 300, least: 300, most: 300 },
    }).pictures;
    expect([refuse, least, most]).toEqual([300, 300, 300]);
  });

  it.each([
    ['{"extends": "coated", "name": "x", "blead": "3mm"}', "condition/unknown-key 1:36 the key “blead” means nothing"],
    [
      '{"extends": "coated", "name": "x", "bleed": "3"}',
      'condition/invalid-value 1:45 “bleed”: “3” is not a length; write for instance "92mm" or "8.6pt"',
    ],
    ['{"extends": "coatd", "name": "x"}', "condition/unknown-parent 1:13 there is no print condition “coatd”"],
    ['{"extends": ', "condition/invalid-json 1:13 this is not JSON: value expected"],
    [
      '{"extends": "coated", "name": "x", "pictures": {"refuse": 400}}',
      "condition/contradiction 1:48 “pictures”: refuse 400, least 300, most 350: each must be at least the one before",
    ],
  ])("is told what is wrong in %s", (text, said) => {
    expect(faults(text)).toEqual([said]);
  });
});

describe("a profile", () => {
  const good = readFileSync(projectPath("conditions/coated-fogra39l-tac300.icc"));
  const changed = (at: number, text: string): Uint8Array => {
    const bytes = Uint8Array.from(good);
    bytes.set(new TextEncoder().encode(text), at);
    return bytes;
  };

  it("says what press it is of", () => {
    expect(openProfile("coated.icc", good).value?.description).toContain("FOGRA39L");
  });

  it.each([
    ["that is a text", new TextEncoder().encode("no profile"), "is no ICC profile"],
    ["that is cut off", good.subarray(0, 1000), "says that it has 227544 bytes, and has 1000"],
    ["of a monitor", changed(12, "mntr"), "is of class “mntr”, not “prtr”"],
    ["of RGB", changed(16, "RGB "), "describes RGB, not CMYK"],
    ["of version 5", changed(8, "\u0005"), "is of version 5; PDF takes 2 and 4"],
  ])("%s is refused, and the reason given", (_, bytes, reason) => {
    const { value, diagnostics } = openProfile("p.icc", bytes);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message).toBe(`the ICC profile p.icc ${reason}`);
  });
});

describe("an ink", () => {
  const newsprint = bundledCondition("austria-newsprint");
  const house = conditionLike("austria-newsprint", {
    inks: { palette: { black: { k: 1 }, blue: { c: 0.9, m: 0.5 } } },
  });
  const ink = (c: number, m: number, y: number, k: number) => ({ c, m, y, k });

  it.each([
    ["black", ink(0, 0, 0, 1), newsprint],
    ["a grey of 8 %", ink(0, 0, 0, 0.08), newsprint],
    ["paper white", ink(0, 0, 0, 0), house],
    ["a tint of a colour of the palette", ink(0.45, 0.25, 0, 0), house],
  ])("that is %s may be printed", (_, colour, condition) => {
    expect(checkInk(colour, condition)).toEqual([]);
  });

  it.each([
    ["of 240 %", ink(0.8, 0.8, 0.8, 0), newsprint, "240 % in all, the paper holds 220 %"],
    ["that is too light", ink(0, 0, 0, 0.03), newsprint, "a tint of 3 % is not between 5 and 95 %"],
    ["that fills in", ink(0, 0, 0, 0.97), newsprint, "a tint of 97 % is not between 5 and 95 %"],
    ["outside the palette", ink(0, 0.5, 0.5, 0), house, "it is no tint of black, blue"],
  ])("%s may not, and the reason is given", (_, colour, condition, reason) => {
    expect(checkInk(colour, condition).map(({ message }) => message.split(": ")[1])).toEqual([reason]);
  });
});
