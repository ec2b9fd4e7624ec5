import { setGalley, styleWith, type Line } from "../galley/index.ts";
import type { Heading } from "./heading.ts";
import type { Material } from "./material.ts";
import { printed } from "./printed.ts";
import { Stack } from "./stack.ts";

/** What a page says at its head when the text on it comes from another one. */
export function jumpHeading(material: Material, from: number): Heading {
  const stack = new Stack(material.setter);
  stack.add("jump", setJump(material, `Fortsetzung von Seite ${from}`, "left"));
  return { texts: stack.texts, height: stack.y, cost: 0, size: material.template.styles.jump.size, lines: 1, out: [] };
}

/** The line at the foot of the last column that says on which page the text goes on. */
export function jumpLine(material: Material, to: number): Line | undefined {
  return setJump(material, `Fortsetzung auf Seite ${to}`, "right").lines[0];
}

function setJump({ article, template, setter }: Material, text: string, align: "left" | "right") {
  const measure = { width: template.grid.columnWidth, firstInset: 0, inset: 0 };
  return setGalley(printed(article, text), styleWith(template.styles.jump, { align }), measure, setter).value;
}
