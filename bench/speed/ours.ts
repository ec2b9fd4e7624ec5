import { makeUp, openWorld, press, type World } from "../../src/index.ts";
import { variedArticle } from "../varied-articles.ts";

/** The world with so many articles in it that no two of them are alike: `0.txt`, `1.txt` … */
export function variedWorld(count: number): World {
  const articles = new Map(
    Array.from({ length: count }, (_, number) => [`${number}.txt`, new TextEncoder().encode(variedArticle(number))]),
  );
  const files = openWorld();
  return { ...files, read: (path) => articles.get(path) ?? files.read(path) };
}

/** Sets one article into a press file and gives its length in bytes. Throws when it cannot be set. */
export async function setOne(world: World, article: string, template: string): Promise<number> {
  const { value, diagnostics } = makeUp(world, { article, template });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return (await press(world, value)).value.length;
}
