import type { Copy } from "../base/index.ts";
import type { Article, Block, BoxBlock, List, MayBeLeftOut, Picture, Table } from "./article.ts";
import type { JsonArticle, JsonBlock, RichText } from "./schema.ts";

const TEXTS = ["section", "kicker", "headline", "deck", "lead", "byline", "dateline", "sources"] as const;
const METADATA = ["agency", "rights", "usage", "identifier", "version", "keywords"] as const;

/**
 * An article as JSON in the published form, microtype applied: read again it is the same article, for the rules of microtype
 * come to the same when they are applied again.
 */
export function articleJson(article: Article): JsonArticle {
  const texts = TEXTS.flatMap((name) => {
    const copy = article[name];
    return copy === undefined ? [] : [[name, richText(copy)] as const];
  });
  const metadata = METADATA.flatMap((name) => {
    const text = article[name];
    return text === undefined ? [] : [[name, text] as const];
  });
  const { date, language, embargo, hold, optional, pictures, body } = article;
  return {
    ...(Object.fromEntries(texts) as Pick<JsonArticle, (typeof TEXTS)[number]>),
    ...(date !== undefined && { date }),
    language,
    ...(Object.fromEntries(metadata) as Pick<JsonArticle, (typeof METADATA)[number]>),
    ...(embargo && { embargo: embargo.at.text.trim() }),
    ...(hold && { status: hold.status }),
    ...(optional && { optional: [...optional] }),
    ...(pictures.length > 0 && { pictures: pictures.map(pictureJson) }),
    body: body.map(blockJson),
  };
}

function pictureJson({ file, caption, credit, alternative, focalPoint }: Picture) {
  return {
    ...(file && { file: file.path }),
    caption: richText(caption),
    credit: richText(credit),
    ...(alternative !== undefined && { alternative }),
    ...(focalPoint && { focalPoint }),
  };
}

function blockJson(block: Block): JsonBlock {
  switch (block.kind) {
    case "paragraph":
      return paragraphJson(block.text);
    case "crosshead":
      return { kind: "crosshead", text: richText(block.text), ...optionalJson(block) };
    case "quotation": {
      const { text, attribution } = block;
      const by = attribution && { attribution: richText(attribution) };
      return { kind: "quotation", text: richText(text), ...by, ...optionalJson(block) };
    }
    case "list":
      return listJson(block);
    case "table":
      return tableJson(block);
    case "box": {
      const title = block.title && { title: richText(block.title) };
      return { kind: "box", ...title, blocks: block.blocks.map(boxBlockJson), ...optionalJson(block) };
    }
  }
}

function boxBlockJson(block: BoxBlock) {
  if (block.kind === "list") return listJson(block);
  return block.kind === "table" ? tableJson(block) : paragraphJson(block.text);
}

function paragraphJson(copy: Copy) {
  const text = richText(copy);
  return typeof text === "string" ? text : { kind: "paragraph" as const, text };
}

function listJson(list: List) {
  return { kind: "list" as const, ordered: list.ordered, items: list.items.map(richText), ...optionalJson(list) };
}

function tableJson(table: Table) {
  return {
    kind: "table" as const,
    ...(table.title && { title: richText(table.title) }),
    ...(table.header && { header: table.header.map(richText) }),
    rows: table.rows.map((row) => row.map(richText)),
    ...optionalJson(table),
  };
}

function optionalJson({ optional }: MayBeLeftOut): MayBeLeftOut {
  return optional === true ? { optional } : {};
}

/** Text where it is plain, else its stretches, each with the emphasis that it has. */
function richText({ text, marks }: Copy): RichText {
  if (marks.length === 0) return text;
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((start, index) => {
    const own = marks.filter((mark) => mark.start <= start && start < mark.end).map(({ kind }) => kind);
    const stretch = text.slice(start, edges[index + 1]);
    if (own.length === 0) return stretch;
    return {
      text: stretch,
      ...(own.includes("emphasis") && { emphasis: true }),
      ...(own.includes("strong") && { strong: true }),
    };
  });
}
