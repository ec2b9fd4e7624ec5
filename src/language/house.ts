/** What a paper decides for itself in matters of microtypography. Templates carry it as data. */
export interface HouseStyle {
  /** `german` „ “ ‚ ‘ · `guillemets` » « › ‹ · `swiss` « » ‹ › */
  readonly quotes: "german" | "guillemets" | "swiss";
  /** Whether foreign quotes (“ ” « » ``…'') in mixed agency copy become the house's. */
  readonly unifyQuotes: boolean;
  /** Whether a number of three and more characters is tied to the word behind it, as in „11.000 Soldaten“. */
  readonly tieNumbers: boolean;
  /** Whether m2 and m3 behind a number become m² and m³; otherwise they are reported. */
  readonly exponents: boolean;
  /** Whether 1/2, 1/4 and 3/4 become ½, ¼ and ¾. */
  readonly fractions: boolean;
}

/** The house style of a paper that states none. */
export const defaultHouse: HouseStyle = {
  quotes: "german",
  unifyQuotes: true,
  tieNumbers: false,
  exponents: false,
  fractions: false,
};
