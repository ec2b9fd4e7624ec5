import { placeOf, report, sliceCopy, type Copy, type Diagnostic, type Source } from "../base/index.ts";
import { findings } from "./findings.ts";
import { joinLines, trimCopy } from "./join-copy.ts";
import type { ManuscriptPicture } from "./manuscript.ts";

const CREDIT = /^(?:©|\(c\)|Fotos?:)/i;
/** A credit on the caption's own line; "(c)" is left out here, for it also counts items: (a), (b), (c). */
const CREDIT_INSIDE = /\s(?=©\s?\S[^.!?]{0,60}$)/;
const LABEL = /^(Datei|Bildbeschreibung|Bildmitte):\s*/;

/** Whether lines of plain text or Markdown are a picture block: one of them is a credit or names the picture's file. */
export function isPictureBlock(lines: readonly Copy[]): boolean {
  return lines.some(({ text }) => CREDIT.test(text) || text.startsWith("Datei:")) || hasCreditInside(lines);
}

/**
 * A picture from the lines of its block: the caption, then the credit (©, (c) or "Foto:") to the end of the block.
 * Lines labelled "Datei:", "Bildbeschreibung:" and "Bildmitte:" may stand anywhere among them.
 */
export function readPictureBlock(
  source: Source,
  block: readonly Copy[],
): { readonly picture: ManuscriptPicture; readonly diagnostics: readonly Diagnostic[] } {
  const at = block[0]?.origins[0] ?? 0;
  const labelled = new Map<string, Copy>();
  const plain = block.flatMap(splitCreditInside).filter((line) => {
    const label = LABEL.exec(line.text);
    if (label?.[1] === undefined || labelled.has(label[1])) return true;
    labelled.set(label[1], sliceCopy(line, label[0].length, line.text.length));
    return false;
  });
  const creditAt = plain.findIndex(({ text }) => CREDIT.test(text));
  const captions = creditAt < 0 ? plain : plain.slice(0, creditAt);
  const credits = creditAt < 0 ? [] : plain.slice(creditAt);
  const middle = labelled.get("Bildmitte");
  const focalPoint = middle && parseFocalPoint(middle.text);
  const file = labelled.get("Datei");
  const alternative = labelled.get("Bildbeschreibung");
  return {
    picture: {
      at,
      ...(file && { file }),
      ...(captions.length > 0 && { caption: joinLines(source, at, captions) }),
      ...(credits.length > 0 && { credit: joinLines(source, at, credits) }),
      ...(alternative && { alternative }),
      ...(focalPoint && { focalPoint }),
    },
    diagnostics:
      middle && !focalPoint
        ? [report(findings.focalPoint, `"${middle.text}" is not a focal point`, placeOf(middle))]
        : [],
  };
}

function hasCreditInside(lines: readonly Copy[]): boolean {
  const last = lines[lines.length - 1];
  return last !== undefined && last.text.includes("©") && CREDIT_INSIDE.test(last.text);
}

function splitCreditInside(line: Copy, index: number, lines: readonly Copy[]): readonly Copy[] {
  const inside = index === lines.length - 1 ? CREDIT_INSIDE.exec(line.text) : null;
  if (inside === null || CREDIT.test(line.text)) return [line];
  return [sliceCopy(line, 0, inside.index), sliceCopy(line, inside.index, line.text.length)].map(trimCopy);
}

function parseFocalPoint(text: string): { x: number; y: number } | undefined {
  const parts = /^([01](?:[.,]\d+)?)[\s/]+([01](?:[.,]\d+)?)$/.exec(text);
  const [x, y] = [parts?.[1], parts?.[2]].map((part) => Number(part?.replace(",", ".")));
  return x !== undefined && y !== undefined && x <= 1 && y <= 1 ? { x, y } : undefined;
}
