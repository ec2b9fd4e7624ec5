import { positionAt, type Copy } from "../base/index.ts";
import type { Article, Block, Picture } from "./article.ts";

/**
 * An article as an editor reads it back: each part with the line and column it came from, no-break spaces shown, and what
 * microtype altered.
 */
export function dumpArticle(article: Article): string {
  const { id, language, date, agency, rights, changes } = article;
  const head = [
    `article ${id}, ${language}${date === undefined ? "" : `, ${date}`}`,
    ...(agency === undefined ? [] : [`agency    ${agency}`]),
    ...(rights === undefined ? [] : [`rights    ${rights}`]),
  ];
  const parts = (["section", "kicker", "headline", "deck", "lead", "byline", "dateline"] as const).flatMap((name) => {
    const copy = article[name];
    return copy === undefined ? [] : [`${name.padEnd(9)} ${dumpCopy(copy)}`];
  });
  const blocks = article.body.flatMap((block, index) => ["", ...dumpBlock(block, index)]);
  const altered = changes.map(({ rule, from, to, sourceOffset }) => {
    const { line, column } = positionAt(article.source, sourceOffset);
    return `  ${line}:${column} ${rule}: ${shown(from)} → ${shown(to)}`;
  });
  const lines = [
    ...head,
    ...parts,
    ...article.pictures.flatMap(dumpPicture),
    ...blocks,
    "",
    `${changes.length} changes by microtype`,
  ];
  return `${[...lines, ...altered].join("\n")}\n`;
}

function dumpPicture({ file, caption, credit, alternative, focalPoint }: Picture, index: number): string[] {
  return [
    "",
    `picture ${index + 1} ${file ? file.path : "to come"}`,
    `  caption ${dumpCopy(caption)}`,
    `  credit  ${dumpCopy(credit)}`,
    ...(alternative === undefined ? [] : [`  shows   ${alternative}`]),
    ...(focalPoint === undefined ? [] : [`  focus   ${focalPoint.x} ${focalPoint.y}`]),
  ];
}

function dumpBlock(block: Block, index: number): string[] {
  const name = `block ${index + 1} ${block.kind}`;
  switch (block.kind) {
    case "paragraph":
    case "crosshead":
      return [name, `  ${dumpCopy(block.text)}`];
    case "quotation":
      return [name, `  ${dumpCopy(block.text)}`, ...(block.attribution ? [`  by ${dumpCopy(block.attribution)}`] : [])];
    case "list":
      return [name, ...dumpItems(block.items, block.ordered)];
    case "box":
      return [
        name,
        ...(block.title ? [`  title ${dumpCopy(block.title)}`] : []),
        ...block.blocks.flatMap((part) =>
          part.kind === "list" ? dumpItems(part.items, part.ordered) : [`  ${dumpCopy(part.text)}`],
        ),
      ];
  }
}

function dumpItems(items: readonly Copy[], ordered: boolean): string[] {
  return items.map((item, index) => `  ${ordered ? `${index + 1}.` : "•"} ${dumpCopy(item)}`);
}

function dumpCopy(copy: Copy): string {
  const { line, column } = positionAt(copy.source, copy.origins[0] ?? 0);
  const marks = copy.marks.map(({ kind, start, end }) => ` [${kind}: ${copy.text.slice(start, end)}]`).join("");
  return `${line}:${column} ${shown(copy.text)}${marks}`;
}

function shown(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("\u00A0", "⍽").replaceAll("\u202F", "⎵");
}
