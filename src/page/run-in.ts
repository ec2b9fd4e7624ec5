import type { Copy } from "../base/index.ts";

/** The dateline runs into the first paragraph: „Wien. – Text“; the place is set strong. */
export function runIn(dateline: Copy, paragraph: Copy): Copy {
  const joint = /[.:–]$/.test(dateline.text) ? "\u00A0– " : ".\u00A0– ";
  const shift = dateline.text.length + joint.length;
  // A full stop is set as what it closes.
  const strong = joint.indexOf("\u00A0") + dateline.text.length;
  const end = dateline.origins[dateline.text.length] ?? 0;
  return {
    source: paragraph.source,
    text: dateline.text + joint + paragraph.text,
    origins: [...dateline.origins.slice(0, -1), ...Array.from(joint, () => end), ...paragraph.origins],
    marks: [
      { kind: "strong", start: 0, end: strong },
      ...paragraph.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
    ],
  };
}

/** A sign behind the article's last word, tied to it. */
export function endMarked(paragraph: Copy, mark: string): Copy {
  const end = paragraph.origins.at(-1) ?? 0;
  const added = `\u00A0${mark}`;
  return {
    ...paragraph,
    text: paragraph.text + added,
    origins: [...paragraph.origins, ...Array.from({ length: added.length }, () => end)],
  };
}

/** What names the sources, as it is printed: „Quellen: Rechnungshof“. */
export function sourcesLine(sources: Copy): Copy {
  const label = "Quellen: ";
  const start = sources.origins[0] ?? 0;
  return {
    ...sources,
    text: label + sources.text,
    origins: [...Array.from(label, () => start), ...sources.origins],
    marks: sources.marks.map((mark) => ({ ...mark, start: mark.start + label.length, end: mark.end + label.length })),
  };
}
