import type { TextStyle } from "../template/index.ts";

/** A style that was made of another one, and by what changes. */
interface Made {
  readonly changes: Partial<TextStyle>;
  readonly style: TextStyle;
}

// A make-up changes a style in one or two ways; whoever has more ways begins again.
const MOST = 16;

const madeOf = new WeakMap<TextStyle, Made[]>();

/** The same style, but for what is said: the same object for the same changes, so that what was set in it is kept standing. */
export function styleWith(style: TextStyle, changes: Partial<TextStyle>): TextStyle {
  const known = madeOf.get(style) ?? [];
  for (const made of known) if (areSame(made.changes, changes)) return made.style;
  const made = { changes, style: { ...style, ...changes } };
  madeOf.set(style, known.length < MOST ? [...known, made] : [made]);
  return made.style;
}

function areSame(a: Partial<TextStyle>, b: Partial<TextStyle>): boolean {
  const keys = Object.keys(a) as (keyof TextStyle)[];
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && a[key] === b[key]);
}
