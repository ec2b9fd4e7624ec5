import { positionAt, type Copy, type Mark } from "../base/index.ts";
import type { Article, Block, Picture } from "./article.ts";

/**
 * An article as text that an editor can read: every field and block with the line and column it came from, then
 * what microtype changed. No-break spaces show as ⍽, narrow ones as ⎵; _ and *
 * stand around emphasis.
 */
export function dumpArticle(article: Article): string {
  const fields = (["section", "kicker", "headline", "deck", "byline", "dateline", "lead", "sources"] as const).flatMap(
    (name) => {
      const copy = article[name];
      return copy === undefined ? [] : [entry(copy, name)];
    },
  );
  const metadata = (
    ["language", "date", "agency", "rights", "usage", "identifier", "version", "keywords"] as const
  ).flatMap((name) => {
    const value = article[name];
    return value === undefined ? [] : [row("", name, value)];
  });
  const { embargo, hold } = article;
  const release = [
    ...(embargo ? [row(placeText(embargo.at), "embargo", embargo.until ?? "(without an end that can be read)")] : []),
    ...(hold ? [row(placeText(hold.at), "status", hold.status)] : []),
  ];
  return [
    `${article.id} (${article.source.name})`,
    "",
    ...metadata,
    ...release,
    ...fields,
    "",
    ...article.pictures.flatMap(pictureRows),
    ...article.body.flatMap((block) => blockRows(block, "")),
    "",
    ...changeRows(article),
    "",
  ].join("\n");
}

function pictureRows(picture: Picture, index: number): readonly string[] {
  const { file, caption, credit, alternative, focalPoint } = picture;
  return [
    file ? row(placeText(file.at), `picture ${index + 1}`, file.path) : row("", `picture ${index + 1}`, "(to come)"),
    entry(caption, "  caption"),
    entry(credit, "  credit"),
    ...(alternative === undefined ? [] : [row("", "  alternative", visible(alternative))]),
    ...(focalPoint === undefined ? [] : [row("", "  focal point", `${focalPoint.x} ${focalPoint.y}`)]),
    "",
  ];
}

function blockRows(block: Block, indent: string): readonly string[] {
  const rows = rowsOf(block, indent);
  return "optional" in block && block.optional === true ? [row("", `${indent}optional`, ""), ...rows] : rows;
}

function rowsOf(block: Block, indent: string): readonly string[] {
  switch (block.kind) {
    case "quotation":
      return [
        entry(block.text, `${indent}quotation`),
        ...(block.attribution ? [entry(block.attribution, `${indent}  said by`)] : []),
      ];
    case "list":
      return block.items.map((item, index) =>
        entry(item, `${indent}${block.ordered ? `item ${index + 1}.` : "item •"}`),
      );
    case "box":
      return [
        block.title ? entry(block.title, `${indent}box`) : row("", `${indent}box`, "(no title)"),
        ...block.blocks.flatMap((inner) => blockRows(inner, `${indent}  `)),
      ];
    case "table":
      return [
        block.title ? entry(block.title, `${indent}table`) : row("", `${indent}table`, "(no title)"),
        ...(block.header ? [cellRow(block.header, `${indent}  header`)] : []),
        ...block.rows.map((cells) => cellRow(cells, `${indent}  row`)),
      ];
    default:
      return [entry(block.text, `${indent}${block.kind}`)];
  }
}

function cellRow(cells: readonly Copy[], name: string): string {
  const [first] = cells;
  return row(first ? placeText(first) : "", name, cells.map((cell) => visible(withMarks(cell))).join(" | "));
}

function changeRows({ changes, source }: Article): readonly string[] {
  const rows = changes.map(({ rule, from, to, sourceOffset }) => {
    const { line, column } = positionAt(source, sourceOffset);
    return row(`${line}:${column}`, rule, `${visible(from)} → ${visible(to)}`);
  });
  return [`${changes.length} ${changes.length === 1 ? "change" : "changes"} by microtype`, ...rows];
}

function entry(copy: Copy, name: string): string {
  return row(placeText(copy), name, copy.text === "" ? "(none)" : visible(withMarks(copy)));
}

function row(place: string, name: string, text: string): string {
  return `${place.padStart(8)}  ${name.padEnd(14)} ${text}`;
}

function placeText(copy: Copy): string {
  const { line, column } = positionAt(copy.source, copy.origins[0] ?? 0);
  return `${line}:${column}`;
}

function visible(text: string): string {
  return text.replaceAll("\u00A0", "⍽").replaceAll("\u202F", "⎵").replaceAll("\n", "↵");
}

function withMarks({ text, marks }: Copy): string {
  const signsAt = (offset: number): string =>
    [...marks.filter(({ end }) => end === offset).toReversed(), ...marks.filter(({ start }) => start === offset)]
      .map(signOf)
      .join("");
  const characters = Array.from({ length: text.length + 1 }, (_, offset) => signsAt(offset) + text.charAt(offset));
  return marks.length === 0 ? text : characters.join("");
}

function signOf({ kind }: Mark): string {
  return kind === "emphasis" ? "_" : "*";
}
