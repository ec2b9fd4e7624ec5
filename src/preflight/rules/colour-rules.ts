import { colourName, inksOf, spaceName, type Box, type Colour, type ColourSpace, type Mark } from "../content/index.ts";
import type { Document } from "../document.ts";
import { readIcc } from "../icc.ts";
import { pressSpace } from "../intents.ts";
import { coloursOf, markName, spacesOf } from "../mark-colours.ts";
import type { PdfStream } from "../reader/index.ts";
import type { Rule } from "../rule.ts";
import type { PageView, WatchPage } from "../watch.ts";

export const DEVICE_COLOUR = {
  id: "COL-1",
  code: "preflight/device-colour",
  severity: "error",
  when: "Something is in device colours that the press does not have: DeviceRGB for a CMYK press, without a default that says which RGB.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.4.3; ISO 32000-1, 8.6.4",
  hint: "convert to the CMYK of the press when exporting",
} as const satisfies Rule;

export const COLOUR_PROFILE = {
  id: "COL-3",
  code: "preflight/colour-profile",
  severity: "error",
  when: "The profile of a colour space is damaged, of an unfit class, or does not have as many components as it says.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.4.2; ISO 32000-1, 8.6.5.5",
  hint: "convert to the CMYK of the press when exporting",
} as const satisfies Rule;

export const PRESS_PROFILE_TWICE = {
  id: "COL-4",
  code: "preflight/press-profile-twice",
  severity: "warning",
  when: "An object has the profile of the output intent itself; then its numbers may be converted, or not, from shop to shop.",
  clause: "practice of PDF/X-4 workflows; no clause read",
  hint: "export without profiles on objects that are in the CMYK of the press",
} as const satisfies Rule;

export const REGISTRATION = {
  id: "COL-5",
  code: "preflight/registration",
  severity: "error",
  when: "Registration colour (Separation All, or 100 % of all four inks) is on the trimmed page; its place are the marks outside.",
  clause: "ISO 15930-7; ISO 32000-1, 8.6.6.4",
  hint: "give it the ink black",
} as const satisfies Rule;

export const AMBIGUOUS_SPOT = {
  id: "COL-6",
  code: "preflight/ambiguous-spot",
  severity: "error",
  when: "A spot ink of one name is defined in several ways.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.4.4; ISO 32000-1, 8.6.6.4",
  hint: "define the ink once, and export again",
} as const satisfies Rule;

export const NOT_CMYK = {
  id: "COL-7",
  code: "preflight/not-cmyk",
  severity: "error",
  when: "Something is in RGB or Lab with a profile. PDF/X-4 permits it; newspaper shops ask for CMYK, since every conversion is another one.",
  clause: "house rules of print shops; ISO 32000-1, 8.6.5",
  hint: "convert to the CMYK of the press when exporting",
} as const satisfies Rule;

export const OWN_PROFILE = {
  id: "COL-8",
  code: "preflight/own-profile",
  severity: "warning",
  when: "Something in CMYK or gray has a profile of its own; a shop may convert it, and pure black becomes four inks.",
  clause: "house rules of print shops; ISO 32000-1, 8.6.5.5",
  hint: "export without profiles on objects that are in the CMYK of the press",
} as const satisfies Rule;

export const SPOT = {
  id: "SPOT-1",
  code: "preflight/spot",
  severity: "error",
  when: "Something is in a spot ink that the press does not have.",
  clause: "print condition, inks.spots; ISO 32000-1, 8.6.6.4",
  hint: "convert the spot ink to CMYK when exporting",
} as const satisfies Rule;

export const PALETTE = {
  id: "PAL-1",
  code: "preflight/palette",
  severity: "error",
  when: "Type, a rule or an area has an ink that is not of the print condition's palette, nor a tint of one.",
  clause: "print condition, inks.palette",
  hint: "take an ink of the palette, or add this one to it",
} as const satisfies Rule;

const FIT_CLASSES = new Set(["prtr", "mntr", "scnr", "spac"]);

/** Colour spaces and colours of what is painted. Definitions of spot inks are compared over all pages. */
export function watchColours(document: Document): WatchPage {
  const press = pressSpace(document.intents) ?? "cmyk";
  const definitions = new Map<string, string>();
  const profiles = new Map<PdfStream, readonly [Rule, string][]>();
  return (view) => {
    const seen = new Set<string>();
    const once = (key: string, say: () => void): void => {
      // Of many thousand marks in one fault only the first are told apart.
      if (seen.size < 5000 && !seen.has(key)) {
        seen.add(key);
        say();
      }
    };
    return {
      mark: (mark) => {
        for (const space of spacesOf(mark)) checkSpace(space, mark, { view, press, profiles, definitions, once });
        checkRegistration(mark, view);
        for (const colour of coloursOf(mark)) checkPalette(colour, mark, view, once);
      },
    };
  };
}

interface Colours {
  readonly view: PageView;
  readonly press: "gray" | "rgb" | "cmyk";
  readonly profiles: Map<PdfStream, readonly [Rule, string][]>;
  readonly definitions: Map<string, string>;
  readonly once: (key: string, say: () => void) => void;
}

function checkSpace(space: ColourSpace, mark: Mark, colours: Colours): void {
  const { view, press, once } = colours;
  const { box, kind } = mark;
  const name = spaceName(space);
  const say = (rule: Rule, found: string): void =>
    once(`${rule.id} ${kind} ${name}`, () => {
      view.tell(rule, found, { about: `${kind} ${name}`, box });
    });
  if (!isOfPress(space, press)) say(DEVICE_COLOUR, `${markName(mark)} is in ${name}`);
  if (space.kind === "calrgb" || space.kind === "lab" || (space.kind === "icc" && space.components === 3))
    say(NOT_CMYK, `${markName(mark)} is in ${name}`);
  if (space.kind === "icc") checkProfile(space, mark, colours);
  if (space.kind === "inked") checkSpots(space, mark, colours);
}

