// One task in a process of its own, so that its memory is its own: TASK SETTER TEMPLATE COUNT. Prints what it found as JSON.
import { gather, makeUp } from "../../src/pipeline.ts";
import { openTypst } from "../peers/typst-binding.ts";
import { FONTS } from "./design.ts";
import { setOne, variedWorld } from "./ours.ts";
import { TYPST_STANDARD } from "./typst-page.ts";
import { typstArticle, typstDocument } from "./typst-pages.ts";
import { evicting } from "./warm-typst.ts";

const MB = 2 ** 20;

/** What is asked of a task: the setting alone, without the start of the process and without the sources. */
export interface Found {
  readonly seconds: number;
  /** Of the processors, without the kernel. */
  readonly work: number;
  /** Length of what was written, in MB. */
  readonly size?: number;
  /** Resident memory after each quarter, in MB. */
  readonly memory?: readonly number[];
}

const [task = "", setter = "", template = "", number = ""] = process.argv.slice(2);
const count = Number(number);

async function compiler() {
  const opened = await openTypst(FONTS);
  if ("missing" in opened) throw new Error(opened.missing);
  return opened.compiler;
}

async function timed(set: () => Promise<Omit<Found, "seconds" | "work">>): Promise<Found> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const found = await set();
  return { seconds: (performance.now() - start) / 1000, work: process.cpuUsage(before).user / 1e6, ...found };
}

/** Lets the loop turn, as the command does between articles: pdfkit lets go of nothing before. */
function turn(): Promise<void> {
  return new Promise(setImmediate);
}

/** All articles in one file. */
async function oneDocument(): Promise<Found> {
  if (setter === "typst") {
    const [typst, mainFileContent] = [await compiler(), typstDocument(template, count)];
    return timed(async () => ({ size: typst.pdf({ mainFileContent }, { pdfStandard: TYPST_STANDARD }).length / MB }));
  }
  const world = variedWorld(count);
  return timed(async () => {
    const file = gather(world, { purpose: "press", title: "Bench", date: "2025-02-09" });
    let folio = 1;
    for (let article = 0; article < count; article++) {
      const { value } = makeUp(world, { article: `${article}.txt`, template, folio });
      if (value === undefined) throw new Error(`article ${article} cannot be set`);
      await file.add(value);
      folio += value.pages.length;
      await turn();
    }
    return { size: (file.finish().value?.length ?? 0) / MB };
  });
}

/** One file after the other, none of them kept. */
async function oneByOne(): Promise<Found> {
  const world = variedWorld(count);
  const typst = setter === "typst" ? evicting(await compiler()) : undefined;
  return timed(async () => {
    const memory: number[] = [];
    for (let article = 0; article < count; article++) {
      if (typst) typst(typstArticle(template, article));
      else await setOne(world, `${article}.txt`, template);
      await turn();
      if ((article + 1) % (count / 4) === 0) memory.push(process.memoryUsage().rss / MB);
    }
    return { memory };
  });
}

console.log(JSON.stringify(task === "document" ? await oneDocument() : await oneByOne()));
