import { copyFrom, toMm, type Copy, type Pt, type Rect } from "../base/index.ts";
import { setGalley, type Typesetter } from "../galley/index.ts";
import type { Ink, PictureSlot, Template, TextStyle } from "../template/index.ts";
import { geometryOf } from "./page-grid.ts";
import type { Frame, Page, TextFrame } from "./page.ts";

const GRID: Ink = { c: 0.55, m: 0, y: 0, k: 0 };
const COLUMN: Ink = { c: 0.1, m: 0, y: 0, k: 0 };
const AREA: Ink = { c: 1, m: 0.2, y: 0, k: 0 };
const SLOT: Ink = { c: 0, m: 0.9, y: 0.2, k: 0 };
const LABEL: Ink = { c: 0, m: 0, y: 0, k: 0.75 };

/** A template drawn as a page: columns, baseline grid with its rows counted, type area, header, slots, and a line in each style. */
export function templateSheet(template: Template, setter: Typesetter): Page {
  const sheet = new Sheet(template, setter);
  const { page, typeArea, grid } = template;
  const trim: Rect = { x: 0, y: 0, width: page.width, height: page.height };
  const { left } = geometryOf(template);
  return {
    number: 1,
    trim,
    bleed: trim,
    typeArea,
    grid: {
      first: grid.first,
      leading: grid.leading,
      rows: grid.rows,
      columns: Array.from({ length: grid.columns }, (_, column) => left(column)),
      columnWidth: grid.columnWidth,
    },
    emptyRows: 0,
    overset: 0,
    frames: sheet.frames(),
  };
}

class Sheet {
  private readonly template: Template;
  private readonly setter: Typesetter;

  constructor(template: Template, setter: Typesetter) {
    this.template = template;
    this.setter = setter;
  }

  frames(): Frame[] {
    return [
      ...this.columns(),
      ...this.rows(),
      ...outline(this.template.typeArea, 0.6, AREA),
      ...this.slots(),
      ...this.legend(),
    ];
  }

  private columns(): Frame[] {
    const { grid, typeArea } = this.template;
    const { left } = geometryOf(this.template);
    return Array.from({ length: grid.columns }, (_, column) => ({
      kind: "tint",
      rect: { x: left(column), y: typeArea.y, width: grid.columnWidth, height: typeArea.height },
      ink: COLUMN,
    }));
  }

  /** The baselines; every fifth below the header has its number in the margin, as `--rows` and slots count them. */
  private rows(): Frame[] {
    const { grid, header, typeArea } = this.template;
    const { baseline } = geometryOf(this.template);
    return Array.from({ length: grid.rows }, (_, row) => row).flatMap((row): Frame[] => {
      const y = baseline(row);
      const count = row - header.rows + 1;
      const rule = line({ x: typeArea.x, y, width: typeArea.width, height: 0.25 }, GRID);
      return count > 0 && count % 5 === 0 ? [rule, this.label(String(count), typeArea.x - 14, y, 6)] : [rule];
    });
  }

  private slots(): Frame[] {
    const { slots, grid } = this.template;
    const { baseline, left, span } = geometryOf(this.template);
    return slots.flatMap(({ name, column, columns, row, rows }) => {
      const rect = { x: left(column), y: baseline(row - 1), width: span(columns), height: rows * grid.leading };
      const size = `${columns} columns × ${rows} rows, ${millimetres(rect.width)} × ${millimetres(rect.height)} mm`;
      return [
        ...outline(rect, 1.2, SLOT),
        this.label(name, rect.x + 6, rect.y + 20, 14, SLOT),
        this.label(size, rect.x + 6, rect.y + 32, 8, SLOT),
      ];
    });
  }

  /** What the template says in figures, and a line in each style. */
  private legend(): Frame[] {
    const { template } = this;
    const { page, typeArea, grid, composition } = template;
    const facts = [
      `${template.name}: ${template.title}`,
      `page ${millimetres(page.width)} × ${millimetres(page.height)} mm, type area ${millimetres(typeArea.width)} × ${millimetres(typeArea.height)} mm`,
      `${grid.columns} columns of ${millimetres(grid.columnWidth)} mm, ${millimetres(grid.gutter)} mm apart; leading ${points(grid.leading)}, ${grid.rows} rows`,
      `articles over ${composition.columns.join(", ")} columns; pictures ${composition.pictures.map(placeOf).join("; ")}`,
    ];
    const x = typeArea.x + 6;
    const room = typeArea.width - 12;
    let y = geometryOf(template).baseline(template.header.rows) + 34;
    const frames: Frame[] = facts.map((fact) => {
      y += 13;
      return this.label(fact, x, y, 9, LABEL, room);
    });
    y += 8;
    for (const [role, style] of Object.entries(template.styles)) {
      y += Math.max(style.size, 9) * 1.15 + 4;
      if (y > typeArea.y + typeArea.height - 6) break;
      const text = `${role}: ${style.face} ${points(style.size)}/${points(style.leading)}`;
      frames.push(this.text(text, x, y, { ...style, align: "left", hyphenate: false }, room));
    }
    return frames;
  }

  private label(text: string, x: Pt, y: Pt, size: Pt, ink: Ink = LABEL, width: Pt = 4000): TextFrame {
    const style: TextStyle = { ...this.template.styles.placeholder, size, leading: size * 1.2, align: "left", ink };
    return this.text(text, x, y, style, width);
  }

  /** One line; what does not fit is cut off. */
  private text(text: string, x: Pt, y: Pt, style: TextStyle, width: Pt): TextFrame {
    const copy: Copy = copyFrom({ name: this.template.name, text }, 0, text.length);
    const galley = setGalley(copy, style, { width, firstInset: 0, inset: 0 }, this.setter).value;
    const lines = galley.lines.slice(0, 1).map((set) => ({ x, baseline: y, line: set }));
    const rect = { x, y: y - style.size, width: lines[0]?.line.width ?? 0, height: style.size * 1.25 };
    return { kind: "text", role: "placeholder", rect, ink: style.ink, lines };
  }
}

function line(rect: Rect, ink: Ink): Frame {
  return { kind: "rule", role: "box", rect, ink };
}

function outline({ x, y, width, height }: Rect, weight: Pt, ink: Ink): Frame[] {
  return [
    line({ x, y: y - weight / 2, width, height: weight }, ink),
    line({ x, y: y + height - weight / 2, width, height: weight }, ink),
    line({ x: x - weight / 2, y, width: weight, height }, ink),
    line({ x: x + width - weight / 2, y, width: weight, height }, ink),
  ];
}

function placeOf({ at, side, columns }: PictureSlot): string {
  return `${at} ${side} over ${columns.join(", ")}`;
}

function millimetres(length: Pt): string {
  return String(Number(toMm(length).toFixed(1)));
}

function points(length: Pt): string {
  return `${Number(length.toFixed(2))} pt`;
}
