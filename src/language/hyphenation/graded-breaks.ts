import type { Grade } from "../language.ts";
import { exceptionFor, type GradedBreak } from "./exceptions.ts";
import { bundledLexicon } from "./lexicon.ts";
import { PART, structureOf, type Span, type Structure } from "./structure.ts";
import { syllables } from "./syllables.ts";

/**
 * Where a run of letters may be divided, and how well: the exceptions first, else the syllables of the patterns and the
 * joints of the compound, graded by how the word is built. Two letters at least stand on either side.
 */
export function gradedBreaks(letters: string): readonly GradedBreak[] {
  const word = letters.toLowerCase();
  const exception = exceptionFor(word);
  if (exception) return exception;
  const places = syllables(word);
  // Not a word but a fault of the copy; reading it would take time by the square of its length.
  if (word.length > LONGEST) return places.map((offset) => ({ offset, grade: "syllable" }));
  const structure = structureOf(word, places, bundledLexicon());
  const capital = letters.charAt(0) !== word.charAt(0);
  const grades: (Grade | undefined)[] = Array.from({ length: word.length });
  for (const offset of places) grades[offset] = gradeOf(word, offset, structure);
  for (const offset of structure.prefixes) grades[offset] = "prefix";
  for (const offset of structure.joints) grades[offset] = "joint";
  if (capital) {
    for (const span of nameSpans(word, structure)) {
      for (const offset of places)
        if (span.start < offset && offset < span.end) grades[offset] = gradeInName(word, offset);
    }
  }
  const breaks: GradedBreak[] = [];
  for (let offset = 0; offset < grades.length; offset++) {
    const grade = grades[offset];
    if (grade !== undefined) breaks.push({ offset, grade });
  }
  return breaks;
}

/** How good it is to divide between two syllables, whatever seam of the word is there. */
function gradeOf(word: string, offset: number, structure: Structure): Grade {
  if (isLikeJoint(word, offset, structure)) return "joint";
  if (isMisleading(word, offset, structure)) return "unpleasant";
  return isBeforeSuffix(word, offset, structure) ? "suffix" : "syllable";
}

const LONGEST = 120;

/** Whether the lexicon can read a run of letters, as a word or a compound. */
export function isKnown(letters: string): boolean {
  const word = letters.toLowerCase();
  if (word.length > LONGEST) return false;
  return structureOf(word, syllables(word), bundledLexicon()).unknown.length === 0;
}

/**
 * Offsets in a run of letters over which no ligature may reach: where the parts of a compound meet, behind a prefix, and
 * before a suffix that begins with a consonant (Auf|lage, Schiff|fahrt, höf|lich; Duden, „Ligaturen“).
 */
export function seams(letters: string): readonly number[] {
  const word = letters.toLowerCase();
  const marked = exceptionFor(word)?.filter(({ grade }) => grade !== "syllable" && grade !== "unpleasant");
  if (marked) return marked.map(({ offset }) => offset);
  if (word.length > LONGEST) return [];
  const places = syllables(word);
  const structure = structureOf(word, places, bundledLexicon());
  const suffixes = places.filter(
    (offset) => isBeforeSuffix(word, offset, structure) || isLikeJoint(word, offset, structure),
  );
  return [...structure.joints, ...structure.prefixes, ...suffixes].sort((a, b) => a - b);
}

const SUFFIX = /^(?:bar|haft|heit|keit|lich|ling|sam|schaft|tum)(?:e[mnrs]?|s|en|nen)?$/;
const SUFFIXES = /^(?:bar|haft|lich|sam|ig|schaft)(?:keit|heit|er|lich)/;

/** What suffixes begin with: most syllables need no pattern. */
const SUFFIX_INITIALS = "bhiklst";

function isBeforeSuffix(word: string, offset: number, { joints }: Structure): boolean {
  if (!SUFFIX_INITIALS.includes(word.charAt(offset))) return false;
  const end = jointBehind(joints, offset);
  const rest = word.slice(offset, end);
  return SUFFIX.test(rest) || (end !== undefined && SUFFIX.test(rest.replace(/s$/, ""))) || SUFFIXES.test(rest);
}

/** „Wachs-tube“: another way to read the word as a compound, hardly less likely, sends the eye astray. */
function isMisleading(word: string, offset: number, { joints, prefixes, unknown, cost }: Structure): boolean {
  // Each side costs a part at least; most words are so simple that no two parts are as likely.
  const most = cost + AMBIGUOUS - PART;
  if (unknown.length > 0 || most <= PART || joints.includes(offset) || prefixes.includes(offset)) return false;
  if (offset < LEAST_MISREAD || word.length - offset < LEAST_MISREAD) return false;
  const [first, second] = [word.slice(0, offset), word.slice(offset)];
  const before = structureOf(first, syllables(first), bundledLexicon(), { beginning: true });
  if (before.unknown.length > 0 || before.cost >= most) return false;
  const behind = structureOf(second, syllables(second), bundledLexicon());
  return behind.unknown.length === 0 && before.cost + behind.cost < cost + AMBIGUOUS;
}

const LEAST_MISREAD = 4;
/** Readings that differ by less are about equally likely, in the unit of a structure's cost. */
const AMBIGUOUS = 3;

/** „-los“ is a word to the eye: arbeits|los. */
const LIKE_A_WORD = /^los(?:e[mnrs]?|ig|igkeit)?$/;

function isLikeJoint(word: string, offset: number, { joints }: Structure): boolean {
  return word.startsWith("los", offset) && LIKE_A_WORD.test(word.slice(offset, jointBehind(joints, offset)));
}

function jointBehind(joints: readonly number[], offset: number): number | undefined {
  for (const joint of joints) if (joint > offset) return joint;
  return undefined;
}

/** Endings of German words that the lexicon may well lack. */
const GERMAN =
  /(?:ung|heit|keit|schaft|tion|ismus|ist|isch|lich|ig|bar|ier|ieren|iert|erin|innen|ent|enz|tät|nis|tum|ling)(?:e[mnrst]?|e?n|s|ten?|er)?$/;

/** What a name may have behind it and still be one: „Salzburgs“, „Wiener“. */
const ENDING = 2;

/** Names in a word with a capital letter: those that the lexicon knows, and what nothing German is known of. */
function nameSpans(word: string, { names, unknown }: Structure): readonly Span[] {
  const foreign = unknown.filter(({ start, end }) => start === 0 && !GERMAN.test(word.slice(start, end)));
  const known = names.filter(({ start, end }) => start === 0 && end >= word.length - ENDING);
  return [...known, ...foreign];
}

const DIGRAPH = /^(?:s[hz]|c[hkz]|[gkptz]h|dz|zs|ny|gn|ng|oo|ou|ee|ea|yj|ij)$/;

/** What no syllable inside a name begins with. */
const NO_BEGINNING = /^(?:j[bcdfghklmnpqrstvwxz]|rh)/;

/** Foreign digraphs stay together, whatever the German patterns say: Nago|shi, not Nagos|hi; and Hej|kal, not He|jkal. */
function gradeInName(word: string, offset: number): Grade | undefined {
  const wrong = DIGRAPH.test(word.slice(offset - 1, offset + 1)) || NO_BEGINNING.test(word.slice(offset, offset + 2));
  return wrong ? undefined : "name";
}
