import type { Outcome } from "../base/index.ts";
import { languageOf } from "../language/index.ts";
import { gridSheet, locate, type Ink, type Page } from "../page/index.ts";
import {
  pressColours,
  seenFile,
  seePicture,
  type Crop,
  type PictureFile,
  type PictureOrder,
} from "../picture/index.ts";
import { cssColour, drawSvg, renderPng, svgText, type Rendering, type SvgSheet } from "../render/svg/index.ts";
import { cutToTrim } from "./cut-to-trim.ts";
import type { MadeUp } from "./job.ts";
import { illustrate } from "./pictures.ts";
import { proofCaption } from "./proof-caption.ts";
import { display } from "./press.ts";
import type { World } from "./world.ts";

/** How a proof is to be made. */
export interface ProofOrder {
  /** Which page, counted from 0. */
  readonly page: number;
  /** Pixels to the inch: of a PNG, and of the pictures in an SVG. */
  readonly ppi: number;
  readonly format: "png" | "svg";
  /** Whether all that the page is built on is drawn over it, and around it. */
  readonly grid?: boolean;
  /** What was drawn before, for those who draw the same pages again and again: only what has changed of a page is drawn. */
  readonly drawn?: Map<string, Rendering>;
}

/** A page as an image file, as it will look printed and cut: the same lines at the same places, inks as the press shows them. */
export async function proof(world: World, madeUp: MadeUp, order: ProofOrder): Promise<Outcome<Uint8Array>> {
  const { value: sheet, diagnostics } = await proofSheet(world, madeUp, order);
  if (order.format === "svg") return { value: new TextEncoder().encode(svgText(sheet)), diagnostics };
  const page = `${madeUp.job.article} ${order.page}`;
  const rendering = await renderPng(sheet, order.ppi, order.drawn?.get(page));
  order.drawn?.set(page, rendering);
  return { value: rendering.png, diagnostics };
}

/** The proof as SVG, from which its pixels are drawn. */
async function proofSheet(
  world: World,
  madeUp: MadeUp,
  { page, ppi, grid = false }: Pick<ProofOrder, "page" | "ppi" | "grid">,
): Promise<Outcome<SvgSheet>> {
  const { pages, fonts, press } = madeUp;
  const see = (bytes: Uint8Array, picture: PictureOrder) => proofPicture(bytes, picture, ppi);
  const { value: illustrated, diagnostics } = await illustrate(world, madeUp, pages.slice(page, page + 1), see);
  const shown = grid ? illustrated.pages.map((one) => onGrid(one, page, madeUp)) : illustrated.pages;
  const list = display({ ...madeUp, pages: shown });
  const colours = pressColours(press.profile.bytes);
  const resources = {
    face: (name: string) => fonts.face(name),
    picture: illustrated.picture,
    colour: (ink: Ink) => cssColour(colours.of(ink)),
  };
  const [shownPage] = list.pages;
  if (shownPage === undefined) throw new RangeError(`there is no page ${page}`);
  const value = drawSvg(grid ? shownPage : cutToTrim(shownPage), resources);
  return { value, diagnostics: locate(madeUp.article, pages, diagnostics) };
}

function onGrid(page: Page, index: number, madeUp: MadeUp): Page {
  const { article, template, fonts, fit } = madeUp;
  const setter = { fonts, language: languageOf(article.language) };
  return gridSheet(page, { template, setter, reliefs: fit.reliefs, caption: proofCaption(madeUp, index) });
}

type Embedded = PictureFile & { readonly crop: Crop };

async function proofPicture(
  bytes: Uint8Array,
  order: PictureOrder,
  ppi: number,
): Promise<Outcome<Embedded | undefined>> {
  const key = keyOf(order, ppi);
  const known = shown.get(bytes)?.get(key);
  if (known !== undefined) return { value: known, diagnostics: [] };
  const { value: seen, diagnostics } = await seePicture(bytes, { ...order, ppi, on: "paper" });
  const value = seen && { ...(await seenFile(seen)), crop: seen.crop };
  if (value !== undefined && diagnostics.length === 0)
    shown.set(bytes, (shown.get(bytes) ?? new Map()).set(key, value));
  return { value, diagnostics };
}

// Kept as long as the bytes of the picture are: a watch that sets an article again has most of its pictures ready.
const shown = new WeakMap<Uint8Array, Map<string, Embedded>>();

/** All that a picture's look depends on. A profile is told by the condition that names it and by its own name. */
function keyOf({ crop, size, condition, profile }: PictureOrder, ppi: number): string {
  return JSON.stringify([crop, size, ppi, condition.pictures, condition.inks.total, profile.path, profile.description]);
}
