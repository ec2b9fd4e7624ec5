import type {
  Blockquote,
  Heading,
  List as ListNode,
  Paragraph as ParagraphNode,
  RootContent,
  Table as TableNode,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { copyFrom, placeOf, report, type Copy, type Diagnostic, type Source } from "../../base/index.ts";
import type { Block, Box, BoxBlock, List, MayBeLeftOut, Paragraph, Quotation, Table } from "../article.ts";
import { draftFields, draftPictures } from "../draft.ts";
import { findings } from "../findings.ts";
import { joinCopy, linesOf } from "../join-copy.ts";
import type { ManuscriptPicture, Reading } from "../manuscript.ts";
import { isPictureBlock, readPictureBlock } from "../picture-block.ts";
import { readQuotation } from "../quotation.ts";
import { readFrontMatter } from "./front-matter.ts";
import { inlineCopy, nodeCopy } from "./markdown-inline.ts";
import { imagePicture } from "./markdown-image.ts";

/**
 * Reads an article in Markdown (CommonMark) with YAML front matter for section, kicker, deck, lead, byline, dateline,
 * date, language, agency, rights, and for headline and pictures where they are not in the text.
 *
 * - `# …` is the headline, `## …` a crosshead; `*…*` and `**…**` are emphasis, but "Kolleg*innen" stays as it is.
 * - `> …` is a quotation; a last line that begins with a dash says who spoke.
 * - `> ## Titel` with paragraphs and lists below it, all in the same block quote, is a box.
 * - `- …` and `1. …` are lists; a list of one number is the date or ordinal that a paragraph begins with.
 * - `![alternative](file)` begins a picture; the lines below it are caption and credit as in plain text, or the
 *   image's title holds them: `![alternative](file "Caption © Credit")`. A paragraph that ends with a credit line
 *   is a picture to come.
 * - `| … |` rows with a line of dashes are a table; a bold paragraph right above it is its title.
 * - `<!-- optional -->` above a crosshead, quotation, list, table or box says that it may be left out.
 *
 * What Markdown has and an article has not is read as the nearest part, and reported. Broken front matter gives no
 * manuscript.
 */
export function readMarkdown(source: Source): Reading {
  const front = readFrontMatter(source);
  if (front.diagnostics.length > 0) return { manuscript: undefined, diagnostics: front.diagnostics };
  // Blanking the front matter out leaves every offset of the text behind it as it is.
  const text = source.text.slice(0, front.end).replace(/[^\r\n]/g, " ") + source.text.slice(front.end);
  const reader = new MarkdownBody(source);
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  for (const node of tree.children) reader.read(node);
  const fields = draftFields(front.tree, front.fields);
  if (fields.headline !== undefined && reader.headline !== undefined) {
    reader.diagnostics.push(
      report(findings.duplicate, "the front matter has a headline too", placeOf(reader.headline)),
    );
  }
  const headline = fields.headline ?? reader.headline;
  const manuscript = {
    source,
    form: "markdown" as const,
    fields: { ...fields, ...(headline && { headline }) },
    optional: front.fields.optional ?? [],
    body: reader.body,
    pictures: [...draftPictures(front.tree, front.fields), ...reader.pictures],
  };
  return { manuscript, diagnostics: reader.diagnostics };
}

const OPTIONAL = /^<!--\s*optional\s*-->$/i;
const OPTIONAL_MARK: MayBeLeftOut = { optional: true };

/** Collects the parts of an article from the blocks of a Markdown text. */
class MarkdownBody {
  headline: Copy | undefined;
  readonly body: Block[] = [];
  readonly pictures: ManuscriptPicture[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;
  /** The mark that the next block may be left out. */
  #optional: Copy | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  read(node: RootContent): void {
    if (node.type === "html" && OPTIONAL.test(node.value)) {
      this.#optional = nodeCopy(this.#source, node);
      return;
    }
    const before = this.body.length;
    this.#readBlock(node);
    const mark = this.#optional;
    this.#optional = undefined;
    if (mark !== undefined) this.#mark(before, mark);
  }

  #mark(index: number, mark: Copy): void {
    const block = this.body[index];
    if (block === undefined || block.kind === "paragraph") {
      this.diagnostics.push(report(findings.notOptional, "what stands below cannot be left out", placeOf(mark)));
    } else this.body[index] = { ...block, ...OPTIONAL_MARK };
  }

  #readBlock(node: RootContent): void {
    switch (node.type) {
      case "heading":
        return this.#heading(node);
      case "paragraph":
        return this.#paragraph(node);
      case "blockquote":
        this.body.push(node.children[0]?.type === "heading" ? this.#box(node) : this.#quotation(node));
        return;
      case "list":
        this.body.push(...this.#list(node));
        return;
      case "table":
        this.body.push(this.#table(node, this.#titleAbove(this.body)));
        return;
      case "thematicBreak":
        return this.#simplified("a rule across the text was left out", nodeCopy(this.#source, node));
      default:
        this.body.push(...this.#asWritten(node));
    }
  }

  #heading(node: Heading): void {
    const text = this.#inline(node);
    if (node.depth === 1 && this.headline === undefined) {
      this.headline = text;
      return;
    }
    if (node.depth !== 2) this.#simplified("this heading was read as a crosshead (##)", text);
    this.body.push({ kind: "crosshead", text });
  }

  #paragraph(node: ParagraphNode): void {
    const image = imagePicture(this.#source, node, this.diagnostics);
    if (image !== undefined) {
      this.pictures.push(image);
      return;
    }
    const text = this.#inline(node);
    if (!isPictureBlock(linesOf(text))) {
      this.body.push({ kind: "paragraph", text });
      return;
    }
    const { picture, diagnostics } = readPictureBlock(this.#source, linesOf(text));
    this.pictures.push(picture);
    this.diagnostics.push(...diagnostics);
  }

  #quotation(node: Blockquote): Quotation {
    const paragraphs = node.children.flatMap((child) => this.#quotedLines(child));
    if (paragraphs.length > 2)
      this.#simplified("the parts of this quotation were joined", nodeCopy(this.#source, node));
    return readQuotation(this.#source, paragraphs.flat());
  }

  /** The lines of a part of a quotation; "- Name" at its end is a list to Markdown, but says who spoke. */
  #quotedLines(child: RootContent): readonly (readonly Copy[])[] {
    if (child.type === "paragraph") return [linesOf(this.#inline(child))];
    return this.#flat(child).map((copy) => [copy]);
  }

  #box(node: Blockquote): Box {
    const [heading, ...others] = node.children;
    const title = heading?.type === "heading" ? this.#inline(heading) : undefined;
    const blocks: BoxBlock[] = [];
    for (const child of others) blocks.push(...this.#boxBlock(child, blocks));
    return { kind: "box", ...(title && title.text !== "" && { title }), blocks };
  }

  #boxBlock(child: RootContent, before: BoxBlock[]): readonly BoxBlock[] {
    if (child.type === "paragraph") return [{ kind: "paragraph", text: this.#inline(child) }];
    if (child.type === "list") return this.#list(child);
    if (child.type === "table") return [this.#table(child, this.#titleAbove(before))];
    return this.#asWritten(child);
  }

  /** A paragraph that is strong from end to end titles the table below it: it is taken from the blocks before. */
  #titleAbove(blocks: Block[] | BoxBlock[]): Copy | undefined {
    const last = blocks.at(-1);
    if (last?.kind !== "paragraph") return undefined;
    const { text, marks } = last.text;
    const strong = marks.some(({ kind, start, end }) => kind === "strong" && start === 0 && end === text.length);
    if (!strong) return undefined;
    blocks.pop();
    return { ...last.text, marks: marks.filter(({ kind }) => kind !== "strong") };
  }

  #table(node: TableNode, title: Copy | undefined): Table {
    const rows = node.children.map(({ children }) =>
      children.map((cell) => inlineCopy(this.#source, cell, this.diagnostics)),
    );
    const [header, ...others] = rows;
    const isHead = header?.some(({ text }) => text !== "") === true;
    return { kind: "table", ...(title && { title }), ...(isHead && { header }), rows: others };
  }

  #list(node: ListNode): readonly (Paragraph | List)[] {
    const items = node.children.map((item) =>
      joinWithSpaces(
        this.#source,
        item.children.flatMap((part) => this.#flat(part)),
      ),
    );
    if (node.children.some((item) => item.children.length > 1)) {
      this.#simplified("the parts of a list item were joined", nodeCopy(this.#source, node));
    }
    const [first] = items;
    if (node.ordered !== true || items.length > 1 || first === undefined) {
      return [{ kind: "list", ordered: node.ordered ?? false, items }];
    }
    const at = node.position?.start.offset ?? 0;
    const text = joinCopy(this.#source, at, [copyFrom(this.#source, at, Math.max(at, first.origins[0] ?? at)), first]);
    const message = `"${text.text.slice(0, 20)}…" was read as a paragraph, not as a list of one`;
    this.diagnostics.push(report(findings.ambiguousList, message, placeOf(text)));
    return [{ kind: "paragraph", text }];
  }

  /** The text of any block without its structure: paragraphs as they are, all else as it is written. */
  #flat(node: RootContent): readonly Copy[] {
    if (node.type === "paragraph") return [this.#inline(node)];
    return [nodeCopy(this.#source, node)];
  }

  #asWritten(node: RootContent): readonly Paragraph[] {
    const text = nodeCopy(this.#source, node);
    if (node.type === "html" && /^<!--[\s\S]*-->$/.test(node.value.trim())) return [];
    this.diagnostics.push(
      report(findings.markup, "this is no part of an article and is printed as written", placeOf(text)),
    );
    return [{ kind: "paragraph", text }];
  }

  #inline(node: ParagraphNode | Heading): Copy {
    return inlineCopy(this.#source, node, this.diagnostics);
  }

  #simplified(message: string, copy: Copy): void {
    this.diagnostics.push(report(findings.simplified, message, placeOf(copy)));
  }
}

function joinWithSpaces(source: Source, parts: readonly Copy[]): Copy {
  const spaced = parts.flatMap((part, index) => {
    const at = part.origins[0] ?? 0;
    return index === 0 ? [part] : [{ source, text: " ", origins: [at, at], marks: [] }, part];
  });
  return joinCopy(source, parts[0]?.origins[0] ?? 0, spaced);
}
