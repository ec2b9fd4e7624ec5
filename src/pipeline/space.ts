import { nearestWord, report, type Outcome } from "../base/index.ts";
import type { SpaceOrder } from "../page/index.ts";
import type { Template } from "../template/index.ts";
import { UNKNOWN_SLOT, UNKNOWN_WIDTH } from "./findings.ts";
import type { Job } from "./job.ts";

/** The desk's wish in rows and slots of the template. */
export function spaceFor(template: Template, { space = {} }: Job): Outcome<SpaceOrder | undefined> {
  const { slot: name, height, rows, columns, onePage } = space;
  const slot = template.slots.find((one) => one.name === name);
  const names = template.slots.map((one) => one.name);
  if (name !== undefined && slot === undefined) {
    const near = nearestWord(name, names);
    const known = names.length > 0 ? `it has: ${names.join(", ")}` : "it has none; give rows, or a height";
    const hint = near ? `did you mean “${near}”?` : known;
    const message = `the template ${template.name} has no slot “${name}”`;
    return { value: undefined, diagnostics: [report(UNKNOWN_SLOT, message, undefined, hint)] };
  }
  const widest = Math.max(...template.composition.columns);
  if (columns !== undefined && !template.composition.columns.includes(columns)) {
    const message = `the template ${template.name} has no articles of ${columns} columns`;
    const hint = `give 1 to ${widest}`;
    return { value: undefined, diagnostics: [report(UNKNOWN_WIDTH, message, undefined, hint)] };
  }
  const given = rows ?? (height === undefined ? undefined : Math.floor(height / template.grid.leading + 1e-6));
  const value = {
    ...(slot && { slot }),
    ...(given !== undefined && { rows: given }),
    ...(columns !== undefined && { columns }),
    ...(onePage === true && { onePage }),
  };
  return { value, diagnostics: [] };
}
