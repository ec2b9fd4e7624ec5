import { report, toMm, type Diagnostic, type JsonPath, type LocatedJson, type Pt } from "../base/index.ts";
import { CONTRADICTION } from "./findings.ts";
import { sizeOf } from "./formats.ts";
import { toPt } from "./length.ts";
import type { TemplateData } from "./schema.ts";
import type { Slot, Template } from "./template.ts";

/** What only the whole template can tell: values that are each allowed and cannot all hold. */
export function contradictions(template: Template, data: TemplateData, json: LocatedJson): Diagnostic[] {
  const checks = [pageFaults, gridFaults, headlineFaults, compositionFaults, styleFaults, slotFaults];
  return checks
    .flatMap((check) => check(template, data))
    .map(({ at, message, hint }) => report(CONTRADICTION, message, json.placeAt(at), hint));
}

interface Fault {
  readonly at: JsonPath;
  readonly message: string;
  readonly hint?: string;
}

/** A fault where something does not hold. */
function unless(holds: boolean, at: JsonPath, message: string, hint?: string): Fault[] {
  return holds ? [] : [{ at, message, ...(hint !== undefined && { hint }) }];
}

/** Lengths that are equal but for rounding, in points. */
const NEAR: Pt = 0.01;

function pageFaults({ page, typeArea }: Template, { page: data }: TemplateData): Fault[] {
  const { format, width, height } = data;
  if (format === undefined && (width === undefined || height === undefined)) {
    return unless(false, ["page"], "the page has no size", 'give “width” and “height”, or a “format” such as "a4"');
  }
  const known = format && sizeOf(format);
  const agrees = (length: Pt, given: TemplateData["page"]["width"]): boolean =>
    given === undefined || Math.abs(length - toPt(given)) < NEAR;
  return [
    ...unless(
      known === undefined || (agrees(known.width, width) && agrees(known.height, height)),
      ["page", "format"],
      `the format ${format} has another size than the width and height given`,
      "leave out one or the other",
    ),
    ...unless(
      typeArea.x + typeArea.width <= page.width + NEAR,
      ["typeArea", "width"],
      "the type area is wider than its page",
    ),
    ...unless(
      typeArea.y + typeArea.height <= page.height + NEAR,
      ["typeArea", "height"],
      "the type area is higher than its page",
    ),
  ];
}

/** Columns narrower than this cannot be set, whatever the type. */
const LEAST_COLUMN: Pt = 60;
const LEAST_LEADING: Pt = 5;

function gridFaults({ grid, header, typeArea }: Template): Fault[] {
  const { columnWidth, leading, columnRule, gutter } = grid;
  if (leading < LEAST_LEADING) return unless(false, ["grid", "leading"], `a leading of ${leading} pt holds no type`);
  return [
    ...unless(
      columnWidth >= LEAST_COLUMN,
      ["grid", "columns"],
      `columns of ${toMm(columnWidth).toFixed(1)} mm are too narrow to set`,
    ),
    ...unless(
      grid.first - typeArea.y <= typeArea.height,
      ["grid", "first"],
      "the first baseline lies below the type area",
    ),
    ...unless(
      columnRule === undefined || columnRule.weight < gutter / 2,
      ["grid", "columnRule", "weight"],
      "the column rule fills the gutter",
    ),
    ...unless(header.rows < grid.rows / 2, ["header", "height"], "the header leaves no room for an article"),
    ...unless(
      header.rows === 0 || header.baselineRow < header.rows,
      ["header", "baseline"],
      `the section's baseline lies below the header's ${header.rows} rows`,
    ),
  ];
}

function headlineFaults({ headline, composition }: Template): Fault[] {
  const { steps } = headline;
  const missing = composition.columns.filter((columns) => !steps.some((step) => step.columns === columns));
  const falling = steps.findIndex(({ sizes }) => sizes.some((size, index) => size >= (sizes[index - 1] ?? Infinity)));
  const rising = steps.findIndex((step, index) => index > 0 && !risesFrom(steps[index - 1], step));
  return [
    ...missing.map((columns) => ({
      at: ["headline", "steps"],
      message: `no headline sizes for an article of ${columns} columns`,
      hint: `add { "columns": ${columns}, "sizes": […] }`,
    })),
    ...unless(falling < 0, ["headline", "steps", falling, "sizes"], "the sizes of a step must fall, the largest first"),
    ...unless(
      rising < 0,
      ["headline", "steps", rising],
      "the steps must rise: more columns, and no smaller a largest size",
    ),
  ];
}

