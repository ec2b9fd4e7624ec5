import { variedArticle } from "../varied-articles.ts";
import { bundledDesign } from "./design.ts";
import { storyOf, type Story } from "./story.ts";
import { typstPage } from "./typst-page.ts";

/** The source of one varied article's page on a template. */
export function typstArticle(template: string, number: number): string {
  return typstPage(bundledDesign(template), [storyAt(template, number)]);
}

/** The source of so many varied articles in one document. */
export function typstDocument(template: string, count: number): string {
  const stories = Array.from({ length: count }, (_, number) => storyAt(template, number));
  return typstPage(bundledDesign(template), stories);
}

function storyAt(template: string, number: number): Story {
  return storyOf(`${number}.txt`, new TextEncoder().encode(variedArticle(number)), bundledDesign(template).house);
}
