import { openTypst, type OpenedTypst } from "../peers/typst-binding.ts";
import { openWorld, type World } from "../../src/index.ts";
import { FONTS } from "./design.ts";
import { setOne, variedWorld } from "./ours.ts";
import { inTurn, median, ratio } from "./runs.ts";
import { figure, table, times, UNKNOWN } from "./table.ts";
import { typstArticle } from "./typst-pages.ts";
import { evicting } from "./warm-typst.ts";

/** Articles that warm a setter up, and then those of each round. */
const WARMING = 200;
const EACH = 20;
const ROUNDS = 7;
/** No template has articles that another had: their words would be known. */
const ON_A_TEMPLATE = WARMING + ROUNDS * EACH;

/** What a stretch of articles took, in milliseconds each: by the clock, and of the processor without the kernel. */
interface Stretch {
  readonly clock: number;
  readonly work: number;
}

/** Distinct articles in one process that has been running for a while, on every template; Typst's beside them in the same process. */
export async function warm(): Promise<string> {
  const { templates } = openWorld();
  const world = variedWorld(templates.length * ON_A_TEMPLATE);
  const typst = await openTypst(FONTS);
  const rows: string[][] = [];
  for (const [index, template] of templates.entries())
    rows.push(await rowOf({ world, typst, template, first: index * ON_A_TEMPLATE }));
  const head = [
    `warm, ${ROUNDS} × ${EACH} distinct articles`,
    "ours/s",
    "Typst/s",
    "Typst to ours",
    "ours, processor ms",
    "Typst, processor ms",
  ];
  return table(head, rows) + ("missing" in typst ? `\n\nTypst is not measured: ${typst.missing}` : "");
}

interface Row {
  readonly world: World;
  readonly typst: OpenedTypst;
  readonly template: string;
  /** The number of its first article. */
  readonly first: number;
}

async function rowOf({ world, typst, template, first }: Row): Promise<string[]> {
  const contestants = new Map([["ours", stretches((number) => setOne(world, `${first + number}.txt`, template))]]);
  if (!("missing" in typst)) contestants.set("Typst", stretches(typstSetter(typst, template, first)));
  const results = await inTurn(contestants, ROUNDS);
  const [ours = [], peers = []] = [results.get("ours"), results.get("Typst")];
  const clock = (of: readonly Stretch[]): number[] => of.map((one) => one.clock);
  const work = (of: readonly Stretch[]): number => median(of.map((one) => one.work));
  const rate = (of: readonly Stretch[]): string => figure(1000 / median(clock(of)), 1);
  const compared = peers.length > 0 ? times(ratio(clock(peers), clock(ours))) : UNKNOWN;
  return [template, rate(ours), rate(peers), compared, figure(work(ours), 1), figure(work(peers), 1)];
}

/** Sets stretch after stretch; the first call sets those before that warm up, too. */
function stretches(set: (number: number) => number | Promise<number>): () => Promise<Stretch> {
  let next = 0;
  const some = async (count: number): Promise<void> => {
    for (const end = next + count; next < end; next++) if ((await set(next)) === 0) throw new Error("nothing was set");
  };
  return async () => {
    if (next === 0) await some(WARMING);
    const [start, before] = [performance.now(), process.cpuUsage()];
    await some(EACH);
    return { clock: (performance.now() - start) / EACH, work: process.cpuUsage(before).user / 1000 / EACH };
  };
}

function typstSetter({ compiler }: Extract<OpenedTypst, { compiler: unknown }>, template: string, first: number) {
  // Beforehand: reading and cleaning the copy is our work here, and no part of Typst's time.
  const sources = Array.from({ length: ON_A_TEMPLATE }, (_, number) => typstArticle(template, first + number));
  const compile = evicting(compiler);
  return (number: number): number => compile(sources[number] ?? "");
}
