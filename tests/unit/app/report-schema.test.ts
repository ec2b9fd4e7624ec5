import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonSchemaOf } from "../../../src/app/schema/json-schemas.ts";
import { SCHEMA_NAMES } from "../../../src/app/schema/schema-names.ts";
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
