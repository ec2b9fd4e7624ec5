import type { Article, Block } from "../../src/article/index.ts";
import { makeUpPages, type Page, type SpaceOrder, type TextFrame } from "../../src/page/index.ts";
import type { Template } from "../../src/template/index.ts";
import { bundledTemplate, copyOf, setter } from "./desk.ts";

/** An article that a test makes up, with what is said of it in `more`. */
export function articleOf(body: readonly Block[], more: Partial<Article> = {}): Article {
  const headline = copyOf("Gemeinden fordern vor Budgetsitzung Nachbesserungen");
  return {
    id: "test",
    source: headline.source,
    language: "de-AT",
    section: copyOf("Innenpolitik"),
    headline,
    body,
    pictures: [],
    changes: [],
    ...more,
  };
}

export function paragraphOf(text: string): Block {
  return { kind: "paragraph", text: copyOf(text) };
}

/** An article made up on a template, in the space that a desk has set where one is given. */
export function makeUpOn(template: string | Template, article: Article, space?: SpaceOrder) {
  return makeUpPages({
    article,
    template: typeof template === "string" ? bundledTemplate(template) : template,
    setter,
    pixels: article.pictures.map(() => undefined),
    ...(space && { space }),
  });
}

export function textFrames(pages: readonly Page[]): TextFrame[] {
  return pages.flatMap((page) => page.frames.filter((frame) => frame.kind === "text"));
}

/** The text that frames of some roles print, in their order; words divided at line ends are whole again. */
export function printedText(frames: readonly TextFrame[]): string {
  return frames
    .flatMap(({ lines }) =>
      lines.map(
        ({ line }) => line.copy.text + (line.endsWith === "word" ? " " : line.endsWith === "paragraph" ? "\n" : ""),
      ),
    )
    .join("");
}
