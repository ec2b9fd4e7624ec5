import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { watchArticles, type SetAgain, type WatchOrder } from "../../../../src/app/watch/watch-articles.ts";
import { openWorld } from "../../../../src/app/workspace.ts";
import { projectPath } from "../../../support/desk.ts";

const root = mkdtempSync(join(tmpdir(), "umbruch-watch-"));
let watches: AbortController[] = [];
afterEach(() => {
  for (const watch of watches) watch.abort();
  watches = [];
});
afterAll(() => rmSync(root, { recursive: true }));

const PATIENCE = 60_000;
const copy = (headline: string): string =>
  `Innenpolitik\n\n${headline}\n\nEin Absatz, der kurz ist und sich setzen lässt.\n`;
const WITH_PICTURE = `Innenpolitik\n\nEin Bild\n\nWas man sieht\nDatei: bild.jpg\nBildbeschreibung: Eine Rakete\n© APA\n\nEin Absatz, der kurz ist.\n`;

/** A watch over files of a folder of its own; `next` waits until an article has been set. */
function watching(name: string, files: Readonly<Record<string, string>>, more: Partial<WatchOrder> = {}) {
  const folder = join(root, name);
  mkdirSync(folder);
  const path = (file: string): string => join(folder, file);
  const save = (file: string, text: string): void => writeFileSync(path(file), text);
  for (const [file, text] of Object.entries(files)) save(file, text);
  const proof = { format: "svg" as const, ppi: 40 };
  const order: WatchOrder = {
    articles: [path("kim.txt")],
    template: "clip",
    rights: () => ({ now: { kind: "day", day: "2026-11-28" }, ignoreEmbargo: false }),
    delivery: { out: join(folder, "out"), purposes: ["proof"], version: 1, proof },
    ...more,
  };
  const stop = new AbortController();
  watches.push(stop);
  const sets = watchArticles(openWorld(), order, stop.signal);
  const next = async (): Promise<SetAgain> => {
    const { value } = (await sets.next()) as IteratorResult<SetAgain, undefined>;
    if (value === undefined) throw new Error("the watch has ended");
    return value;
  };
  const drawn = (): string => readFileSync(path("out/kim.proof.svg"), "utf8");
  return { path, save, next, drawn, stop, sets };
}

/** The sets of a watch until one is as wanted: a save may be seen in two steps. */
async function until(next: () => Promise<SetAgain>, wanted: (again: SetAgain) => boolean): Promise<SetAgain> {
  for (;;) {
    const again = await next();
    if (wanted(again)) return again;
  }
}

const codes = ({ report }: SetAgain): string[] => report.diagnostics.map(({ code }) => code);

