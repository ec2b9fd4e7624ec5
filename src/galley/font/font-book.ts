import { openFace, type Face } from "./face.ts";

/** The faces that can be had, opened when first asked for and then kept. */
export interface FontBook {
  readonly names: readonly string[];
  face(name: string): Face;
}

/** Every bundled face: its name is its file name without the ending. */
export const BUNDLED_FACES = [
  "SourceSans3-Bold",
  "SourceSans3-It",
  "SourceSans3-Regular",
  "SourceSans3-Semibold",
  "SourceSerif4-It",
  "SourceSerif4-Regular",
  "SourceSerif4-Semibold",
  "SourceSerif4Caption-It",
  "SourceSerif4Caption-Regular",
  "SourceSerif4Display-Semibold",
  "SourceSerif4SmText-It",
  "SourceSerif4SmText-Regular",
  "SourceSerif4SmText-Semibold",
  "SourceSerif4Subhead-It",
  "SourceSerif4Subhead-Regular",
  "TeXGyreHerosCn-Bold",
  "TeXGyreHerosCn-Italic",
  "TeXGyreHerosCn-Regular",
  "TeXGyreSchola-Bold",
  "TeXGyreSchola-Italic",
  "TeXGyreSchola-Regular",
  "TeXGyreTermes-Bold",
  "TeXGyreTermes-Italic",
  "TeXGyreTermes-Regular",
] as const;

const WITHOUT_SMALL_CAPS: ReadonlySet<string> = new Set([
  "SourceSans3-It",
  "SourceSerif4-It",
  "SourceSerif4Caption-It",
  "SourceSerif4SmText-It",
  "SourceSerif4Subhead-It",
] satisfies (typeof BUNDLED_FACES)[number][]);

/** Whether a bundled face has small capitals, and so a shaping table for them. */
export function hasSmallCaps(face: string): boolean {
  return !WITHOUT_SMALL_CAPS.has(face);
}

/** The files in fonts/ that a bundled face needs. */
export function filesOf(face: string): readonly string[] {
  const smallCaps = hasSmallCaps(face) ? [".smcp.shaping.json"] : [];
  return [".otf", ".shaping.json", ".case.cff", ...smallCaps].map((ending) => face + ending);
}

/** A font book over the bundled faces; `read` gives the bytes of a file in fonts/ by its name. */
export function openFontBook(read: (file: string) => Uint8Array): FontBook {
  const open = new Map<string, Face>();
  return {
    names: BUNDLED_FACES,
    face(name) {
      let face = open.get(name);
      if (face === undefined) {
        const text = (file: string): string => new TextDecoder().decode(read(file));
        face = openFace(name, text(`${name}.shaping.json`), {
          font: () => read(`${name}.otf`),
          typeCase: () => read(`${name}.case.cff`),
          smallCaps: () => text(`${name}.smcp.shaping.json`),
        });
        open.set(name, face);
      }
      return face;
    },
  };
}
