/** Whose a bundled font family is, and on which terms. */
interface Licence {
  /** How the file names of its faces begin. */
  readonly prefix: string;
  readonly family: string;
  readonly licence: string;
  /** The licence's text, in the package. */
  readonly text: string;
}

const OFL = "SIL Open Font License 1.1";
const GUST = "GUST Font License";

const FAMILIES: readonly Licence[] = [
  { prefix: "SourceSans3", family: "Source Sans 3", licence: OFL, text: "fonts/LICENSE-SourceSans3.md" },
  { prefix: "SourceSerif4", family: "Source Serif 4", licence: OFL, text: "fonts/LICENSE-SourceSerif4.md" },
  { prefix: "TeXGyreHerosCn", family: "TeX Gyre Heros Condensed", licence: GUST, text: "fonts/LICENSE-TeXGyre.md" },
  { prefix: "TeXGyreSchola", family: "TeX Gyre Schola", licence: GUST, text: "fonts/LICENSE-TeXGyre.md" },
  { prefix: "TeXGyreTermes", family: "TeX Gyre Termes", licence: GUST, text: "fonts/LICENSE-TeXGyre.md" },
];

/** The family of a face, with its optical size where the face is drawn for one, and its licence. */
export function licenceOfFace(face: string): Omit<Licence, "prefix"> {
  const found = FAMILIES.find(({ prefix }) => face.startsWith(prefix));
  if (found === undefined) throw new Error(`nobody says on which terms ${face} is here`);
  const { prefix, family, licence, text } = found;
  const size = face.slice(prefix.length).split("-")[0] ?? "";
  return { family: size === "" ? family : `${family} ${size}`, licence, text };
}

/** The licence of a print condition's profile: ours where it lies in the package, else its owner's. */
export function licenceOfProfile(path: string, bundled: readonly string[]): string {
  return bundled.includes(path) ? "zlib licence (conditions/LICENCES.md)" : "your own; see its maker's terms";
}
