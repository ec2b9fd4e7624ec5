import type { Article } from "../article/index.ts";
import { report, type Outcome } from "../base/index.ts";
import type { Metadata } from "../render/pdf/index.ts";
import { NO_DATE } from "./findings.ts";

/** The date of files that have none: the beginning of the count of time, which nobody takes for a real one. */
export const UNDATED = "1970-01-01";

/** What a file says of its article; `date` goes before the article's own, and without either there is a finding. */
export function metadataOf(article: Article, date: string | undefined): Outcome<Metadata> {
  const { headline, section, deck, lead, byline, dateline, agency, rights, usage, identifier, version, keywords } =
    article;
  const credits = [...new Set(article.pictures.map(({ credit }) => credit.text).filter((text) => text !== ""))];
  const when = date ?? article.date;
  const value = {
    title: headline.text,
    subject: (deck ?? lead ?? section).text,
    section: section.text,
    language: article.language,
    date: when ?? UNDATED,
    ...(byline && { author: authorOf(byline.text) }),
    ...(dateline && { city: dateline.text }),
    ...(agency !== undefined && { publisher: agency }),
    ...(rights !== undefined && { rights }),
    ...(usage !== undefined && { usage }),
    ...(identifier !== undefined && { identifier }),
    ...(version !== undefined && { version }),
    ...(keywords !== undefined && { keywords: keywords.split(/\s*,\s*/).filter((word) => word !== "") }),
    ...(credits.length > 0 && { credit: credits.join("; ") }),
  };
  const undated = when === undefined ? [report(NO_DATE, "nobody says of what date the page is")] : [];
  return { value, diagnostics: undated };
}

/**
 * What a file of several articles says of itself: what it is called, and all that each of them says alike. Its date is the order's, or else
 * the latest of any article.
 */
export function sharedMetadata(
  all: Metadata | undefined,
  article: Article,
  { title, date }: { readonly title: string; readonly date?: string },
): Metadata {
  const { value: one } = metadataOf(article, date);
  if (all === undefined) return { ...one, title };
  const alike = Object.entries(one).filter(
    ([key, fact]) => JSON.stringify(fact) === JSON.stringify(all[key as keyof Metadata]),
  );
  return {
    ...Object.fromEntries(alike),
    title,
    language: all.language,
    date: one.date > all.date ? one.date : all.date,
  };
}

/** A byline names its author behind „Von“, which is no part of the name. */
function authorOf(byline: string): string {
  return byline.replace(/^Von\s+/, "");
}
