import { colourName, inksOf, totalInk, type Colour, type Mark } from "../content/index.ts";
import { coloursOf, markName } from "../mark-colours.ts";
import type { Rule } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";
import { isRegistration, overlaps } from "./colour-rules.ts";

export const FLAT_INK = {
  id: "INK-1",
  code: "preflight/flat-ink",
  severity: "error",
  when: "The colour of type, a rule, an area or a gradient has more ink in all than the paper holds.",
  clause: "print condition, inks.total",
  hint: "take a colour with less ink: much black in place of the three others gives the same",
} as const satisfies Rule;

export const TONE = {
  id: "TONE-1",
  code: "preflight/tone",
  severity: "warning",
  when: "A tint of type, a rule or an area is lighter or darker than what the press holds: it vanishes, or fills in.",
  clause: "print condition, inks.tones",
  hint: "make the tint stronger, or leave the ink out; or make it solid",
} as const satisfies Rule;

/** Percent within which a sum counts as kept: files write two digits behind the point. */
const NEARLY = 0.6;

/** The inks of flat colours, those at least in part on the page with its bleed. */
export function watchInk({ document, page, tell }: PageView): Watch {
  const { total, tones } = document.condition.inks;
  const seen = new Set<string>();
  const once = (key: string): boolean => {
    if (seen.has(key) || seen.size > 5000) return false;
    seen.add(key);
    return true;
  };
  const tints = new Map<unknown, Set<string>>();
  // A colour is looked at once; the tints of spot inks cost, as a program of the file computes them.
  const isNew = ({ space, values }: Colour, { kind }: Mark): boolean => {
    const known = tints.get(space) ?? new Set();
    const key = `${kind} ${values.join(" ")}`;
    if (known.has(key)) return false;
    if (known.size < 5000) tints.set(space, known.add(key));
    return space.kind !== "inked" || document.file.budget.spend("operators", 100);
  };
  return {
    mark: (mark) => {
      if (!overlaps(mark.box, page.bleed)) return;
      for (const colour of coloursOf(mark)) {
        if (isRegistration(colour) || !isNew(colour, mark)) continue;
        const sum = totalInk(colour);
        const name = colourName(colour);
        if (sum !== undefined && sum > total + NEARLY && once(`ink ${mark.kind} ${name}`))
          tell(FLAT_INK, `${markName(mark)} has ${Math.round(sum)} % of ink (${name}), the paper holds ${total} %`, {
            about: name,
            box: mark.box,
          });
        const tone = toneOutside(colour, mark, tones);
        if (tone !== undefined && once(`tone ${mark.kind} ${name}`))
          tell(
            TONE,
            `${markName(mark)} has a tint of ${tone} % (${name}), the press holds ${tones.least} to ${tones.most} %`,
            {
              about: name,
              box: mark.box,
            },
          );
      }
    },
  };
}

/** A plate's tint in percent that is neither nothing nor solid, and outside of what holds. Gradients pass through all. */
function toneOutside(
  colour: Colour,
  mark: Mark,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (mark.kind === "shading") return undefined;
  const inks = inksOf(colour);
  if (inks === undefined) return undefined;
  const shares = [inks.c, inks.m, inks.y, inks.k, ...inks.spots.values()].map((share) => share * 100);
  const isOutside = (tone: number): boolean =>
    (tone > TRACE && tone < least - NEARLY) || (tone > most + NEARLY && tone < 100 - TRACE);
  const tone = shares.find(isOutside);
  return tone === undefined ? undefined : Number(tone.toFixed(1));
}

/** What is less than this comes from rounding. */
const TRACE = 0.3;
