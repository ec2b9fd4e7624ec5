import { copyFrom } from "../../src/base/index.ts";
import { defaultHouse, languageOf } from "../../src/language/index.ts";
import { variedArticle } from "../varied-articles.ts";
import { median } from "./runs.ts";
import { figure, table } from "./table.ts";

/** How long microtype takes for one paragraph of so many words, which is to rise with the words and no faster. */
export function paragraphs(): string {
  const { microtype } = languageOf("de-AT");
  const words = Array.from({ length: 200 }, (_, number) => variedArticle(number)).flatMap((text) => text.split(/\s+/));
  const rows = [100, 1000, 10_000].map((count) => {
    const text = words.slice(0, count).join(" ");
    const copy = copyFrom({ name: "bench", text }, 0, text.length);
    const spans = Array.from({ length: 5 }, () => {
      const start = performance.now();
      microtype(copy, defaultHouse);
      return performance.now() - start;
    });
    return [`${count} words`, figure(median(spans), 1)];
  });
  return table(["microtype of one paragraph", "ms"], rows);
}
