import type { Image, Paragraph } from "mdast";
import { copyFrom, type Copy, type Diagnostic, type Source } from "../../base/index.ts";
import { linesOf } from "../join-copy.ts";
import type { ManuscriptPicture } from "../manuscript.ts";
import { readPictureBlock } from "../picture-block.ts";
import { alignCopy } from "./align.ts";
import { inlineCopy } from "./markdown-inline.ts";

/**
 * The picture of a paragraph that begins with an image: `![alternative](file "caption © credit")`, and the lines
 * below it as in a picture block of plain text. Undefined when the paragraph begins with something else.
 */
export function imagePicture(
  source: Source,
  node: Paragraph,
  diagnostics: Diagnostic[],
): ManuscriptPicture | undefined {
  const [image, ...others] = node.children;
  if (image?.type !== "image") return undefined;
  const { file, alternative, title } = partsOf(source, image);
  const below = linesOf(inlineCopy(source, { ...node, children: others }, diagnostics)).filter(
    ({ text }) => text !== "",
  );
  const read = readPictureBlock(source, [...(title ? linesOf(title) : []), ...below]);
  diagnostics.push(...read.diagnostics);
  return {
    ...(file && { file }),
    ...(alternative && { alternative }),
    ...read.picture,
    at: image.position?.start.offset ?? 0,
  };
}

function partsOf(source: Source, image: Image): { file?: Copy; alternative?: Copy; title?: Copy } {
  let from = image.position?.start.offset ?? 0;
  const end = image.position?.end.offset ?? from;
  const next = (value: string | null | undefined): Copy | undefined => {
    if (!value) return undefined;
    const found = source.text.slice(from, end).indexOf(value);
    // What was written with escapes is not found letter by letter, and is aligned with all that is left.
    const copy =
      found < 0 ? alignCopy(source, from, end, value) : copyFrom(source, from + found, from + found + value.length);
    from = Math.max(from, copy.origins[value.length] ?? from);
    return copy;
  };
  const [alternative, file, title] = [next(image.alt), next(image.url), next(image.title)];
  return { ...(alternative && { alternative }), ...(file && { file }), ...(title && { title }) };
}