type Step = Template["headline"]["steps"][number];

function risesFrom(before: Step | undefined, { columns, sizes }: Step): boolean {
  return before === undefined || (columns > before.columns && (sizes[0] ?? 0) >= (before.sizes[0] ?? 0));
}

function compositionFaults({ composition, grid, header }: Template): Fault[] {
  const { columns, pictureRatio, leastDepth, pictures } = composition;
  const room = grid.rows - header.rows;
  return [
    ...unless(
      Math.max(...columns) <= grid.columns,
      ["composition", "columns"],
      `the grid has only ${grid.columns} columns`,
    ),
    ...unless(
      pictureRatio.least <= pictureRatio.most,
      ["composition", "pictureRatio"],
      "the first proportion is larger than the second",
      "write the narrowest first: [1.2, 2.0]",
    ),
    ...unless(
      leastDepth < room,
      ["composition", "leastDepth"],
      `columns of ${leastDepth} rows do not stand in the ${room} rows below the header`,
    ),
    ...pictures.flatMap((slot, index) =>
      unless(
        Math.max(...slot.columns) <= grid.columns,
        ["composition", "pictures", index, "columns"],
        `the grid has only ${grid.columns} columns`,
      ),
    ),
  ];
}

/** The roles that stand on the grid, line by line. */
const ON_GRID = ["body", "lead", "list", "crosshead", "boxTitle", "boxBody"] as const;
const LEAST_SIZE: Pt = 4;

function styleFaults({ styles, grid }: Template, data: TemplateData): Fault[] {
  const offGrid = ON_GRID.filter((role) => Math.abs(styles[role].leading - grid.leading) > 1e-6);
  const tiny = Object.entries(styles).filter(([, { size }]) => size < LEAST_SIZE);
  const twisted = Object.entries(data.styles).filter(([, style]) => {
    const [least, normal, most] = style?.justification.wordSpace ?? [0, 0, 0];
    return least > normal || normal > most;
  });
  return [
    ...offGrid.map((role) => ({
      at: ["styles", role, "leading"],
      message: `the ${role}'s leading is not the grid's`,
      hint: `it stands on the grid: write "${grid.leading}pt"`,
    })),
    ...tiny.map(([role, { size }]) => ({ at: ["styles", role, "size"], message: `type of ${size} pt cannot be read` })),
    ...twisted.map(([role]) => ({
      at: ["styles", role, "justification", "wordSpace"],
      message: "the three word spaces must rise: least, normal, most",
    })),
  ];
}

function slotFaults({ slots, grid, header, composition }: Template): Fault[] {
  return slots.flatMap((slot, index) => {
    const at = ["slots", slot.name];
    const rows = grid.rows - header.rows;
    const overlapped = slots.slice(0, index).find((other) => overlap(slot, other));
    return [
      ...unless(
        slot.column + slot.columns <= grid.columns,
        [...at, "columns"],
        `the slot reaches beyond the grid's ${grid.columns} columns`,
      ),
      ...unless(
        slot.row + slot.rows <= grid.rows,
        [...at, "rows"],
        `the slot reaches beyond the ${rows} rows below the header`,
      ),
      ...unless(
        composition.columns.includes(slot.columns),
        [...at, "columns"],
        `the template has no articles of ${slot.columns} columns`,
        `“composition.columns” has: ${composition.columns.join(", ")}`,
      ),
      ...unless(overlapped === undefined, at, `the slot overlaps “${overlapped?.name}”`),
    ];
  });
}

function overlap(a: Slot, b: Slot): boolean {
  const across = a.column < b.column + b.columns && b.column < a.column + a.columns;
  return across && a.row < b.row + b.rows && b.row < a.row + a.rows;
}
