import { remember } from "../../base/index.ts";

/** How much of a glyph's width may stand outside the measure at a line's beginning and at its end, as shares. */
export interface Hang {
  readonly left: number;
  readonly right: number;
}

type Table = Readonly<Record<string, readonly [left: number, right: number]>>;

// Half to two thirds of what is light (hyphen, full stop, comma, quotes), a third of what is longer or higher, a little of
// letters that leave a corner empty (Forssman & de Jong, Detailtypografie, „Optischer Randausgleich“).
const SERIF: Table = {
  "-": [0.3, 0.6],
  "\u00AD": [0.3, 0.6],
  "\u2010": [0.3, 0.6],
  "\u2011": [0.3, 0.6],
  "–": [0.3, 0.3],
  ".": [0, 0.65],
  ",": [0, 0.65],
  ":": [0, 0.35],
  ";": [0, 0.35],
  "!": [0, 0.15],
  "…": [0, 0.2],
  "„": [0.6, 0],
  "‚": [0.6, 0],
  "“": [0.5, 0.6],
  "‘": [0.5, 0.6],
  "”": [0.5, 0.6],
  "’": [0.5, 0.6],
  "»": [0.4, 0.4],
  "«": [0.4, 0.4],
  "›": [0.4, 0.4],
  "‹": [0.4, 0.4],
  "(": [0.15, 0],
  ")": [0, 0.15],
  A: [0.04, 0.04],
  T: [0.05, 0.05],
  V: [0.05, 0.05],
  W: [0.04, 0.04],
  Y: [0.06, 0.06],
  r: [0, 0.04],
  v: [0.03, 0.03],
  w: [0.02, 0.02],
  y: [0.02, 0.03],
};

// A sans has no serifs that close the corners: its letters hang a little more.
const SANS: Table = {
  ...SERIF,
  A: [0.05, 0.05],
  T: [0.08, 0.08],
  V: [0.06, 0.06],
  W: [0.05, 0.05],
  Y: [0.08, 0.08],
  r: [0, 0.08],
};

const TABLES: readonly (readonly [family: string, table: Table])[] = [
  ["SourceSerif4", SERIF],
  ["SourceSans3", SANS],
  ["TeXGyreTermes", SERIF],
  ["TeXGyreSchola", SERIF],
  ["TeXGyreHerosCn", SANS],
];

const NONE: Hang = { left: 0, right: 0 };

/** What each face's characters may hang, by its name: a few faces, asked for with every word. */
const hangs = new Map<string, ReadonlyMap<string, Hang>>();

/** How far a character of a face may hang. Characters that no table names stay inside the measure. */
export function hangOf(face: string, text: string): Hang {
  return remember(hangs, face, MOST_FACES, () => hangsOf(face)).get(text) ?? NONE;
}

const MOST_FACES = 100;

function hangsOf(face: string): ReadonlyMap<string, Hang> {
  const table = TABLES.find(([family]) => face.startsWith(family))?.[1] ?? {};
  return new Map(Object.entries(table).map(([text, [left, right]]) => [text, { left, right }]));
}
