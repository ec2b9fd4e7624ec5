import {
  colourName,
  inkCount,
  inksOf,
  isBlackOnly,
  isWhite,
  type Colour,
  type Inks,
  type Mark,
  type TextMark,
} from "../content/index.ts";
import { COLOURED } from "../ground.ts";
import { markName } from "../mark-colours.ts";
import type { Rule } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";
import { isRegistration, overlaps } from "./colour-rules.ts";

export const SMALL_TYPE = {
  id: "TYPE-1",
  code: "preflight/small-type",
  severity: "warning",
  when: "Type is smaller than the press holds.",
  clause: "print condition, type.least",
  hint: "set it larger",
} as const satisfies Rule;

export const SMALL_REVERSED = {
  id: "TYPE-2",
  code: "preflight/small-reversed",
  severity: "warning",
  when: "Type in paper white on a ground is smaller than the press holds: its fine strokes fill in.",
  clause: "print condition, type.reversed",
  hint: "set it larger, or bolder, or in black on a light ground",
} as const satisfies Rule;

export const SMALL_COLOURED = {
  id: "TYPE-3",
  code: "preflight/small-coloured",
  severity: "warning",
  when: "Small type is in more than one ink, which the press cannot hold in register.",
  clause: "print condition, type.coloured",
  hint: "set it larger, or in one solid ink",
} as const satisfies Rule;

export const SMALL_RICH_BLACK = {
  id: "TYPE-4",
  code: "preflight/small-rich-black",
  severity: "error",
  when: "Small type that should be black is made of several inks: it gets coloured edges where the plates are not in register.",
  clause: "print condition, type.coloured; practice of GWG's recommendations",
  hint: "set it in black alone; check how RGB or a rich black was converted",
} as const satisfies Rule;

export const KNOCKS_OUT = {
  id: "OVER-1",
  code: "preflight/knocks-out",
  severity: "warning",
  when: "Small type or a thin line in solid black does not overprint the colours that it stands on, so that white edges show where the plates are not in register.",
  clause: "practice of GWG's recommendations; ISO 32000-1, 8.6.7",
  hint: "set black to overprint: DeviceCMYK or Separation Black with OP and OPM 1",
} as const satisfies Rule;

export const WHITE_OVERPRINTS = {
  id: "OVER-2",
  code: "preflight/white-overprints",
  severity: "error",
  when: "Something in paper white is set to overprint: it vanishes.",
  clause: "practice of GWG's recommendations; ISO 32000-1, 8.6.7",
  hint: "let white knock out",
} as const satisfies Rule;

export const HAIRLINE = {
  id: "LINE-1",
  code: "preflight/hairline",
  severity: "error",
  when: "A line, or an area as thin as one, is thinner than the press holds.",
  clause: "print condition, rules.least; ISO 32000-1, 8.4.3.2",
  hint: "make it thicker",
} as const satisfies Rule;

export const THIN_REVERSED = {
  id: "LINE-2",
  code: "preflight/thin-reversed",
  severity: "warning",
  when: "A line in paper white on a ground, or in several inks, is thinner than the press holds.",
  clause: "print condition, rules.reversed",
  hint: "make it thicker, or in one ink",
} as const satisfies Rule;

/** Points within which a size counts as kept. */
const NEARLY = 0.05;
/** Below this size black type overprints (GWG). */
const OVERPRINT_BELOW = 12;
/** Lines thinner than this do so, too. */
const THIN_LINE = 2;
const RICH_BLACK = 0.85;

/** Sizes of type, widths of lines, and how both overprint: of what is at least in part on the trimmed page. */
export function watchType(view: PageView): Watch {
  return {
    mark: (mark) => {
      if (!overlaps(mark.box, view.page.trim)) return;
      if (mark.kind === "text") checkText(mark, view);
      const width = lineWidth(mark);
      if (width !== undefined) checkLine(mark, width, view);
      checkWhite(mark, view);
      checkBlack(mark, width, view);
    },
  };
}

