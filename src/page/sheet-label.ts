import { copyFrom, type Pt } from "../base/index.ts";
import { setGalley, type Typesetter } from "../galley/index.ts";
import type { Ink, Template, TextStyle } from "../template/index.ts";
import type { Frame, TextFrame } from "./page.ts";

/** What explains a drawing: one line, at a baseline. */
export interface Label {
  readonly text: string;
  readonly x: Pt;
  readonly y: Pt;
  readonly size: Pt;
  readonly ink: Ink;
  readonly strong?: boolean;
  /** Which of its sides stands at x; left when left out. */
  readonly at?: "left" | "middle" | "right";
  /** How wide it may be; what does not fit is cut off. */
  readonly width?: Pt;
}

const WHITE: Ink = { c: 0, m: 0, y: 0, k: 0 };
const WIDE: Pt = 4000;
const FACE = { plain: "SourceSans3-Regular", strong: "SourceSans3-Semibold" } as const;

/** Sets the words of drawings, in the engine's own face whatever the template's are. */
export class Labeller {
  private readonly style: TextStyle;
  private readonly setter: Typesetter;

  constructor({ styles }: Template, setter: Typesetter) {
    const features: readonly string[] = ["tnum"];
    this.style = { ...styles.placeholder, align: "left", hyphenate: false, capitals: false, tracking: 0, features };
    this.setter = setter;
  }

  label({ text, x, y, size, ink, strong = false, at = "left", width = WIDE }: Label): TextFrame {
    const face = strong ? FACE.strong : FACE.plain;
    return this.text(text, x, y, { ...this.style, face, size, leading: size * 1.2, ink }, width, at);
  }

  /** A label in white on a patch of its ink; gives the patch, the words, and where the patch ends. */
  chip(label: Label): { readonly frames: readonly Frame[]; readonly right: Pt } {
    const { x, y, size, ink } = label;
    const pad = size * 0.35;
    const words = this.label({ ...label, x: x + pad, ink: WHITE, strong: true });
    const rect = { x, y: y - size * 0.85, width: words.rect.width + 2 * pad, height: size * 1.15 };
    return { frames: [{ kind: "tint", rect, ink }, words], right: x + rect.width };
  }

  /** One line in a style of its own. */
  text(text: string, x: Pt, y: Pt, style: TextStyle, width: Pt, at: Label["at"] = "left"): TextFrame {
    const copy = copyFrom({ name: "sheet", text }, 0, text.length);
    const { lines } = setGalley(copy, style, { width, firstInset: 0, inset: 0 }, this.setter).value;
    const long = lines[0]?.width ?? 0;
    const left = at === "left" ? x : at === "right" ? x - long : x - long / 2;
    const rect = { x: left, y: y - style.size, width: long, height: style.size * 1.25 };
    const placed = lines.slice(0, 1).map((line) => ({ x: left, baseline: y, line }));
    return { kind: "text", role: "placeholder", rect, ink: style.ink, lines: placed };
  }
}
