import type { Copy, JsonPath } from "../base/index.ts";
import type { Block, List, Paragraph } from "./article.ts";
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
      return { kind: block.kind, text: richCopy(tree, [...path, "text"], block.text) };
    case "quotation":
      return {
        kind: "quotation",
        text: richCopy(tree, [...path, "text"], block.text),
        ...(block.attribution !== undefined && {
          attribution: richCopy(tree, [...path, "attribution"], block.attribution),
        }),
      };
    case "list":
      return draftList(tree, path, block);
    case "box":
      return {
        kind: "box",
        ...(block.title !== undefined && { title: richCopy(tree, [...path, "title"], block.title) }),
        blocks: block.blocks.map((inner, index) => draftBoxBlock(tree, [...path, "blocks", index], inner)),
      };
  }
}

type JsonBoxBlock = Extract<JsonBlock, { kind: "box" }>["blocks"][number];

function draftBoxBlock(tree: Tree, path: JsonPath, block: JsonBoxBlock): Paragraph | List {
  if (typeof block === "string") return { kind: "paragraph", text: tree.copyAt(path) };
  if (block.kind === "list") return draftList(tree, path, block);
  return { kind: "paragraph", text: richCopy(tree, [...path, "text"], block.text) };
}

function draftList(tree: Tree, path: JsonPath, list: Extract<JsonBlock, { kind: "list" }>): List {
  return {
    kind: "list",
    ordered: list.ordered ?? false,
    items: list.items.map((item, index) => richCopy(tree, [...path, "items", index], item)),
  };
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
