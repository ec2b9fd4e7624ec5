import type { Grade } from "../language.ts";

/** A break inside a word and what it is worth. */
export interface GradedBreak {
  readonly offset: number;
  readonly grade: Grade;
}

/**
 * The signs in which words are written with their breaks, here and by `explain`: joint of a compound, behind a prefix,
 * before a suffix, between syllables, unpleasant or misleading, inside a name.
 */
export const SIGNS: Readonly<Record<string, Grade>> = {
  "=": "joint",
  "<": "prefix",
  ">": "suffix",
  "-": "syllable",
  "~": "unpleasant",
  "*": "name",
};

// Words that the patterns divide badly or that mislead, in lower case; an entry stands for its inflected forms too.
const words = [
  // Two readings, of which the news means one; the patterns leave the joint out.
  "druck=er<zeug-nis druck=er<zeug-nis-se stau=be-cken au-to=ren-nen spar=gel-der be<in=hal-ten be<in=hal-tet",
  "be<in=hal-te-te alt=bau=er<hal-tung blu-men=topf=er-de nacht=eil=zug ur<ins-tinkt ur<ins-tink-te mais=turm",
  "bo-den=er<hal-tung kul-tur=er-be welt=er-be welt=kul-tur=er-be fluss=ufer see=ufer ga-la=abend",
  "sup-plier=stun-de sup-plier=stun-den stark=re-gen=er~eig-nis stark=re-gen=er~eig-nis-se stark=re-gen=er~eig-nis-sen",
  // „Wach|stube“ and „Wachs|tube“ are both words.
  "wach~stu-be wach~stu-ben",
  // Allowed, and still ugly.
  "an<al-pha~bet an<al-pha~be-ten an<al-pha~be-tis-mus",
  "krei-schen krei-schend krei-schen-de",
  // Parts so short that the lexicon is not to know them, lest it find them everywhere.
  "ob=dach des-to=trotz nichts=des-to=trotz nichts=des-to=we-ni-ger",
  // The patterns miss syllables of these.
  "ein<stim-mig ein<stim-mi-ge ein<stim-mi-gen ein<stim-mig>keit ein<stim-mig>keits=prin-zip",
  "be<ste-chung be<ste-chun-gen be<ste-chungs=geld be<ste-chungs=gel-der brut-to=in-lands=pro-dukt ku-ku-ruz ter-ri-to-ri-al ter-ri-to-ri-a-le ter-ri-to-ri-a-len ter-ri-to-ri-a-ler",
];

/** Names of the news with their own syllables; those without a mark are never divided. */
const names = [
  "pjöng*jang shi*ge*ru ishi*ba se*len*skyj lu*ka*schen*ko er*do*ğan er*do*gan ne*tan*ja*hu or*bán wo*lo*dy*myr",
  "wla*di*mir pu*tin ma*cron me*lo*ni starmer scholz tusk fico ljub*lja*na bra*ti*sla*va bu*da*pest sa*ra*je*vo",
  "pas*ter*ze ky*jiw char*kiw tai*peh hi*ro*shi*ma na*ga*sa*ki fu*ku*shi*ma yo*ko*ha*ma kyo*to to*kio wa*shing*ton",
];

// The endings of declension and conjugation that begin no new syllable where they join these words.
const endings = ["", "s", "n", "ns", "es"];

let breaksOf: ReadonlyMap<string, readonly GradedBreak[]> | undefined;

/** The breaks of a word in lower case that the patterns get wrong; undefined when the patterns may be trusted. */
export function exceptionFor(word: string): readonly GradedBreak[] | undefined {
  breaksOf ??= new Map(
    [...words, ...names]
      .flatMap((line) => line.split(" "))
      .flatMap((entry) => {
        const { letters, breaks } = readMarked(entry);
        return endings.map((ending) => [letters + ending, breaks] as const);
      }),
  );
  return breaksOf.get(word);
}

/** Reads a word with its breaks marked: „druck=er<zeug-nis“. */
export function readMarked(marked: string): { readonly letters: string; readonly breaks: readonly GradedBreak[] } {
  let letters = "";
  const breaks: GradedBreak[] = [];
  for (const character of marked) {
    const grade = SIGNS[character];
    if (grade) breaks.push({ offset: letters.length, grade });
    else letters += character;
  }
  return { letters, breaks };
}
