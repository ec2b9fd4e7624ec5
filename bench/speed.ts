// Prints three figures: the whole command on one article, cold, beside bare node; articles per second in one warm
// process; and how long microtype takes for paragraphs of 100, 1,000 and 10,000 words, which is to rise with the words.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyFrom } from "../src/base/index.ts";
import { makeUp, openWorld, press, type World } from "../src/index.ts";
import { defaultHouse, languageOf } from "../src/language/index.ts";
import { variedArticle } from "./varied-articles.ts";

const ARTICLE = "articles/nordkorea-atomare-aufruestung.txt";
const COLD_RUNS = 15;
const WARM_ARTICLES = 200;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Milliseconds of a whole process. */
function timeOf(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return performance.now() - start;
}

function cold(): void {
  const out = mkdtempSync(join(tmpdir(), "umbruch-"));
  const command = ["dist/umbruch.js", "set", ARTICLE, "--out", out];
  timeOf(command);
  // In turn, so that a machine that slows down slows both.
  const pairs = Array.from({ length: COLD_RUNS }, () => [timeOf(command), timeOf(["-e", "0"])] as const);
  const [whole, bare] = [median(pairs.map(([ms]) => ms)), median(pairs.map(([, ms]) => ms))];
  const ratio = median(pairs.map(([a, b]) => a / b));
  console.log(
    `cold, one article: ${whole.toFixed(0)} ms, bare node ${bare.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (medians of ${COLD_RUNS} pairs)`,
  );
  rmSync(out, { recursive: true });
}

async function warm(): Promise<void> {
  const articles = new Map(
    Array.from({ length: 2 * WARM_ARTICLES }, (_, i) => [`${i}.txt`, new TextEncoder().encode(variedArticle(i))]),
  );
  const files = openWorld();
  const world: World = { ...files, read: (path) => articles.get(path) ?? files.read(path) };
  for (const template of files.templates) {
    const rates: number[] = [];
    let processor = process.cpuUsage();
    // The first half warms the process up; the second is measured, and no word of it is new to nobody.
    for (const offset of [0, WARM_ARTICLES]) {
      const start = performance.now();
      processor = process.cpuUsage();
      let bytes = 0;
      for (let i = 0; i < WARM_ARTICLES; i++) bytes += await setOne(world, `${offset + i}.txt`, template);
      rates.push((WARM_ARTICLES * 1000) / (performance.now() - start));
      if (bytes === 0) throw new Error("nothing was set");
    }
    // What other programs do at the same time lengthens the clock's time, and the processor's hardly.
    const each = process.cpuUsage(processor).user / 1000 / WARM_ARTICLES;
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(
      `warm, ${template}: ${rates[1]?.toFixed(1)} articles/s over ${WARM_ARTICLES} (first ${WARM_ARTICLES}: ${rates[0]?.toFixed(1)}/s), ${each.toFixed(1)} ms of processor time each, ${memory} MB`,
    );
  }
}

async function setOne(world: World, article: string, template: string): Promise<number> {
  const { value, diagnostics } = makeUp(world, { article, template });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return (await press(world, value)).value.length;
}

function paragraphs(): void {
  const { microtype } = languageOf("de-AT");
  const words = Array.from({ length: 200 }, (_, i) => variedArticle(i)).flatMap((article) => article.split(/\s+/));
  const figures = [100, 1000, 10_000].map((count) => {
    const text = words.slice(0, count).join(" ");
    const copy = copyFrom({ name: "bench", text }, 0, text.length);
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      microtype(copy, defaultHouse);
      return performance.now() - start;
    });
    return `${count} words ${median(times).toFixed(1)} ms`;
  });
  console.log(`microtype of one paragraph: ${figures.join(", ")}`);
}

cold();
paragraphs();
await warm();
