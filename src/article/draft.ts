import type { Copy, JsonPath } from "../base/index.ts";
import type { Block, BoxBlock, List, MayBeLeftOut, Table } from "./article.ts";
import { joinCopy, markCopy } from "./join-copy.ts";
import { FIELD_NAMES, type Manuscript, type ManuscriptPicture } from "./manuscript.ts";
import type { JsonArticle, JsonBlock, JsonFields, RichText } from "./schema.ts";
import type { Tree } from "./tree.ts";

/** The single fields of a checked JSON text or front matter, as copy. */
export function draftFields(tree: Tree, value: JsonFields): Manuscript["fields"] {
  return Object.fromEntries(
    FIELD_NAMES.flatMap((name) => {
      const field = value[name];
      return field === undefined ? [] : [[name, richCopy(tree, [name], field)] as const];
    }),
  );
}

/** Its pictures, as copy. */
export function draftPictures(tree: Tree, value: JsonFields): readonly ManuscriptPicture[] {
  return (value.pictures ?? []).map((picture, index) => {
    const at = (key: string): JsonPath => ["pictures", index, key];
    return {
      at: tree.offsetAt(["pictures", index]),
      ...(picture.file !== undefined && { file: tree.copyAt(at("file")) }),
      ...(picture.caption !== undefined && { caption: richCopy(tree, at("caption"), picture.caption) }),
      ...(picture.credit !== undefined && { credit: richCopy(tree, at("credit"), picture.credit) }),
      ...(picture.alternative !== undefined && { alternative: tree.copyAt(at("alternative")) }),
      ...(picture.focalPoint !== undefined && { focalPoint: picture.focalPoint }),
    };
  });
}

/** The body of a checked JSON text, as copy. */
export function draftBody(tree: Tree, value: JsonArticle): readonly Block[] {
  return (value.body ?? []).map((block, index) => draftBlock(tree, ["body", index], block));
}

function draftBlock(tree: Tree, path: JsonPath, block: JsonBlock): Block {
  if (typeof block === "string") return { kind: "paragraph", text: tree.copyAt(path) };
  switch (block.kind) {
    case "paragraph":
    case "crosshead":
      return {
        kind: block.kind,
        text: richCopy(tree, [...path, "text"], block.text),
        ...(block.kind === "crosshead" && optional(block)),
      };
    case "quotation":
      return {
        kind: "quotation",
        text: richCopy(tree, [...path, "text"], block.text),
        ...(block.attribution !== undefined && {
          attribution: richCopy(tree, [...path, "attribution"], block.attribution),
        }),
        ...optional(block),
      };
    case "list":
      return draftList(tree, path, block);
    case "table":
      return draftTable(tree, path, block);
    case "box":
      return {
        kind: "box",
        ...(block.title !== undefined && { title: richCopy(tree, [...path, "title"], block.title) }),
        blocks: block.blocks.map((inner, index) => draftBoxBlock(tree, [...path, "blocks", index], inner)),
        ...optional(block),
      };
  }
}

type JsonBoxBlock = Extract<JsonBlock, { kind: "box" }>["blocks"][number];

function draftBoxBlock(tree: Tree, path: JsonPath, block: JsonBoxBlock): BoxBlock {
  if (typeof block === "string") return { kind: "paragraph", text: tree.copyAt(path) };
  if (block.kind === "list") return draftList(tree, path, block);
  if (block.kind === "table") return draftTable(tree, path, block);
  return { kind: "paragraph", text: richCopy(tree, [...path, "text"], block.text) };
}

function draftList(tree: Tree, path: JsonPath, list: Extract<JsonBlock, { kind: "list" }>): List {
  return {
    kind: "list",
    ordered: list.ordered ?? false,
    items: list.items.map((item, index) => richCopy(tree, [...path, "items", index], item)),
    ...optional(list),
  };
}

function draftTable(tree: Tree, path: JsonPath, table: Extract<JsonBlock, { kind: "table" }>): Table {
  const cells = (at: JsonPath, row: readonly RichText[]): readonly Copy[] =>
    // A row of no cells has one that is empty, so that there is a place to speak of.
    row.length === 0 ? [tree.copyAt(at)] : row.map((cell, index) => richCopy(tree, [...at, index], cell));
  return {
    kind: "table",
    ...(table.title !== undefined && { title: richCopy(tree, [...path, "title"], table.title) }),
    ...(table.header !== undefined && { header: cells([...path, "header"], table.header) }),
    rows: table.rows.map((row, index) => cells([...path, "rows", index], row)),
    ...optional(table),
  };
}

function optional(block: { readonly optional?: true | undefined }): MayBeLeftOut {
  return block.optional === true ? { optional: true } : {};
}

function richCopy(tree: Tree, path: JsonPath, value: RichText): Copy {
  if (typeof value === "string") return tree.copyAt(path);
  const pieces = value.map((run, index) => {
    if (typeof run === "string") return tree.copyAt([...path, index]);
    const copy = tree.copyAt([...path, index, "text"]);
    const emphasised = run.emphasis === true ? markCopy(copy, "emphasis") : copy;
    return run.strong === true ? markCopy(emphasised, "strong") : emphasised;
  });
  return joinCopy(tree.source, tree.offsetAt(path), pieces);
}
