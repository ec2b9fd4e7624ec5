import { dumpLine } from "../galley/index.ts";
import type { Slug } from "./slug.ts";

/**
 * The set body before it is made up, as a typesetter reads a galley: block after block its lines, each with the rows it
 * takes and, where a column must not or had better not begin, what that would cost.
 */
export function dumpSlugs(slugs: readonly Slug[]): string {
  return `${slugs.flatMap((slug, index) => dumpSlug(slug, slugs[index - 1])).join("\n")}\n`;
}

function dumpSlug(slug: Slug, before: Slug | undefined): string[] {
  const begins = before?.block !== slug.block || before.role !== slug.role;
  const name = slug.block < 0 ? slug.role : `${slug.role}, block ${slug.block + 1}`;
  const head = begins ? [...(before ? [""] : []), name] : [];
  const rows =
    slug.rows === 1 ? "" : `  ${slug.rows} rows${slug.spaceAbove > 0 ? `, ${slug.spaceAbove} of them space` : ""}`;
  const cost = slug.breakBefore > 0 ? `  break before: ${slug.breakBefore}` : "";
  const [first, ...rest] = slug.lines;
  const lines = [
    ...(first ? [`  ${dumpLine(first.line)}${rows}${cost}`] : []),
    ...rest.map(({ line }) => `  ${dumpLine(line)}`),
  ];
  return [...head, ...lines];
}
