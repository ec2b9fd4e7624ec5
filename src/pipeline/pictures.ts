import { placeOf, type Diagnostic, type Outcome, type Rect } from "../base/index.ts";
import type { Page, PictureFrame } from "../page/index.ts";
import type { PictureOrder } from "../picture/index.ts";
import type { PictureOperation } from "../render/display/index.ts";
import type { MadeUp } from "./job.ts";
import type { World } from "./world.ts";

/** Pages whose pictures are ready to be written, and the pictures. */
export interface Illustrated<Picture> {
  /** Where a picture cannot be printed there is its placeholder. */
  readonly pages: readonly Page[];
  readonly picture: (operation: PictureOperation) => Picture | undefined;
}

/** What makes a picture ready; undefined, with the reason, where it cannot. */
export type Prepare<Picture> = (bytes: Uint8Array, order: PictureOrder) => Promise<Outcome<Picture | undefined>>;

/** Prepares the pictures of pages, for the press or for a screen; those that cannot be prepared are reported. */
export async function illustrate<Picture>(
  world: World,
  madeUp: MadeUp,
  pages: readonly Page[],
  prepare: Prepare<Picture>,
): Promise<Outcome<Illustrated<Picture>>> {
  const { value: prepared, diagnostics } = await preparePictures(world, madeUp, pages, prepare);
  const value = {
    pages: pages.map((page) => withoutPictures(page, (frame) => !prepared.has(keyOf(frame)))),
    picture: ({ path, rect, window }: PictureOperation) => prepared.get(keyOf({ rect: window, image: { path, rect } })),
  };
  return { value, diagnostics };
}

type Window = Pick<PictureFrame, "rect" | "image">;

/** What makes two pictures on pages the same image: file, crop and size. */
function keyOf({ rect, image }: Window): string {
  return JSON.stringify([image?.path, image?.rect, rect]);
}

/** The pictures of pages by window; those that cannot be prepared are left out and reported. */
async function preparePictures<Picture>(
  world: World,
  madeUp: MadeUp,
  pages: readonly Page[],
  prepare: Prepare<Picture>,
): Promise<Outcome<ReadonlyMap<string, Picture>>> {
  const { article, job, press } = madeUp;
  const { condition, profile } = press;
  const value = new Map<string, Picture>();
  const diagnostics: Diagnostic[] = [];
  const frames = pages.flatMap((page) => page.frames).filter((frame) => frame.kind === "picture");
  for (const frame of frames) {
    const bytes = frame.image && world.read(world.resolve(job.article, frame.image.path));
    if (frame.image === undefined || bytes === undefined || value.has(keyOf(frame))) continue;
    const file = article.pictures[frame.picture]?.file;
    const order = {
      name: frame.image.path,
      ...(file && { place: placeOf(file.at) }),
      crop: partOf(frame.rect, frame.image.rect),
      size: frame.rect,
      condition,
      profile,
      profilePath: profile.path,
    };
    const make = () => prepare(bytes, order);
    const { value: prepared, diagnostics: found } = await preparedOnce(madeUp, prepare, keyOf(frame), make);
    diagnostics.push(...found);
    if (prepared !== undefined) value.set(keyOf(frame), prepared);
  }
  return { value, diagnostics };
}

// Press and archive files of one make-up have the very same pictures, and separating one takes longer than setting the page.
const preparedOf = new WeakMap<MadeUp, Map<unknown, Map<string, unknown>>>();

/** What was prepared in this manner for a window of these pages, made at the first call and kept as long as the make-up is. */
async function preparedOnce<Value>(
  madeUp: MadeUp,
  manner: unknown,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const manners = preparedOf.get(madeUp) ?? new Map<unknown, Map<string, unknown>>();
  preparedOf.set(madeUp, manners);
  const known = manners.get(manner) ?? new Map<string, unknown>();
  manners.set(manner, known);
  if (!known.has(key)) known.set(key, await make());
  return known.get(key) as Value;
}

/** Where a window lies in the image behind it, in fractions of the image. */
function partOf(window: Rect, image: Rect): Rect {
  return {
    x: (window.x - image.x) / image.width,
    y: (window.y - image.y) / image.height,
    width: window.width / image.width,
    height: window.height / image.height,
  };
}

/** Pages with placeholders where pictures cannot be printed. */
function withoutPictures(page: Page, isLost: (frame: PictureFrame) => boolean): Page {
  const frames = page.frames.map((frame) => {
    if (frame.kind !== "picture" || !isLost(frame)) return frame;
    const { kind, picture, rect, alternative } = frame;
    return { kind, picture, rect, alternative };
  });
  return { ...page, frames };
}
