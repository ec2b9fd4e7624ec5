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

/** A font book over the bundled faces; `read` gives the bytes of a file in fonts/ by its name. */
export function openFontBook(read: (file: string) => Uint8Array): FontBook {
  const open = new Map<string, Face>();
  return {
    names: BUNDLED_FACES,
    face(name) {
      let face = open.get(name);
      if (face === undefined) {
        const table = new TextDecoder().decode(read(`${name}.shaping.json`));
        face = openFace(name, table, {
          font: () => read(`${name}.otf`),
          typeCase: () => read(`${name}.case.cff`),
        });
        open.set(name, face);
      }
      return face;
    },
  };
}
