import type { Copy } from "../base/index.ts";
import type { Block, BoxBlock, Table } from "./article.ts";
import type { CopyDesk } from "./copy-desk.ts";

const OPENING_QUOTE = /^\s*(?:["„“”»«›‹‚‘']|``)/;

/** The body with every text cleaned and microtyped; blocks that hold nothing after it are left out. */
export function setBody(desk: CopyDesk, body: readonly Block[]): readonly Block[] {
  return body.map((block, index) => setBlock(desk, block, body[index + 1])).filter(holdsText);
}

function setBlock(desk: CopyDesk, block: Block, next: Block | undefined): Block {
  switch (block.kind) {
    case "crosshead":
      return { ...block, text: desk.set(block.text) };
    case "quotation":
      return {
        ...block,
        text: desk.set(block.text),
        ...(block.attribution && { attribution: desk.set(block.attribution) }),
      };
    case "box":
      return {
        ...block,
        ...(block.title && { title: desk.set(block.title) }),
        blocks: block.blocks.map((inner, index) => setPart(desk, inner, block.blocks[index + 1])).filter(holdsText),
      };
    default:
      return setPart(desk, block, next);
  }
}

function setPart(desk: CopyDesk, block: BoxBlock, next: Block | undefined): BoxBlock {
  if (block.kind === "paragraph") return { ...block, text: desk.set(block.text, opensWithQuote(next)) };
  if (block.kind === "table") return setTable(desk, block);
  return { ...block, items: block.items.map((item) => desk.set(item)).filter(({ text }) => text !== "") };
}

/** Cell by cell; what holds no text in any cell, a row or the header, is left out. */
function setTable(desk: CopyDesk, { title, header, rows, ...table }: Table): Table {
  const set = (row: readonly Copy[]): readonly Copy[] => row.map((cell) => desk.set(cell));
  const isFilled = (row: readonly Copy[] | undefined): row is readonly Copy[] =>
    row !== undefined && row.some(({ text }) => text !== "");
  const [setTitle, setHeader] = [title && desk.set(title), header && set(header)];
  return {
    ...table,
    ...(setTitle && setTitle.text !== "" && { title: setTitle }),
    ...(isFilled(setHeader) && { header: setHeader }),
    rows: rows.map(set).filter(isFilled),
  };
}

function opensWithQuote(block: Block | undefined): boolean {
  return block?.kind === "paragraph" && OPENING_QUOTE.test(block.text.text);
}

function holdsText(block: Block): boolean {
  return textsOf(block).some(({ text }) => text !== "");
}

/** The texts of a block, in reading order. */
export function textsOf(block: Block): readonly Copy[] {
  switch (block.kind) {
    case "list":
      return block.items;
    case "quotation":
      return block.attribution ? [block.text, block.attribution] : [block.text];
    case "table":
      return [...(block.title ? [block.title] : []), ...(block.header ?? []), ...block.rows.flat()];
    case "box":
      return [...(block.title ? [block.title] : []), ...block.blocks.flatMap(textsOf)];
    default:
      return [block.text];
  }
}
