import { right, type Copy, type Diagnostic, type Outcome, type Pt } from "../base/index.ts";
import { setGalley, type Line } from "../galley/index.ts";
import type { Rule, TextStyle } from "../template/index.ts";
import type { Material } from "./material.ts";
import { geometryOf } from "./page-grid.ts";
import { printed } from "./printed.ts";
import type { Frame, RuleFrame, TextFrame, TextRole } from "./page.ts";

/** The section header of a right or left page: rules, section, date and folio, across the type area. */
export function setHeader(
  material: Material,
  folio: string | undefined,
  side: "left" | "right" = "right",
): Outcome<readonly Frame[]> {
  const { article, template, setter } = material;
  const { styles, header, typeArea } = template;
  const diagnostics: Diagnostic[] = [];
  const baseline = geometryOf(template).baseline(header.baselineRow);
  const set = (copy: Copy, style: TextStyle, width: Pt): Line | undefined => {
    const { value, diagnostics: found } = setGalley(copy, style, { width, firstInset: 0, inset: 0 }, setter);
    diagnostics.push(...found);
    return value.lines[0];
  };
  const frame = (role: TextRole, line: Line | undefined, style: TextStyle, x: Pt): TextFrame[] => {
    if (line === undefined) return [];
    const rect = { x, y: baseline - style.size, width: line.width, height: style.leading };
    return [{ kind: "text", role, rect, ink: style.ink, lines: [{ x, baseline, line }] }];
  };
  const folioLine = folio === undefined ? undefined : set(printed(article, folio), styles.folio, typeArea.width / 4);
  const dateLine =
    article.date && set(printed(article, setter.language.longDate(article.date)), styles.date, typeArea.width / 2);
  // The folio is always outside: at the right of a right page, at the left of a left one.
  const beside = folioLine ? folioLine.width + styles.folio.size : 0;
  const folioX = side === "left" ? typeArea.x : right(typeArea) - (folioLine?.width ?? 0);
  const dateX = right(typeArea) - (dateLine ? dateLine.width : 0) - (side === "left" ? 0 : beside);
  const sectionX = typeArea.x + (side === "left" ? beside : 0);
  const section = set(article.section, styles.section, dateX - sectionX - styles.section.size);
  const frames = [
    ...headerRules(material),
    ...frame("section", section, styles.section, sectionX),
    ...frame("date", dateLine || undefined, styles.date, dateX),
    ...frame("folio", folioLine, styles.folio, folioX),
  ];
  return { value: frames, diagnostics };
}

/** How far below the section's baseline its lower rule stands, in rows. */
const RULE_BELOW = 0.6;

function headerRules({ template }: Material): RuleFrame[] {
  const { header, typeArea, grid } = template;
  const baseline = geometryOf(template).baseline(header.baselineRow);
  const across = (rule: Rule | undefined, y: Pt): RuleFrame[] => {
    if (rule === undefined) return [];
    return [
      {
        kind: "rule",
        role: "header",
        rect: { x: typeArea.x, y, width: typeArea.width, height: rule.weight },
        ink: rule.ink,
      },
    ];
  };
  return [...across(header.topRule, typeArea.y), ...across(header.bottomRule, baseline + RULE_BELOW * grid.leading)];
}

/** A rule in the middle of a gutter, between two rows. */
export function columnRule(rule: Rule, material: Material, gutter: number, from: Pt, until: Pt): RuleFrame {
  const { grid } = material.template;
  const middle = geometryOf(material.template).left(gutter) + grid.columnWidth + grid.gutter / 2;
  const rect = { x: middle - rule.weight / 2, y: from, width: rule.weight, height: until - from };
  return { kind: "rule", role: "column", rect, ink: rule.ink };
}
