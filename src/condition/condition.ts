import type { Pt } from "../base/index.ts";
import { toPt, type Ink } from "../template/index.ts";
import type { ConditionData } from "./schema.ts";

/** What a print shop asks for: the press as a profile, and the limits of paper, plates and screen. Lengths are points. */
export interface Condition {
  readonly name: string;
  readonly title: string;
  readonly outputIntent: OutputIntent;
  readonly inks: {
    /** Percent of all inks together that the paper holds. */
    readonly total: number;
    /** Percent of a plate between which tints hold; 0 and 100 are none. */
    readonly tones: { readonly least: number; readonly most: number };
    /** The only inks, beside paper white, that text, rules and tints may have or be tints of; undefined: any. */
    readonly palette?: ReadonlyMap<string, Ink>;
    readonly spots: readonly string[];
  };
  /** Pixels to the inch at the printed size. */
  readonly pictures: {
    readonly refuse: number;
    readonly least: number;
    readonly most: number;
    readonly lineArt: number;
    readonly sharpen?: { readonly radius: Pt; readonly amount: number };
    readonly quality: number;
  };
  readonly type: { readonly least: Pt; readonly reversed: Pt; readonly coloured: Pt };
  readonly rules: { readonly least: Pt; readonly reversed: Pt };
  readonly bleed: Pt;
  readonly safety: Pt;
  readonly transparency: boolean;
  readonly sheet: Sheet;
  /** Pattern of the names of single pages' files. */
  readonly fileName: string;
}

/** The press in the file's own words (ISO 32000-1, table 365). */
export interface OutputIntent {
  /** File name of the ICC profile, as seen from the condition's file. */
  readonly profile: string;
  readonly identifier: string;
  readonly registry?: string;
  readonly condition: string;
  readonly info?: string;
}

/** What is printed outside the trim. */
export interface Sheet {
  readonly cropMarks: boolean;
  readonly registrationMarks: boolean;
  readonly colourBar: boolean;
  readonly slugLine: boolean;
}

/** A condition's data with all lengths in points. */
export function resolveCondition(data: ConditionData): Condition {
  const { name, title, transparency, sheet, fileName } = data;
  const { tones, palette, total, spots } = data.inks;
  const { sharpen, ...resolutions } = data.pictures;
  return {
    name,
    title,
    transparency,
    sheet,
    fileName,
    outputIntent: withoutGaps(data.outputIntent),
    inks: {
      total,
      spots,
      tones: { least: tones[0], most: tones[1] },
      ...(palette && { palette: new Map(Object.entries(palette)) }),
    },
    pictures: {
      ...resolutions,
      ...(sharpen && { sharpen: { radius: toPt(sharpen.radius), amount: sharpen.amount } }),
    },
    type: { least: toPt(data.type.least), reversed: toPt(data.type.reversed), coloured: toPt(data.type.coloured) },
    rules: { least: toPt(data.rules.least), reversed: toPt(data.rules.reversed) },
    bleed: toPt(data.bleed),
    safety: toPt(data.safety),
  };
}

function withoutGaps({ registry, info, ...rest }: ConditionData["outputIntent"]): OutputIntent {
  return { ...rest, ...(registry !== undefined && { registry }), ...(info !== undefined && { info }) };
}
