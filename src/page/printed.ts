import type { Article } from "../article/index.ts";
import type { Copy } from "../base/index.ts";

/** Text that the page says and the article does not: it points to the section that it stands beside. */
export function printed({ section }: Article, text: string): Copy {
  const { source, origins } = section;
  return { source, text, origins: Array.from({ length: text.length + 1 }, () => origins[0] ?? 0), marks: [] };
}
