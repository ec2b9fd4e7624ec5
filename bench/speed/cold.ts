import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTypst, versionOf } from "../peers/typst-binding.ts";
import { bundledDesign, FONTS } from "./design.ts";
import { lualatexPage, missingLualatex } from "./lualatex-page.ts";
import { inTurn, median, ratio, run, type Run } from "./runs.ts";
import { storyOf } from "./story.ts";
import { figure, table, times } from "./table.ts";
import { TYPST_STANDARD, typstPage } from "./typst-page.ts";

const ARTICLE = "articles/nordkorea-atomare-aufruestung.txt";
const TEMPLATE = "a4-3";
const ROUNDS = 15;
const NODE = "bare node";
const OURS = `Umbruch, ${TEMPLATE}`;

/** The agency's article, one whole process from start to file, beside node that does nothing and the peers. */
export async function cold(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "cold-"));
  try {
    const { contestants, missing } = await contestantsIn(folder);
    // One round that nobody counts brings all files into the system's memory.
    await inTurn(contestants, 1);
    const runs = await inTurn(contestants, ROUNDS);
    const rows = [...runs].map(([name, of]) => rowOf(name, of, runs));
    const head = ["cold, one article, whole process", "ms", "to bare node", "to ours", "processor ms", "peak MB"];
    return [table(head, rows), ...missing].join("\n\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function contestantsIn(folder: string) {
  const template = bundledDesign(TEMPLATE);
  const story = storyOf(ARTICLE, readFileSync(ARTICLE), template.house);
  const set = (name: string) => () =>
    run(process.execPath, ["dist/umbruch.js", "set", ARTICLE, "--template", name, "--out", folder]);
  const contestants = new Map<string, () => Run>([
    [NODE, () => run(process.execPath, ["-e", "0"])],
    [OURS, set(TEMPLATE)],
    ["Umbruch, berliner-5", set("berliner-5")],
  ]);
  const missing: string[] = [];

  const typst = await openTypst(FONTS);
  const [source, out] = [join(folder, "peer.typ"), join(folder, "peer-typst.pdf")];
  writeFileSync(source, typstPage(template, [story]));
  if ("missing" in typst) missing.push(`Typst is not measured: ${typst.missing}`);
  else
    contestants.set(`Typst ${versionOf(typst.compiler)} through Node`, () =>
      run(process.execPath, ["dist/bench-typst-once.js", FONTS, source, TYPST_STANDARD, out]),
    );

  const why = missingLualatex();
  writeFileSync(join(folder, "peer.tex"), lualatexPage(template, story, FONTS));
  if (why !== undefined) missing.push(`LuaLaTeX is not measured: ${why}`);
  else
    contestants.set("LuaLaTeX + microtype", () =>
      run("lualatex", ["--interaction=nonstopmode", "--halt-on-error", "peer.tex"], folder),
    );
  return { contestants, missing };
}

function rowOf(name: string, runs: readonly Run[], all: ReadonlyMap<string, readonly Run[]>): string[] {
  const ms = (of: readonly Run[] = []): number[] => of.map((one) => one.ms);
  const work = runs.reduce((sum, one) => sum + (one.work ?? NaN), 0) / runs.length;
  return [
    name,
    figure(median(ms(runs))),
    times(ratio(ms(runs), ms(all.get(NODE)))),
    times(ratio(ms(runs), ms(all.get(OURS)))),
    figure(work),
    figure(Math.max(...runs.map(({ peak = NaN }) => peak))),
  ];
}
