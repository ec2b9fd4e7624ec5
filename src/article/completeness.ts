import { placeOf, report, sourcePlace, type Copy, type Diagnostic, type Finding, type Place } from "../base/index.ts";
import type { Article, Block, Picture } from "./article.ts";
import { findings } from "./findings.ts";
import type { Form, Manuscript } from "./manuscript.ts";
import { textsOf } from "./set-body.ts";

const LONGEST_SECTION = 60;
const LONGEST_WORD = 200;
/** To break such a word anywhere takes a second, and the square of that with its length. */
const ENDLESS_WORD = 20_000;
const LONG_WORD = new RegExp(String.raw`(?<!\S)\S{${LONGEST_WORD + 1},}`, "g");

/** How each form is told what is missing. */
const HINTS: Readonly<Record<"section" | "headline" | "body" | "credit" | "file", Readonly<Record<Form, string>>>> = {
  section: {
    text: "write it as the first block, followed by a blank line",
    markdown: 'write "section: …" into the front matter between two lines of ---',
    json: 'add "section"',
  },
  headline: {
    text: "write it as the second block, below the section, with blank lines around it",
    markdown: 'write it as "# Headline", or "headline: …" in the front matter',
    json: 'add "headline"',
  },
  body: {
    text: "write the paragraphs below the headline, with blank lines between them",
    markdown: "write the paragraphs below the headline, with blank lines between them",
    json: 'add "body", a list of paragraphs',
  },
  credit: {
    text: 'write it below the caption: "© APA"; if this is no caption, end it with a full stop, or say "Unterzeile: …"',
    markdown: 'write it below the caption: "© APA"',
    json: 'add "credit": "© APA"',
  },
  file: {
    text: 'when it is there, add "Datei: path" to the block',
    markdown: "when it is there, write ![alternative](path) above the caption",
    json: 'when it is there, add "file"',
  },
};

/** The texts that an article cannot be without; undefined where one is missing. */
export interface Essentials {
  readonly section: Copy | undefined;
  readonly headline: Copy | undefined;
  readonly body: readonly Block[];
}

/** What is missing that an article cannot be without. */
export function missingEssentials(
  manuscript: Manuscript,
  { section, headline, body }: Essentials,
): readonly Diagnostic[] {
  const { source, form } = manuscript;
  const start = sourcePlace(source, 0);
  const behind = (copy: Copy | undefined): Place => (copy === undefined ? start : placeOf(copy));
  const missing: Diagnostic[] = [];
  const say = (finding: Finding, what: string, place: Place, hint: string): void => {
    missing.push(report(finding, `the article has no ${what}`, place, hint));
  };
  if (section === undefined) say(findings.missingSection, "section", start, HINTS.section[form]);
  if (headline === undefined) say(findings.missingHeadline, "headline", behind(section), HINTS.headline[form]);
  if (body.length === 0) say(findings.missingBody, "body text", behind(headline ?? section), HINTS.body[form]);
  return missing;
}

/** What a desk would want to know of an article that can be set. */
export function deskFindings(article: Article): readonly Diagnostic[] {
  return [
    ...longSection(article.section),
    ...strayCrossheads(article.body),
    ...textsOfArticle(article).flatMap((copy) => [...longWords(copy), ...lostCharacters(copy)]),
  ];
}

function longSection(section: Copy): readonly Diagnostic[] {
  if (section.text.length <= LONGEST_SECTION) return [];
  return [report(findings.longSection, `the section has ${section.text.length} characters`, placeOf(section))];
}

/** What is missing of the pictures; said even when there is no article, so that all can be mended at once. */
export function picturesFindings(manuscript: Manuscript, pictures: readonly Picture[]): readonly Diagnostic[] {
  return pictures.flatMap((picture, index) => pictureFindings(manuscript, picture, index));
}

function pictureFindings(
  { source, form, pictures }: Manuscript,
  picture: Picture,
  index: number,
): readonly Diagnostic[] {
  const name = `picture ${index + 1}`;
  const place = sourcePlace(source, pictures[index]?.at ?? 0);
  const placeOfText = [picture.caption, picture.credit].find(({ text }) => text !== "");
  const at = placeOfText === undefined ? place : placeOf(placeOfText);
  const found: Diagnostic[] = [];
  if (picture.credit.text === "")
    found.push(report(findings.missingCredit, `${name} has no credit`, at, HINTS.credit[form]));
  if (picture.caption.text === "") found.push(report(findings.missingCaption, `${name} has no caption`, at));
  if (picture.file === undefined) {
    found.push(
      report(findings.pictureToCome, `${name} is still to come; its place is kept free`, at, HINTS.file[form]),
    );
  }
  return found;
}

function strayCrossheads(body: readonly Block[]): readonly Diagnostic[] {
  return body.flatMap((block, index) => {
    const next = body[index + 1];
    if (block.kind !== "crosshead" || (next !== undefined && next.kind !== "crosshead")) return [];
    return [report(findings.crossheadAtEnd, "no text follows this crosshead", placeOf(block.text))];
  });
}

/** All that is printed of an article, in reading order. */
function textsOfArticle(article: Article): readonly Copy[] {
  const { section, kicker, headline, deck, lead, byline, dateline, sources } = article;
  const head = [section, kicker, headline, deck, lead, byline, dateline, sources].filter((copy) => copy !== undefined);
  const pictures = article.pictures.flatMap(({ caption, credit }) => [caption, credit]);
  return [...head, ...pictures, ...article.body.flatMap(textsOf)];
}

function longWords(copy: Copy): readonly Diagnostic[] {
  if (!mayHoldLongWord(copy.text)) return [];
  return Array.from(copy.text.matchAll(LONG_WORD), ({ 0: word, index }) =>
    report(
      word.length > ENDLESS_WORD ? findings.endlessWord : findings.longWord,
      `a word of ${word.length} characters: ${word.slice(0, 20)}…`,
      placeOf(copy, index, index + word.length),
    ),
  );
}

/** Whether anywhere in a text so many characters follow each other without a space: it is found in leaps from space to space. */
function mayHoldLongWord(text: string): boolean {
  let at = 0;
  while (at + LONGEST_WORD < text.length) {
    const space = text.lastIndexOf(" ", at + LONGEST_WORD);
    if (space < at) return true;
    at = space + 1;
  }
  return false;
}

function lostCharacters(copy: Copy): readonly Diagnostic[] {
  const lost = copy.text.indexOf("\uFFFD");
  const garbled = copy.text.search(/Ã[¤¶¼Ÿ„–œ\u0084\u0096\u009c\u009f]|â€[žœ“”™]/);
  return [
    ...(lost < 0 ? [] : [report(findings.lostCharacter, "a character was lost here", placeOf(copy, lost, lost + 1))]),
    ...(garbled < 0
      ? []
      : [report(findings.mojibake, "letters are garbled here", placeOf(copy, garbled, garbled + 2))]),
  ];
}
