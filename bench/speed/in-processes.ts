import { openTypst, versionOf } from "../peers/typst-binding.ts";
import { FONTS } from "./design.ts";
import { inTurn, median, ratio, run, type Run } from "./runs.ts";
import { figure, table, times } from "./table.ts";
import type { Found } from "./task.ts";

const TEMPLATE = "a4-3";

interface Result extends Run {
  readonly found: Found;
}

/** Many articles in one document, ours and Typst's, each in a process of its own. */
export async function document(): Promise<string> {
  const count = 1000;
  const { results, missing } = await ask("document", count, 3);
  const head = [`${count} articles in one document, ${TEMPLATE}`, "s", "to ours", "processor s", "file MB", "peak MB"];
  const seconds = (of: readonly Result[] = []): number[] => of.map(({ found }) => found.seconds);
  const rows = [...results].map(([name, of]) => [
    name,
    figure(median(seconds(of)), 1),
    times(ratio(seconds(of), seconds(results.get(OURS)))),
    figure(median(of.map(({ found }) => found.work)), 1),
    figure(of[0]?.found.size, 1),
    figure(Math.max(...of.map(({ peak = NaN }) => peak))),
  ]);
  return [table(head, rows), ...missing].join("\n\n");
}

/** Memory over documents that are set one after the other and not kept. */
export async function memory(): Promise<string> {
  const count = 400;
  const { results, missing } = await ask("memory", count, 1);
  const head = [
    `MB resident after so many documents, ${TEMPLATE}`,
    ...[1, 2, 3, 4].map((n) => String((n * count) / 4)),
    "peak",
  ];
  const rows = [...results].map(([name, [one]]) => [
    name,
    ...(one?.found.memory ?? []).map((megabytes) => figure(megabytes)),
    figure(one?.peak),
  ]);
  return [table(head, rows), ...missing].join("\n\n");
}

const OURS = "Umbruch";

async function ask(task: string, count: number, rounds: number) {
  const one = (setter: string) => (): Result => {
    const ran = run(process.execPath, ["dist/bench-task.js", task, setter, TEMPLATE, String(count)]);
    return { ...ran, found: JSON.parse(ran.stdout) as Found };
  };
  const contestants = new Map([[OURS, one("ours")]]);
  const typst = await openTypst(FONTS);
  const missing = "missing" in typst ? [`Typst is not measured: ${typst.missing}`] : [];
  if (!("missing" in typst)) contestants.set(`Typst ${versionOf(typst.compiler)}`, one("typst"));
  return { results: await inTurn(contestants, rounds), missing };
}