describe("a watch", { timeout: PATIENCE }, () => {
  it("of a folder without articles waits for the first", async () => {
    const folder = join(root, "comes");
    const { next, save, drawn } = watching("comes", {}, { articles: [folder] });
    setTimeout(() => save("kim.txt", copy("Eine Überschrift")), 50);
    await next();
    expect(drawn()).toContain("<svg");
  });

  it("sets at once, and again when the article is saved", async () => {
    const { next, save, drawn } = watching("saves", { "kim.txt": copy("Eine Überschrift") });
    await next();
    const before = drawn();
    setTimeout(() => save("kim.txt", copy("Eine ganz andere Überschrift")), 50);
    await until(next, () => drawn() !== before);
  });

  it("sees what editors do: write another file and rename it", async () => {
    const { next, save, path, drawn } = watching("renames", { "kim.txt": copy("Eine Überschrift") });
    await next();
    const before = drawn();
    setTimeout(() => {
      save(".kim.txt.swp", copy("Neu geschrieben"));
      renameSync(path(".kim.txt.swp"), path("kim.txt"));
    }, 50);
    await until(next, () => drawn() !== before);
  });

  it("keeps the last proof while the article cannot be set, and goes on when it can", async () => {
    const { next, save, drawn } = watching("broken", { "kim.txt": copy("Eine Überschrift") });
    await next();
    const before = drawn();
    setTimeout(() => save("kim.txt", ""), 50);
    const broken = await until(next, ({ report }) => report.tally === undefined);
    expect(broken.report.outputs).toEqual([]);
    expect(drawn()).toBe(before);
    setTimeout(() => save("kim.txt", copy("Wieder da")), 50);
    await until(next, ({ report }) => report.tally !== undefined);
    expect(drawn()).not.toBe(before);
  });

  it("follows the template, those that it extends, and what is wrong with them", async () => {
    const own = (size: string): string =>
      JSON.stringify({ extends: "clip", name: "eltern", title: "E", styles: { body: { size } } });
    const child = JSON.stringify({ extends: "eltern.json", name: "kind", title: "K" });
    const files = { "kim.txt": copy("Eine Überschrift"), "eltern.json": own("9.2pt"), "kind.json": child };
    const { next, save, drawn } = watching("templates", files, { template: join(root, "templates", "kind.json") });
    await next();
    const before = drawn();
    setTimeout(() => save("eltern.json", own("8pt")), 50);
    await until(next, () => drawn() !== before);
    setTimeout(() => save("eltern.json", "{ half writ"), 50);
    expect(codes(await until(next, ({ report }) => report.tally === undefined)).length).toBeGreaterThan(0);
  });

  it("sees a picture come that was missing", async () => {
    const { next, path, drawn } = watching("pictures", { "kim.txt": WITH_PICTURE });
    expect(codes(await next())).toContain("picture/missing");
    setTimeout(() => copyFileSync(projectPath("articles/pictures/rocket.jpg"), path("bild.jpg")), 50);
    const there = await until(next, (again) => !codes(again).includes("picture/missing") && drawn().includes("<image"));
    expect(there.report.outputs).toHaveLength(1);
  });

  it("sets only the article that is touched, and one that comes into a watched folder", async () => {
    const folder = join(root, "folder");
    const files = { "kim.txt": copy("Kim"), "lee.txt": copy("Lee") };
    const { next, save } = watching("folder", files, { articles: [folder] });
    expect([await next(), await next()].map(({ report }) => report.article)).toEqual([
      join(folder, "kim.txt"),
      join(folder, "lee.txt"),
    ]);
    setTimeout(() => save("lee.txt", copy("Lee, geändert")), 50);
    expect((await next()).report.article).toBe(join(folder, "lee.txt"));
    setTimeout(() => save("neu.txt", copy("Neu")), 50);
    await until(next, ({ report }) => report.article === join(folder, "neu.txt"));
  });

  it("judges an embargo each time by the moment that it is then", async () => {
    let milliseconds = Date.parse("2026-11-28T08:00Z");
    const rights = () => ({ now: { kind: "moment" as const, milliseconds }, ignoreEmbargo: false });
    const held = copy("Eine Überschrift").replace("\n\nEin Abs", "\n\nSperrfrist: 2026-11-28T09:00Z\n\nEin Abs");
    const { next, save, path } = watching("embargo", { "kim.txt": held }, { rights });
    expect(codes(await next())).toContain("app/embargo");
    expect(existsSync(path("out/kim.proof.svg"))).toBe(false);
    milliseconds = Date.parse("2026-11-28T09:00Z");
    setTimeout(() => save("kim.txt", held), 50);
    const free = await until(next, (again) => !codes(again).includes("app/embargo"));
    expect(free.report.outputs).toEqual([path("out/kim.proof.svg")]);
  });

  it("ends when it is told to, whether it waits or not", async () => {
    const { next, stop, sets, path } = watching("ends", { "kim.txt": copy("Eine Überschrift") });
    await next();
    setTimeout(() => stop.abort(), 50);
    expect((await sets.next()).done).toBe(true);
    expect(existsSync(path("out/kim.proof.svg"))).toBe(true);
  });
});
