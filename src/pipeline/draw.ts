import { languageOf } from "../language/index.ts";
import { templateSheet, type Ink } from "../page/index.ts";
import { pressColours } from "../picture/index.ts";
import { displayList, type DisplayList } from "../render/display/index.ts";
import { PRESS, PRESS_INKS, writePdf } from "../render/pdf/index.ts";
import { cssColour, drawSvg, type SvgSheet } from "../render/svg/index.ts";
import type { Template } from "../template/index.ts";
import { DEFAULT_CONDITION } from "./job.ts";
import { openPress, type Press } from "./open.ts";
import { UNDATED } from "./metadata.ts";
import { fontsOf, type World } from "./world.ts";

/** A template drawn with its grid, columns and slots, for `pdf` or `svg` to write. */
export function drawTemplate(world: World, template: Template): DisplayList {
  const setter = { fonts: fontsOf(world), language: languageOf("de-AT") };
  return displayList([templateSheet(template, setter)], { title: template.title, language: "en" });
}

/** A display list as PDF, without what belongs to an article. */
export function plainPdf(world: World, list: DisplayList): Uint8Array {
  const opened = defaultPress(world);
  const { title, language } = list;
  return writePdf(list, {
    ...resourcesOf(world),
    picture: () => undefined,
    inks: PRESS_INKS,
    intent: opened.condition.outputIntent,
    profile: opened.profile,
    standards: PRESS,
    metadata: { title, subject: title, language, date: UNDATED },
  });
}

/** The pages of a display list as SVG. */
export function plainSvg(world: World, list: DisplayList): readonly SvgSheet[] {
  const resources = { face: resourcesOf(world).face, picture: () => undefined, colour: colourOf(world) };
  return list.pages.map((page) => drawSvg(page, resources));
}

function defaultPress(world: World): Press {
  const { value } = openPress(world, DEFAULT_CONDITION);
  if (value === undefined) throw new Error(`the package lacks ${DEFAULT_CONDITION}`);
  return value;
}

function colourOf(world: World): (ink: Ink) => string {
  const colours = pressColours(defaultPress(world).profile.bytes);
  return (ink) => cssColour(colours.of(ink));
}

function resourcesOf(world: World) {
  const fonts = fontsOf(world);
  return { face: (name: string) => fonts.face(name) };
}
