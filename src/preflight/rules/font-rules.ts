import type { Mark, PageFont } from "../content/index.ts";
import type { Rule } from "../rule.ts";
import type { PageView, Watch } from "../watch.ts";

export const NOT_EMBEDDED = {
  id: "FNT-1",
  code: "preflight/font-not-embedded",
  severity: "error",
  when: "A font that a page shows is not embedded.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.11.4.1; ISO 32000-1, 9.9",
  hint: "embed all fonts, the common ones too",
} as const satisfies Rule;

export const NO_GLYPH_MAP = {
  id: "FNT-2",
  code: "preflight/no-glyph-map",
  severity: "warning",
  when: "A composite TrueType font is embedded without CIDToGIDMap, which PDF/A asks for; some printers take glyphs for others then.",
  clause: "ISO 19005-2, 6.2.11.3.2; ISO 32000-1, 9.7.4.2",
  hint: "export the file again",
} as const satisfies Rule;

export const DAMAGED_FONT = {
  id: "FNT-3",
  code: "preflight/damaged-font",
  severity: "error",
  when: "The data of an embedded font are no font.",
  clause: "ISO 15930-7; ISO 32000-1, 9.9",
  hint: "export the file again; install the font anew if that does not help",
} as const satisfies Rule;

/** Fonts that are shown; what is only listed, or set invisibly, needs none. */
export function watchFonts({ tell, document }: PageView): Watch {
  const seen = new Set<PageFont>();
  const check = (mark: Mark): void => {
    if (mark.kind !== "text" || seen.has(mark.font)) return;
    const { font, box } = mark;
    seen.add(font);
    const spot = { about: font.name, box };
    const name = font.name.slice(0, 60);
    if (font.program === "missing") tell(NOT_EMBEDDED, `the font ${name} is not embedded`, spot);
    if (font.program === "damaged") tell(DAMAGED_FONT, `the data of the font ${name} are damaged`, spot);
    const isMapped = font.carrier.entries.has("CIDToGIDMap");
    const subtype = document.file.name(font.carrier.entries.get("Subtype"));
    if (subtype === "CIDFontType2" && font.program !== "missing" && !isMapped)
      tell(NO_GLYPH_MAP, `the font ${name} has no CIDToGIDMap`, spot);
  };
  return {
    mark: check,
    use: (use) => {
      if (use.kind === "masked") check(use.mark);
    },
  };
}
