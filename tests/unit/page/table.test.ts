import { describe, expect, it } from "vitest";
import type { Block, Table } from "../../../src/article/index.ts";
import { castTable } from "../../../src/page/cast-table.ts";
import type { Page, TextFrame } from "../../../src/page/index.ts";
import { bundledTemplate, copyOf, setter } from "../../support/desk.ts";
import { articleOf, makeUpOn, paragraphOf, textFrames } from "../../support/makeup.ts";

const { styles, grid } = bundledTemplate("a4-3");
const cells = (...texts: string[]) => texts.map((text) => copyOf(text));
const order = { x: 10, leading: grid.leading, style: styles.table, topRule: true, setter };

const TABLE: Table = {
  kind: "table",
  header: cells("Bereich", "Mio. Euro"),
  rows: [cells("Kinderbetreuung", "4.210,5"), cells("Pflege", "3.105"), cells("Straßen und Brücken", "980,25")],
};

/** Where each line of a row begins and ends, with its text. */
function places(table: Table, width: number) {
  return castTable(table, { ...order, width }).value.map(({ lines }) =>
    lines.map(({ x, line }) => ({ text: line.copy.text, from: x, to: x + line.width })),
  );
}

/** Where the decimal comma of a figure stands, or would stand. */
function comma(place: { readonly text: string; readonly to: number } | undefined): number {
  const text = place?.text ?? "";
  const fraction = text.includes(",") ? text.slice(text.indexOf(",")) : "";
  const [alone] = places({ kind: "table", rows: [cells(fraction)] }, 500)[0] ?? [];
  const width = alone === undefined ? 0 : alone.to - alone.from;
  return (place?.to ?? 0) - width;
}

describe("a table", () => {
  it("sets columns of figures flush at their decimal comma, columns of text at the left", () => {
    const [, ...rows] = places(TABLE, 200);
    const commas = rows.map((row) => comma(row[1]));
    expect(Math.max(...commas) - Math.min(...commas)).toBeLessThan(0.1);
    expect(new Set(rows.map((row) => row[0]?.from)).size).toBe(1);
  });

  it("fills its measure: figures as narrow as they are, text takes the rest", () => {
    const ends = places(TABLE, 200).flatMap((row) => row.map(({ to }) => to));
    expect(Math.max(...ends)).toBeLessThanOrEqual(order.x + 200 + 0.01);
    expect(Math.max(...ends)).toBeGreaterThan(order.x + 195);
  });

  it("breaks text that is too long for its column, the row then takes more rows of the grid", () => {
    const rows = castTable(
      { ...TABLE, rows: [cells("Kinderbetreuung, Schulen und Horte", "12")] },
      { ...order, width: 120 },
    );
    expect(rows.value.map((row) => row.rows)).toEqual([1, 2]);
  });

  const LEAGUE: Table = {
    kind: "table",
    header: cells("Verein", "Spiele", "Siege", "Punkte"),
    rows: [cells("Sturm Graz", "22", "14", "45"), cells("Rapid Wien", "22", "12", "–")],
  };
  const reach = (table: Table, width: number): number =>
    Math.max(...places(table, width).flatMap((row) => row.map(({ to }) => to))) - order.x;

  it.each([150, 130, 115, 100])(
    "that is too wide moves together, breaks headers, and becomes smaller: %d pt",
    (width) => {
      expect(castTable(LEAGUE, { ...order, width }).diagnostics.map(({ code }) => code)).not.toContain(
        "page/wide-table",
      );
      expect(reach(LEAGUE, width)).toBeLessThanOrEqual(width + 0.02);
    },
  );

  it("moves together and becomes a little smaller before it breaks a name or a header", () => {
    const texts = LEAGUE.rows.map(([name]) => name?.text);
    const onOneLine = (width: number) => places(LEAGUE, width).map((row) => row.length);
    const size = (width: number) => castTable(LEAGUE, { ...order, width }).value[0]?.lines[0]?.line.runs[0]?.size ?? 0;
    for (const width of [160, 150, 140, 135]) {
      expect(onOneLine(width)).toEqual([4, 4, 4]);
      expect(
        places(LEAGUE, width)
          .slice(1)
          .map(([name]) => name?.text),
      ).toEqual(texts);
    }
    expect(size(160)).toBe(styles.table.size);
    expect(size(135)).toBeGreaterThan(0.87 * styles.table.size);
  });

  it("breaks names between their words and long headers first, so that short ones stay whole", () => {
    const table: Table = {
      kind: "table",
      header: cells("Verein", "Spiele", "Siege", "Niederlagen", "Punkte"),
      rows: [cells("Austria Klagenfurt", "22", "14", "3", "45"), cells("Rapid Wien", "22", "12", "4", "40")],
    };
    const set = castTable(table, { ...order, width: 149 }).value.map(({ lines }) =>
      lines.map(({ line }) => line.copy.text.trim()),
    );
    expect(set[0]).toEqual(["Verein", "Spiele", "Siege", "Niederlagen", "Punkte"]);
    expect(set[1]?.slice(0, 2)).toEqual(["Austria", "Klagenfurt"]);
  });

  it("says where nothing helps by how much it is too wide", () => {
    const { diagnostics } = castTable(LEAGUE, { ...order, width: 50 });
    const found = diagnostics.find(({ code }) => code === "page/wide-table");
    expect(found?.severity).toBe("error");
    const said = Number(/[\d.]+/.exec(found?.message ?? "")?.[0]) * (72 / 25.4);
    expect(Math.abs(said - (reach(LEAGUE, 50) - 50))).toBeLessThan(1);
  });

  it("keeps figures flush right where a dash stands for nothing", () => {
    const [, one, two] = places(LEAGUE, 200);
    expect(two?.[3]?.to).toBeCloseTo(one?.[3]?.to ?? 0, 1);
  });

  it("has hair rules above and below its header and at its foot, as wide as it is", () => {
    const marks = castTable(TABLE, { ...order, width: 160 }).value.map((row) => row.marks);
    expect(marks.map((own) => own.length)).toEqual([2, 0, 0, 1]);
    for (const { rect } of marks.flat()) expect([rect.x, rect.width]).toEqual([10, 160]);
  });

  it("sets its header in the strong face, never broken where its column can be as wide", () => {
    const [head] = places({ ...TABLE, rows: [cells("Bund", "51")] }, 160);
    expect(head?.map(({ text }) => text)).toEqual(["Bereich", "Mio. Euro"]);
  });

  it("stands on the grid between paragraphs, whole, its header not alone", () => {
    const text = "Die Gemeinden verlangen vom Bund mehr Geld für Kindergärten und die Pflege alter Menschen. ".repeat(
      3,
    );
    const body = [paragraphOf(text), TABLE, paragraphOf(text), paragraphOf(text)];
    const { pages } = makeUpOn("a4-3", articleOf(body)).value;
    const frames = textFrames(pages).filter(({ role }) => role === "table");
    expect(new Set(frames.map(({ column }) => column)).size).toBe(1);
    for (const { baseline, row } of frames.flatMap(({ lines }) => lines)) {
      expect(baseline).toBeCloseTo((pages[0]?.grid.first ?? 0) + (row ?? 0) * grid.leading, 9);
    }
  });
});

