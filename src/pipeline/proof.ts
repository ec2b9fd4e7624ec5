import type { Outcome } from "../base/index.ts";
import { languageOf } from "../language/index.ts";
import { gridSheet, type Ink, type Page } from "../page/index.ts";
import {
  pressColours,
  seenFile,
  seePicture,
  type Crop,
  type PictureFile,
  type PictureOrder,
} from "../picture/index.ts";
import { cssColour, renderPng, writeSvg } from "../render/svg/index.ts";
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
}

/** A page as an image file, as it will look printed and cut: the same lines at the same places, inks as the press shows them. */
export async function proof(world: World, madeUp: MadeUp, order: ProofOrder): Promise<Outcome<Uint8Array>> {
  const { value: svg, diagnostics } = await proofSvg(world, madeUp, order);
  const value = order.format === "svg" ? new TextEncoder().encode(svg) : await renderPng(svg, order.ppi);
  return { value, diagnostics };
}

/** The proof as SVG, from which its pixels are drawn: the same text, the same pixels. */
export async function proofSvg(
  world: World,
  madeUp: MadeUp,
  { page, ppi, grid = false }: Omit<ProofOrder, "format">,
): Promise<Outcome<string>> {
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
  return { value: list.pages.map((one) => writeSvg(grid ? one : cutToTrim(one), resources)).join(""), diagnostics };
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
  const { value: seen, diagnostics } = await seePicture(bytes, { ...order, ppi, on: "paper" });
  return { value: seen && { ...(await seenFile(seen)), crop: seen.crop }, diagnostics };
}
