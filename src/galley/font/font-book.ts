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

/** What the files of a face end in. */
const ENDINGS = {
  font: ".otf",
  table: ".shaping.json",
  typeCase: ".case.cff",
  smallCaps: ".smcp.shaping.json",
} as const;

type Kind = keyof typeof ENDINGS;

/** The name of a face's file in fonts/: the font, its shaping table, its type case, the shaping table of its small capitals. */
export function faceFile(face: string, kind: Kind): string {
  return face + ENDINGS[kind];
}

/** The files in fonts/ that a bundled face needs. */
export function filesOf(face: string): readonly string[] {
  const kinds = Object.keys(ENDINGS) as Kind[];
  return kinds.filter((kind) => kind !== "smallCaps" || hasSmallCaps(face)).map((kind) => faceFile(face, kind));
}

/** A font book over the bundled faces; `read` gives the bytes of a file in fonts/ by its name. */
export function openFontBook(read: (file: string) => Uint8Array): FontBook {
  const open = new Map<string, Face>();
  return {
    names: BUNDLED_FACES,
    face(name) {
      let face = open.get(name);
      if (face === undefined) {
        const bytes = (kind: Kind): Uint8Array => read(faceFile(name, kind));
        const text = (kind: Kind): string => new TextDecoder().decode(bytes(kind));
        face = openFace(name, text("table"), {
          font: () => bytes("font"),
          typeCase: () => bytes("typeCase"),
          smallCaps: () => text("smallCaps"),
        });
        open.set(name, face);
      }
      return face;
    },
  };
}
