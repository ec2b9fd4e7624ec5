import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { jsonSchemaOf } from "../../../src/app/schema/json-schemas.ts";
import { SAID } from "../../../src/app/schema/said.ts";
import { SCHEMA_NAMES, type SaidName } from "../../../src/app/schema/schema-names.ts";
import { reportSchema } from "../../../src/app/schema/report-schema.ts";
import { GOOD, testFolder, umbruch } from "../../support/command.ts";
import { projectPath } from "../../support/desk.ts";

const { put, path: folder } = testFolder("schema");

async function reportsOf(...args: string[]): Promise<readonly unknown[]> {
  const { out } = await umbruch(...args, "--format", "json");
  return out
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

describe("the schema of reports", () => {
  it("holds for what set and check say of real articles", async () => {
    const articles = projectPath("articles");
    const bad = put("schlecht.txt", GOOD.replace("Absatz", "Absatz 漢"));
    const reports = [
      ...(await reportsOf("check", articles)),
      ...(await reportsOf("check", articles, "--height", "90mm", "--changes")),
      ...(await reportsOf("set", bad, "--out", join(folder, "out"), "--for", "press", "archive")),
      ...(await reportsOf("check", join(folder, "nichts.txt"))),
      ...(await reportsOf("check", bad, "--template", "berlinr-5")),
    ];
    expect(reports).toHaveLength(2 * readdirSync(articles).filter((name) => name.includes(".")).length + 3);
    for (const report of reports) expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it("refuses what is no report", async () => {
    const [report] = await reportsOf("check", put("gut.txt", GOOD));
    expect(reportSchema.safeParse({ ...(report as object), version: 2 }).success).toBe(false);
    expect(reportSchema.safeParse({ ...(report as object), outputs: undefined }).success).toBe(false);
    expect(reportSchema.safeParse({ ...(report as object), surprise: 1 }).success).toBe(false);
  });
});

const PICTURED = projectPath("articles/raumfahrt-frauen.json");
const rooms = ["article", "galley", "page", "display"];

/** Objects that are none of the kind: each real one with a field more, and each with its version gone. */
const spoilt = (said: readonly unknown[]): readonly unknown[] =>
  said.flatMap((one) => [
    { ...(one as object), surprise: 1 },
    { ...(one as object), version: undefined },
  ]);

describe("the schemas of what else commands say", () => {
  const out = join(folder, "pages");
  const archived = join(out, "gut.archive.pdf");
  beforeAll(() => umbruch("set", put("gut.txt", GOOD), "--for", "press", "archive", "--out", out));
  const noPdf = put("kein.pdf", "nichts");

  const cases: readonly [SaidName, readonly (readonly string[])[]][] = [
    [
      "preflight",
      [
        [join(out, "gut.press.pdf"), noPdf],
        [archived, "--no-plates", "--condition", "coated"],
      ],
    ],
    ["verify", [[archived, noPdf, join(folder, "fehlt.pdf")]]],
    ["extract", [[archived, "--out", join(folder, "files")], [noPdf]]],
    ["dump", [...rooms.map((room) => [PICTURED, "--after", room]), [join(folder, "fehlt.txt"), "--after", "page"]]],
    ["explain", [[PICTURED, "--template", "a4-2"], [PICTURED, "--height", "90mm"], [join(folder, "fehlt.txt")]]],
    ["words", [["--word", "Atomstreitkräfte", "Ost-West-Konflikt", "ab"]]],
    ["doctor", [[folder], [folder, "--template", "berlinr-5", "--for", "press", "archive", "--folio", "7"]]],
  ];

  it.each(cases)("hold for what %s really says, and refuse what is no such thing", async (name, calls) => {
    const { schema } = SAID[name];
    const said: unknown[] = [];
    for (const args of calls) said.push(...(await reportsOf(name === "words" ? "explain" : name, ...args)));
    expect(said.length).toBeGreaterThanOrEqual(calls.length);
    for (const one of said) expect(schema.safeParse(one).error).toBeUndefined();
    for (const one of spoilt(said)) expect(schema.safeParse(one).success).toBe(false);
  });
});

describe("the JSON of", () => {
  const AGENCY = projectPath("articles/nordkorea-atomare-aufruestung.txt");

  it.each([
    ["galley", /^ {2}\|/gm, (made: object) => linesOf((made as { slugs: object[] }).slugs)],
    ["page", /^ {2}.*\|.*ws=/gm, (made: object) => pagesOf(made).flatMap(({ frames }) => linesOf(frames))],
    ["display", /^(glyphs|fill|stroke|picture) /gm, (made: object) => pagesOf(made).flatMap((page) => page.operations)],
  ])("dump --after %s has all that its text has, line by line", async (room, lines, parts) => {
    const { out } = await umbruch("dump", AGENCY, "--after", room);
    const [said] = (await reportsOf("dump", AGENCY, "--after", room)) as { made: object }[];
    expect(parts(said?.made ?? {})).toHaveLength(out.match(lines)?.length ?? 0);
  });

  it("dump --after article is an article that gives the same pages", async () => {
    const [said] = (await reportsOf("dump", AGENCY, "--after", "article")) as { made: { article: object } }[];
    const again = put("nordkorea-atomare-aufruestung.json", JSON.stringify(said?.made.article));
    const [pages, same] = [
      await umbruch("dump", AGENCY, "--after", "page"),
      await umbruch("dump", again, "--after", "page"),
    ];
    expect(same.out).toBe(pages.out);
  });

  it("explain names the chosen composition first, with costs that add up", async () => {
    const [said] = (await reportsOf("explain", AGENCY)) as { pages: ExplainedPage[] }[];
    const [first, second] = said?.pages[0]?.compositions ?? [];
    expect(first?.cost).toBeLessThan(second?.cost ?? 0);
    const sum = Object.values(first?.costs ?? {}).reduce((total, cost) => total + cost, 0);
    expect(sum).toBeCloseTo(first?.cost ?? 0, 1);
    expect(said?.pages[0]?.decision.margin).toBeCloseTo((second?.cost ?? 0) - (first?.cost ?? 0), 1);
  });
});

interface ExplainedPage {
  readonly compositions: readonly { readonly cost: number; readonly costs: Readonly<Record<string, number>> }[];
  readonly decision: { readonly margin: number };
}

function pagesOf(made: object) {
  return (made as { pages: { frames: object[]; operations: object[] }[] }).pages;
}

function linesOf(holders: readonly object[]): readonly object[] {
  return holders.flatMap((holder) => ("lines" in holder ? (holder.lines as object[]) : []));
}

describe("umbruch schema", () => {
  it.each(SCHEMA_NAMES)(
    "prints the one of %s, which is published as it is in the code (npm run schema)",
    async (name) => {
      const { code, out } = await umbruch("schema", name);
      const published: unknown = JSON.parse(readFileSync(projectPath(`schema/${name}.schema.json`), "utf8"));
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual(published);
      expect(jsonSchemaOf(name)).toMatchObject({ $schema: expect.stringContaining("2020-12") });
    },
  );

  it("ends with 2 for what has none", async () => {
    expect((await umbruch("schema", "page")).code).toBe(2);
  });
});
