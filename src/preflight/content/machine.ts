import { isKind, type PdfDict, type PdfFile, type PdfObject, type PdfStream } from "../reader/index.ts";
import type { Colour } from "./colour.ts";
import type { ColourSpace, ColourSpaces } from "./colour-space.ts";
import { readFont, type PageFont } from "./font.ts";
import { textStart, type GraphicsState, type TextPlace } from "./graphics-state.ts";
import type { Manner, Mark, Sink } from "./mark.ts";
import { isEmpty, meet, type Box, type Matrix } from "./matrix.ts";
import { Path } from "./outline.ts";

/** What is the same for all pages of a file, so that it is read once. */
export interface Shared {
  readonly file: PdfFile;
  readonly spaces: ColourSpaces;
  readonly fonts: Map<PdfDict, PageFont>;
  readonly shadings: Map<PdfDict, ShadingFacts>;
}

/** The colours of a shading. */
export interface ShadingFacts {
  readonly space: ColourSpace | undefined;
  readonly ends: readonly Colour[];
}

/** A stream that is being drawn: a page, a form, a tile of a pattern, a glyph of a Type 3 font. */
export interface Frame {
  readonly resources: PdfDict;
  /** The matrix in force at its beginning, which patterns refer to (ISO 32000-1, 8.7.2). */
  readonly base: Matrix;
  /** What is painted stands for this area: of a pattern what it fills, of a glyph its place. */
  readonly within: Box | undefined;
  readonly depth: number;
}

/** A stream to be drawn within the running one. */
export interface Inner {
  readonly stream: PdfStream;
  /** Undefined: those of the stream around it. */
  readonly resources?: PdfDict | undefined;
  readonly ctm: Matrix;
  /** A rectangle of its own space beyond which nothing is painted. */
  readonly bounds?: Box | undefined;
  readonly within?: Box;
  readonly fill?: Colour;
}

/** Draws an inner stream. It is handed in, since drawing needs all operators and some operators draw. */
export type Draw = (machine: Machine, inner: Inner) => void;

/** Levels of q that every reader must take (ISO 32000-1, annex C.2). */
const DEEPEST_ALLOWED = 28;
/** More saved states than any program leaves open. */
const DEEPEST_STACK = 512;

/** The state of drawing: what operators read and change. */
export class Machine {
  readonly shared: Shared;
  readonly sink: Sink;
  state: GraphicsState;
  frame: Frame;
  text: TextPlace = textStart();
  readonly path = new Path();
  pendingClip = false;
  stack: GraphicsState[] = [];
  /** Streams that are being drawn, one within the other. */
  readonly active = new Set<PdfStream>();
  /** While a soft mask is drawn, nothing of it is printed. */
  isMuted = false;
  /** Tiles and glyphs that were drawn, with their colour: once on a page is enough. */
  readonly drawn = new Map<PdfStream, Colour>();
  readonly draw: (inner: Inner) => void;
  #unsaved = 0;

  constructor(
    shared: Shared,
    sink: Sink,
    start: { readonly state: GraphicsState; readonly frame: Frame; readonly draw: Draw },
  ) {
    const { state, frame, draw } = start;
    this.shared = shared;
    this.sink = sink;
    this.state = state;
    this.frame = frame;
    this.draw = (inner) => {
      draw(this, inner);
    };
  }

  save(): void {
    if (this.stack.length + 1 === DEEPEST_ALLOWED + 1) this.sink.use({ kind: "depth", most: DEEPEST_ALLOWED });
    if (this.stack.length < DEEPEST_STACK) this.stack.push({ ...this.state });
    else if (++this.#unsaved === 1)
      this.sink.use({ kind: "fault", what: `the graphics state saved more than ${DEEPEST_STACK} times in each other` });
  }

  /** Whether a tile, glyph or mask is to be drawn: once in a colour, and again if it is within itself, which is then told. */
  isNew(stream: PdfStream): boolean {
    const { fill } = this.state;
    if (this.drawn.get(stream) === fill && !this.active.has(stream)) return false;
    this.drawn.set(stream, fill);
    return true;
  }

  /** Back to the state saved last, but not to one saved before the stream began. */
  restore(floor: number): void {
    if (this.#unsaved > 0) this.#unsaved -= 1;
    else if (this.stack.length > floor) this.state = this.stack.pop() ?? this.state;
    else this.sink.use({ kind: "unbalanced", what: "Q without q" });
  }

  /** The value that the resources have under a name; reported when there is none. */
  resource(category: string, name: string): PdfObject | undefined {
    const { file } = this.shared;
    const found = file.dict(this.frame.resources.entries.get(category))?.entries.get(name);
    if (file.resolve(found) === null) this.sink.use({ kind: "resource", category, name });
    return found;
  }

  font(object: PdfObject | undefined, name: string): PageFont | undefined {
    const { file, fonts } = this.shared;
    const dict = file.dict(object);
    if (dict === undefined) return undefined;
    const known = fonts.get(dict);
    if (known) return known;
    const font = readFont(file, dict, name);
    fonts.set(dict, font);
    return font;
  }

  manner(overprint: boolean, alpha: number): Manner {
    const { overprintMode, blendMode, softMask } = this.state;
    return { overprint, overprintMode, transparent: alpha < 1 || softMask || !OPAQUE.has(blendMode) };
  }

  /** The part of an area that is printed; undefined when the clip leaves nothing. */
  visible(area: Box): Box | undefined {
    const box = meet(area, this.state.clip);
    if (isEmpty(box)) return undefined;
    return this.frame.within ?? box;
  }

  emit(mark: Mark): void {
    if (this.isMuted) this.sink.use({ kind: "masked", mark });
    else this.sink.mark(mark);
  }
}

const OPAQUE = new Set(["Normal", "Compatible"]);

/** A colour that paints by a pattern: its dictionary, with its stream when it is tiled. */
export function patternOf(
  file: PdfFile,
  colour: Colour,
): { readonly dict: PdfDict; readonly tile?: PdfStream } | undefined {
  const value = file.resolve(colour.pattern);
  if (isKind(value, "stream")) return { dict: value.dict, tile: value };
  return isKind(value, "dict") ? { dict: value } : undefined;
}