/** Whether a device space is one that the output intent speaks for (ISO 19005-2, 6.2.4.3). */
export function isOfPress({ kind }: ColourSpace, press: "gray" | "rgb" | "cmyk"): boolean {
  if (kind === "rgb" || kind === "cmyk") return kind === press;
  return kind !== "gray" || press !== "rgb";
}

function checkProfile(
  space: Extract<ColourSpace, { kind: "icc" }>,
  mark: Mark,
  { view, profiles, once }: Colours,
): void {
  const { profile } = space;
  let faults = profiles.get(profile);
  if (faults === undefined) {
    faults = profileFaults(view.document, space);
    profiles.set(profile, faults);
  }
  for (const [rule, found] of faults)
    once(`${rule.id} ${mark.kind} ${found}`, () => {
      view.tell(rule, `${markName(mark)} is in ${spaceName(space)}, ${found}`, {
        about: `${mark.kind} ${found}`,
        box: mark.box,
      });
    });
}

function profileFaults(
  { file, intents }: Document,
  { profile, components }: Extract<ColourSpace, { kind: "icc" }>,
): [Rule, string][] {
  const { bytes } = file.decode(profile);
  const icc = readIcc(bytes);
  if (typeof icc === "string") return [[COLOUR_PROFILE, `whose profile ${icc}`]];
  if (!FIT_CLASSES.has(icc.deviceClass)) return [[COLOUR_PROFILE, `whose profile is of class “${icc.deviceClass}”`]];
  if (icc.components !== components)
    return [[COLOUR_PROFILE, `whose profile has ${icc.components} components, and N says ${components}`]];
  if (components === 3) return [];
  const own = intents.press?.stream && file.decode(intents.press.stream).bytes;
  if (components === 4 && own && sameBytes(own, bytes))
    return [[PRESS_PROFILE_TWICE, "with the profile of the output intent"]];
  return [[OWN_PROFILE, "with a profile of its own"]];
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

const PROCESS = new Set(["Cyan", "Magenta", "Yellow", "Black", "None", "All"]);

function checkSpots(
  space: Extract<ColourSpace, { kind: "inked" }>,
  mark: Mark,
  { view, definitions, once }: Colours,
): void {
  const { spots } = view.document.condition.inks;
  const [only] = space.names;
  for (const name of space.names) {
    if (PROCESS.has(name) || spots.includes(name)) continue;
    const short = name.slice(0, 60);
    once(`${SPOT.id} ${name}`, () => {
      view.tell(SPOT, `${markName(mark)} is in the spot ink ${short}`, { about: name, box: mark.box });
    });
  }
  if (space.names.length !== 1 || only === undefined || PROCESS.has(only)) return;
  const known = definitions.get(only);
  if (known === undefined) definitions.set(only, space.definition);
  else if (known !== space.definition)
    once(`${AMBIGUOUS_SPOT.id} ${only}`, () => {
      view.tell(AMBIGUOUS_SPOT, `the spot ink ${only.slice(0, 60)} is defined in several ways`, {
        about: only,
        box: mark.box,
      });
    });
}

function checkRegistration(mark: Mark, { page, tell }: PageView): void {
  if (!page.isTrimmed || !coloursOf(mark).some(isRegistration) || !overlaps(mark.box, page.trim)) return;
  tell(REGISTRATION, `${markName(mark)} is in registration colour`, { about: mark.kind, box: mark.box });
}

export function isRegistration(colour: Colour): boolean {
  const inks = inksOf(colour);
  return inks !== undefined && (inks.all || (inks.c >= 1 && inks.m >= 1 && inks.y >= 1 && inks.k >= 1));
}

/** Whether two areas share more than an edge; a line of no width shares what it lies in. */
export function overlaps(one: Box, other: Box): boolean {
  return (
    one.right > other.left + HAIR &&
    one.left < other.right - HAIR &&
    one.top > other.bottom + HAIR &&
    one.bottom < other.top - HAIR
  );
}

const HAIR = 0.01;

function checkPalette(colour: Colour, mark: Mark, view: PageView, once: Colours["once"]): void {
  const { palette } = view.document.condition.inks;
  if (palette === undefined || mark.kind === "shading" || mark.kind === "image") return;
  const inks = inksOf(colour);
  if (inks === undefined || inks.spots.size > 0) return;
  const own = [inks.c, inks.m, inks.y, inks.k];
  const isTint = [...palette.values()].some(({ c, m, y, k }) => isTintOf(own, [c, m, y, k]));
  if (isTint || own.every((share) => share === 0) || isRegistration(colour)) return;
  const name = colourName(colour);
  once(`${PALETTE.id} ${mark.kind} ${name}`, () => {
    view.tell(PALETTE, `${markName(mark)} is in ${name}, which is not of the palette`, { about: name, box: mark.box });
  });
}

const NEARLY = 0.006;

/** Whether shares are those of an ink, all lightened alike. */
function isTintOf(own: readonly number[], ink: readonly number[]): boolean {
  const strongest = Math.max(...ink);
  const at = ink.indexOf(strongest);
  const tint = strongest > 0 ? (own[at] ?? 0) / strongest : 0;
  return tint <= 1 + NEARLY && own.every((share, index) => Math.abs(share - tint * (ink[index] ?? 0)) <= NEARLY);
}
