import { sliceCopy, type Copy, type Pt } from "../base/index.ts";
import type { Justification } from "../template/index.ts";
import type { Face } from "./font/face.ts";
import type { Line, LineEnd, PlacedGlyph, Run } from "./line.ts";
import type { SetGlyphs } from "./set-word.ts";
import { setPart, type StyledCopy, type Token } from "./shape.ts";

/** What is to be set as one line: a stretch of copy, its measure, and how it ends. */
export interface LineOrder {
  readonly start: number;
  readonly end: number;
  readonly measure: Pt;
  readonly inset: Pt;
  readonly endsWith: LineEnd;
  /** Whether the line must fill its measure. The last line of a paragraph and ragged lines keep their natural width. */
  readonly fill: boolean;
}

/** How a line's width is made up: natural sums, in points. */
interface Content {
  readonly glyphWidth: Pt;
  /** Glyphs of words. */
  readonly count: number;
  /** Glyphs behind which letterfit is added: all but the last, and not the word spaces. */
  readonly gaps: number;
  readonly spaceWidth: Pt;
  readonly spaces: number;
  /** How far the line may stand outside its measure on either side. */
  readonly hangLeft: Pt;
  readonly hangRight: Pt;
}

/** How a line is set: letterfit in points, glyph scaling and word spaces as factors. */
interface Setting {
  readonly ratio: number;
  readonly tracking: Pt;
  readonly scaling: number;
  /** What each word space gets beyond its natural width, in points. */
  readonly spaceGain: Pt;
}

/**
 * Sets one line. To fill it, letterfit and glyph scaling give in proportion up to their limits, word spaces take the rest,
 * so that the glyphs end on the measure exactly, whatever rounding the breaker's sums had.
 */
export function setLine(styled: StyledCopy, order: LineOrder): Line {
  const { style } = styled;
  const content = collect(styled, order);
  const room =
    order.measure - order.inset + content.hangLeft + content.hangRight - content.glyphWidth - content.spaceWidth;
  const filled = order.fill || room < 0;
  const setting = filled ? adjust(content, room, style.justification, style.size) : NATURAL;
  return new SetLine(styled, order, content, setting, filled ? content.hangRight : 0);
}

const NATURAL: Setting = { ratio: 0, tracking: 0, scaling: 1, spaceGain: 0 };

/**
 * A line as it was set. Of most lines, those of settings that no page takes, only the word space is asked for: glyphs are placed,
 * the copy is cut out and the end is looked for when somebody wants to know.
 */
class SetLine implements Line {
  readonly measure: Pt;
  readonly inset: Pt;
  readonly ratio: number;
  readonly wordSpace: number;
  readonly spaces: number;
  readonly endsWith: LineEnd;
  private placed: readonly Run[] | undefined;
  private walked: Pt | undefined;
  private cut: Copy | undefined;

  constructor(
    private readonly styled: StyledCopy,
    private readonly order: LineOrder,
    private readonly content: Content,
    private readonly setting: Setting,
    readonly hang: Pt,
  ) {
    this.measure = order.measure;
    this.inset = order.inset + this.slack() - content.hangLeft;
    this.ratio = setting.ratio;
    this.wordSpace = meanWordSpace(content, setting, styled);
    this.spaces = content.spaces;
    this.endsWith = order.endsWith;
  }

  get runs(): readonly Run[] {
    const { styled, content, setting, order } = this;
    return (this.placed ??= runsOf(styled, content, setting, order, this.inset - order.inset));
  }

  get width(): Pt {
    const { styled, content, setting, order } = this;
    return (this.walked ??= walk(styled, content, setting, order) - order.inset);
  }

  get copy(): Copy {
    return (this.cut ??= sliceCopy(this.styled.copy, this.order.start, this.order.end));
  }

  /** What is left free before the first glyph. */
  private slack(): Pt {
    const { align } = this.styled.style;
    if (align !== "right" && align !== "center") return 0;
    const room = Math.max(0, this.order.measure - this.order.inset - this.width);
    return align === "right" ? room : room / 2;
  }
}

function collect(styled: StyledCopy, order: LineOrder): Content {
  const { tokens } = styled;
  let [glyphWidth, count, spaceWidth, spaces]: [Pt, number, Pt, number] = [0, 0, 0, 0];
  let [first, last]: (SetGlyphs | undefined)[] = [];
  for (let index = tokenAt(tokens, order.start); index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= order.end) break;
    if (token.space) {
      spaceWidth += token.word.width;
      spaces++;
      continue;
    }
    const word = onLine(styled, token, order);
    if (word.glyphs.length === 0) continue;
    first ??= word;
    last = word;
    count += word.glyphs.length;
    glyphWidth += word.width;
  }
  return {
    glyphWidth,
    count,
    gaps: Math.max(0, count - 1),
    spaceWidth,
    spaces,
    hangLeft: first?.hangLeft ?? 0,
    hangRight: last?.hangRight ?? 0,
  };
}