function checkText(mark: TextMark, view: PageView): void {
  const { size, box, fill } = mark;
  const { least, reversed, coloured } = view.document.condition.type;
  const inks = fill && inksOf(fill);
  const say = (rule: Rule, what: string, limit: number): void =>
    view.tell(rule, `${what} of ${points(size)}, the press holds ${points(limit)}`, { box, about: mark.font.name });
  if (size < least - NEARLY) return say(SMALL_TYPE, "type", least);
  if (inks === undefined || fill === undefined) return;
  if (isWhite(inks) && size < reversed - NEARLY && view.ground.under(box) !== 0)
    say(SMALL_REVERSED, "white type", reversed);
  if (inkCount(inks) < 2 || size >= coloured - NEARLY || isRegistration(fill)) return;
  if (inks.k >= RICH_BLACK) say(SMALL_RICH_BLACK, `type in ${colourName(fill)}`, coloured);
  else say(SMALL_COLOURED, `type in ${colourName(fill)}`, coloured);
}

/** How thin a line is, or an area that is as thin as one; undefined for all else. */
function lineWidth(mark: Mark): number | undefined {
  if (mark.kind === "stroke") return mark.width;
  if (mark.kind !== "fill") return undefined;
  const { box, thickness } = mark;
  const isLong = Math.max(box.right - box.left, box.top - box.bottom) > 4 * thickness + 1;
  return isLong ? thickness : undefined;
}

function checkLine(mark: Mark, width: number, view: PageView): void {
  const colour = colourOf(mark);
  const inks = colour && inksOf(colour);
  const { least, reversed } = view.document.condition.rules;
  const { box } = mark;
  if (inks && isWhite(inks)) {
    if (width < reversed - NEARLY / 5 && view.ground.under(box) !== 0)
      view.tell(THIN_REVERSED, `a white line of ${points(width)}, the press holds ${points(reversed)}`, { box });
    return;
  }
  if (width < least - NEARLY / 5)
    view.tell(HAIRLINE, `a line of ${points(width)}, the press holds ${points(least)}`, { box });
  else if (inks && inkCount(inks) > 1 && width < reversed - NEARLY / 5)
    view.tell(THIN_REVERSED, `a line of ${points(width)} in several inks, the press holds ${points(reversed)}`, {
      box,
    });
}

function colourOf(mark: Mark): Colour | undefined {
  if (mark.kind === "text") return mark.fill ?? mark.stroke;
  return mark.kind === "fill" || mark.kind === "stroke" ? mark.colour : undefined;
}

/** White that overprints: type always, for it was meant to be read; areas and lines where there is something to cover. */
function checkWhite(mark: Mark, view: PageView): void {
  const colour = colourOf(mark);
  const inks = colour && inksOf(colour);
  if (!mark.overprint || colour === undefined || inks === undefined || !isWhite(inks)) return;
  if (!leavesBelow(colour, mark.overprintMode)) return;
  if (mark.kind !== "text" && view.ground.under(mark.box) === 0) return;
  view.tell(WHITE_OVERPRINTS, `${markName(mark)} in paper white overprints`, { about: mark.kind, box: mark.box });
}

/** Black type and lines that knock out where there is another colour below. */
function checkBlack(mark: Mark, width: number | undefined, view: PageView): void {
  const colour = colourOf(mark);
  const inks = colour && inksOf(colour);
  if (colour === undefined || inks === undefined || !isSolidBlack(inks)) return;
  if (mark.overprint && leavesBelow(colour, mark.overprintMode)) return;
  const isSmall = mark.kind === "text" ? mark.size < OVERPRINT_BELOW : width !== undefined && width < THIN_LINE;
  if (!isSmall || mark.transparent || (view.ground.under(mark.box) & COLOURED) === 0) return;
  view.tell(KNOCKS_OUT, `${markName(mark)} in black does not overprint the colour below`, {
    about: mark.kind,
    box: mark.box,
  });
}

function isSolidBlack(inks: Inks): boolean {
  return isBlackOnly(inks, 0.995);
}

/** Whether what is set to overprint leaves the other plates as they are (ISO 32000-1, table 149). */
function leavesBelow({ space }: Colour, mode: number): boolean {
  return space.kind === "inked" || (space.kind === "cmyk" && mode === 1);
}

function points(size: number): string {
  return `${Number(size.toFixed(2))} pt`;
}