describe("a table in a box", () => {
  const text = { kind: "paragraph", text: copyOf("Stand vor der letzten Runde.") } as const;
  const inBox = (...blocks: Extract<Block, { kind: "box" }>["blocks"]) =>
    makeUpOn("a4-3", articleOf([paragraphOf("Die Gemeinden brauchen Geld."), { kind: "box", blocks }])).value.pages;
  const rowsOf = (pages: readonly Page[], ...roles: TextFrame["role"][]): number[] =>
    textFrames(pages)
      .filter(({ role }) => roles.includes(role))
      .flatMap(({ lines }) => lines.map(({ row }) => row ?? 0));
  const rulesOf = (pages: readonly Page[]) =>
    pages.flatMap(({ frames }) => frames.filter((frame) => frame.kind === "rule" && frame.role === "table"));

  it("has a row of paper between itself and the text above and below, all on the box's ground", () => {
    const pages = inBox(text, TABLE, text);
    const rows = [...new Set(rowsOf(pages, "boxBody", "table"))];
    expect(rows.map((row) => row - (rows[0] ?? 0))).toEqual([0, 2, 3, 4, 5, 7]);
    const tints = pages.flatMap(({ frames }) => frames.filter(({ kind }) => kind === "tint"));
    const baselines = textFrames(pages)
      .filter(({ role }) => role === "boxBody" || role === "table")
      .flatMap(({ lines }) => lines.map(({ baseline }) => baseline));
    expect(tints).toHaveLength(1);
    const { y = 0, height = 0 } = tints[0]?.rect ?? {};
    expect(y).toBeLessThan(Math.min(...baselines) - grid.leading);
    expect(y + height).toBeGreaterThan(Math.max(...baselines));
  });

  it("needs no rule of its own below the edge of the box that it opens", () => {
    expect(rulesOf(inBox(TABLE))).toHaveLength(2);
    expect(rulesOf(inBox(text, TABLE))).toHaveLength(3);
  });
});