/** What of a token is on a line: mostly all of it; a part of a word is shaped anew, at the line's end with its hyphen. */
function onLine(styled: StyledCopy, token: Token, { start, end, endsWith }: LineOrder): SetGlyphs {
  const hyphen = endsWith === "hyphen" && token.end >= end;
  if (start <= token.start && token.end <= end && !hyphen) return token.word;
  return setPart(styled, token, Math.max(start, token.start), Math.min(end, token.end), hyphen);
}

/** The index of the token that an offset stands in. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function adjust(content: Content, room: Pt, limits: Justification, size: Pt): Setting {
  const { wordSpace, letterfit, scaling } = limits;
  const wide = room > 0;
  const perSpace = content.spaceWidth / wordSpace.normal;
  const spaceGive = perSpace * (wide ? wordSpace.most - wordSpace.normal : wordSpace.normal - wordSpace.least);
  const fitGive = content.gaps * size * Math.abs(wide ? letterfit.most : letterfit.least);
  const scaleGive = content.glyphWidth * Math.abs((wide ? scaling.most : scaling.least) - 1);
  const give = spaceGive + fitGive + scaleGive;
  const ratio = give > 0 ? room / give : 0;
  // Beyond the limits only word spaces give, unless the line has none: then letters are spaced rather than left short. Closer than the
  // limits letters never come: what is too long juts out, and is told of.
  const within = Math.max(-1, content.spaces > 0 ? Math.min(1, ratio) : ratio);
  const factor = 1 + within * Math.abs((wide ? scaling.most : scaling.least) - 1);
  const fit = content.gaps > 0 ? (within * fitGive) / content.gaps : 0;
  const rest = room - content.glyphWidth * (factor - 1) - fit * content.gaps;
  if (content.spaces > 0) return { ratio, tracking: fit / factor, scaling: factor, spaceGain: rest / content.spaces };
  const spread = content.gaps > 0 ? Math.max(0, rest) / content.gaps : 0;
  return { ratio, tracking: (fit + spread) / factor, scaling: factor, spaceGain: 0 };
}

/**
 * Goes along a line from glyph to glyph, puts them into runs if there are such, and gives where the last one ends. Sums are
 * taken once over the line, so nothing accumulates from line to line.
 */
function walk(
  styled: StyledCopy,
  { count }: Content,
  { tracking, scaling, spaceGain }: Setting,
  order: LineOrder,
  runs?: OpenRuns,
): Pt {
  const { tokens } = styled;
  let [x, end]: [Pt, Pt] = [order.inset, order.inset];
  let left = count;
  for (let index = tokenAt(tokens, order.start); index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= order.end) break;
    const { space } = token;
    const { glyphs, width } = space ? token.word : onLine(styled, token, order);
    for (const glyph of glyphs) {
      runs?.put(glyph.face, glyph.glyph, glyph.text, x);
      const wide = space ? width + spaceGain : glyph.advance * scaling;
      end = x + wide;
      x += space || --left === 0 ? wide : wide + tracking * scaling;
    }
  }
  return end;
}

/** Runs of one face that glyphs are still added to, moved by `shift`. */
class OpenRuns {
  readonly runs: Run[] = [];
  private face: Face | undefined;
  private glyphs: PlacedGlyph[] = [];

  constructor(
    private readonly size: Pt,
    private readonly setting: Setting,
    private readonly shift: Pt,
  ) {}

  put(face: Face, glyph: number, text: string, x: Pt): void {
    if (face !== this.face) this.open(face);
    this.glyphs.push({ glyph, text, x: x + this.shift });
  }

  private open(face: Face): void {
    const { scaling, tracking } = this.setting;
    this.face = face;
    this.glyphs = [];
    this.runs.push({ face: face.name, size: this.size, scaling, tracking, rise: 0, glyphs: this.glyphs });
  }
}

/** The glyphs of a line in their places, moved by `shift`, in runs of one face. */
function runsOf(styled: StyledCopy, content: Content, setting: Setting, order: LineOrder, shift: Pt): readonly Run[] {
  const open = new OpenRuns(styled.style.size, setting, shift);
  const end = walk(styled, content, setting, order, open);
  const { runs } = open;
  if (runs.length === 0 || order.endsWith === "hyphen" || order.endsWith === "explicit") return runs;
  // A line that ends between words closes with a space: on paper it is nothing, in the text it keeps the words apart.
  const face = styled.faceAt(0) ?? styled.face;
  const [space] = face.shape(" ");
  if (space !== undefined) open.put(face, space.glyph, " ", end);
  return runs;
}

function meanWordSpace({ spaces, spaceWidth }: Content, { spaceGain }: Setting, styled: StyledCopy): number {
  const normal = (styled.faceAt(0) ?? styled.face).wordSpace * styled.style.size;
  return spaces > 0 && normal > 0 ? (spaceWidth / spaces + spaceGain) / normal : 1;
}
