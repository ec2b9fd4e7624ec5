import { join } from "node:path";
import { cannotWrite } from "../cannot-write.ts";
import { report, type Diagnostic } from "../../base/index.ts";
import type { Sheet } from "../../condition/index.ts";
import { gather, type Gathering, type GatheringOrder, type MadeUp, type World } from "../../pipeline.ts";
import { EXIT } from "../exit-codes.ts";
import {
  setArticle,
  unique,
  type Deliver,
  type Delivery,
  type Drafted,
  type RunOrder,
  type RunResult,
} from "../run.ts";
import { writeWhole } from "../workspace.ts";
import { NOT_IN_ONE_FILE } from "./findings.ts";

/** A file of several articles for each purpose, which is written when all are in. */
interface OneFile {
  /** Sets an article and puts its pages in, numbered on from those before. */
  readonly set: (article: string) => Promise<Drafted>;
  /** Writes the files; gives what became of each. */
  readonly close: () => readonly RunResult[];
}

type Purpose = GatheringOrder["purpose"];

/** A purpose's file, and how much is in it. */
interface Volume {
  readonly path: string;
  readonly gathering: Gathering;
  articles: number;
  pages: number;
}

/** Why a delivery's articles cannot be gathered; undefined when they can. */
export function notInOneFile({ purposes }: Delivery): Diagnostic | undefined {
  const others = purposes.filter((purpose) => !isGathered(purpose));
  const message = `a file for ${others.join(" or ")} holds one article`;
  return others.length > 0 ? report(NOT_IN_ONE_FILE, message) : undefined;
}

function isGathered(purpose: string): purpose is Purpose {
  return purpose === "press" || purpose === "screen";
}

/** Opens the files that a delivery's articles are gathered in, called `name`. */
export function openOneFile(world: World, order: RunOrder & { readonly delivery: Delivery }, name: string): OneFile {
  const volumes = new Map<Purpose, Volume>();
  const volumeFor = (purpose: Purpose, { press }: MadeUp): Volume => {
    const known = volumes.get(purpose) ?? openVolume(world, order.delivery, press.condition.sheet, purpose, name);
    volumes.set(purpose, known);
    return known;
  };
  let folio = order.folio ?? 1;
  const deliver: Deliver = async (_, madeUp, { purposes }) => {
    const diagnostics: Diagnostic[] = [];
    for (const purpose of purposes.filter(isGathered)) {
      const volume = volumeFor(purpose, madeUp);
      diagnostics.push(...(await volume.gathering.add(madeUp)));
      volume.articles++;
      volume.pages += madeUp.pages.length;
    }
    folio += madeUp.pages.length;
    return { drafts: [], code: EXIT.done, diagnostics: unique(diagnostics) };
  };
  return {
    set: (article) => setArticle(world, article, { ...order, folio }, deliver),
    close: () => [...volumes.values()].map((volume) => write(volume, order.template)),
  };
}

function openVolume(world: World, delivery: Delivery, sheet: Sheet, purpose: Purpose, name: string): Volume {
  const { out, title = name, date, version } = delivery;
  const file = `${name}.${purpose}.pdf`;
  const order = {
    purpose,
    title,
    version,
    file,
    ...(date !== undefined && { date }),
    ...(delivery.sheet && { sheet: { ...sheet, ...delivery.sheet } }),
  };
  return { path: join(out, file), gathering: gather(world, order), articles: 0, pages: 0 };
}

function write({ path, gathering, articles, pages }: Volume, template: string): RunResult {
  const { value, diagnostics } = gathering.finish();
  const facts = { article: path, template, gathered: { articles, pages } };
  try {
    if (value !== undefined) writeWhole(path, value);
    return { report: { ...facts, outputs: [path], diagnostics }, code: EXIT.done };
  } catch (error) {
    const all = [...diagnostics, cannotWrite(path, error)];
    return { report: { ...facts, outputs: [], diagnostics: all }, code: EXIT.output };
  }
}
