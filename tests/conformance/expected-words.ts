import type { Block } from "../../src/article/index.ts";
import type { Copy } from "../../src/base/index.ts";
import { makeUp, openWorld } from "../../src/index.ts";
import { projectPath } from "../support/desk.ts";

const world = openWorld();

/** The article's texts after microtype, as they stand on the page: what belongs to the article, and the head of the page. */
export function expectedTexts(article: string, template: string): { readonly own: Copy[]; readonly head: Copy[] } {
  const { value } = makeUp(world, { article: projectPath(`articles/${article}`), template });
  if (value === undefined) throw new Error(`${article} cannot be read`);
  const { body, kicker, headline, deck, lead, byline, sources, section, pictures } = value.article;
  const heading = [kicker, headline, deck, byline, lead, sources].filter((copy) => copy !== undefined);
  const own = [...heading, ...pictures.flatMap(({ caption, credit }) => [caption, credit]), ...body.flatMap(textsIn)];
  return { own, head: [section] };
}

function textsIn(block: Block): readonly Copy[] {
  switch (block.kind) {
    case "list":
      return block.items;
    case "table":
      return [...(block.title ? [block.title] : []), ...(block.header ?? []), ...block.rows.flat()];
    case "quotation":
      return [block.text, ...(block.attribution ? [block.attribution] : [])];
    case "box":
      return [...(block.title ? [block.title] : []), ...block.blocks.flatMap(textsIn)];
    default:
      return [block.text];
  }
}

/** The article's words, a list for each of its texts. */
export function expectedWords(article: string, template: string): string[][] {
  const { own, head } = expectedTexts(article, template);
  return [...head, ...own].map(({ text }) => words(text));
}

/** Text without soft hyphens, and without the line ends behind them: as programs that search read it. */
export function withoutSoftHyphens(text: string): string {
  return text.replace(/\u00AD\s*/g, "");
}

/** Words as a reader counts them: a compound that ended a line at its own hyphen counts as its two parts, as on paper. */
export function words(text: string): string[] {
  return withoutSoftHyphens(text)
    .replace(/[-\u2010\u2011]/g, "- ")
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "-");
}

/** Words of a text that do not follow one another in what was extracted, other texts standing in between at the most. */
export function missingWords(text: readonly string[], found: readonly string[]): string[] {
  const missing: string[] = [];
  let from = found.indexOf(text[0] ?? "");
  for (const word of text) {
    const at = found.indexOf(word, Math.max(0, from));
    if (at < 0) missing.push(word);
    else from = at;
  }
  return missing;
}
