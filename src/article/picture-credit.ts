import { placeOf, report, type Copy, type Outcome } from "../base/index.ts";
import type { Picture, PictureFile } from "./article.ts";
import { findings } from "./findings.ts";

/**
 * A picture with the credit that its own file gives where the article gives none; where both do, and name different sources,
 * the article's stays, and it is said.
 */
export function withCredit(picture: Picture, creditOf: (path: string) => string | undefined): Outcome<Picture> {
  const { file, credit } = picture;
  const own = file && creditOf(file.path);
  if (file === undefined || own === undefined) return { value: picture, diagnostics: [] };
  if (credit.text === "") {
    const printed = asPrinted(own);
    const said = report(
      findings.creditFromFile,
      `the credit “${printed}” is from the picture's own file`,
      placeOf(file.at),
    );
    return { value: { ...picture, credit: copyAt(file, printed) }, diagnostics: [said] };
  }
  if (agree(credit.text, own)) return { value: picture, diagnostics: [] };
  const message = `the article says “${credit.text}”, the picture's own file “${own}”`;
  return { value: picture, diagnostics: [report(findings.creditContradicts, message, placeOf(credit))] };
}

function asPrinted(credit: string): string {
  return /©|^(?:Foto|Bild|Grafik)\b/.test(credit) ? credit : `© ${credit}`;
}

/** Text that the article does not have points to the file's name in it. */
function copyAt({ at }: PictureFile, text: string): Copy {
  const origin = at.origins[0] ?? 0;
  return { source: at.source, text, origins: Array.from({ length: text.length + 1 }, () => origin), marks: [] };
}

/** Whether one of two credits is in the other, signs and spaces apart: „© APA“ and „APA/Neubauer“ agree. */
function agree(one: string, other: string): boolean {
  const [a, b] = [one, other].map((credit) => credit.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")) as [string, string];
  return a.includes(b) || b.includes(a);
}
