import { articleJson } from "../article/index.ts";
import { MANIFEST, type Manifest } from "../archive/index.ts";
import { locateJson, VERSION } from "../base/index.ts";
import type { Attachment } from "../render/pdf/index.ts";
import { DEFAULT_CONDITION, type Job, type MadeUp } from "./job.ts";
import { HERE, type World } from "./world.ts";

/**
 * All that a page was made from, as attachments: the agency's own file, byte for byte, its pictures, template and print condition
 * where they are not the engine's own, the article as data, and how it was ordered. What lies in folders keeps them,
 * from the deepest that all share.
 */
export function enclosures(world: World, madeUp: MadeUp, date: string | undefined): readonly Attachment[] {
  const { article, job } = madeUp;
  const pictures = article.pictures.flatMap(({ file }) => (file ? [world.resolve(job.article, file.path)] : []));
  const own = named("", [world.resolve(HERE, job.article), ...pictures]);
  const design = named(
    "_template/",
    chain(world, job.template, (name) => world.template(name)),
  );
  const shop = named("_condition/", [
    ...chain(world, job.condition ?? DEFAULT_CONDITION, (name) => world.condition(name)),
    ...ownProfile(world, madeUp),
  ]);
  const profile = named("_profile/", job.icc === undefined ? [] : [world.resolve(HERE, job.icc)]);
  const files = [...own, ...design, ...shop, ...profile].flatMap(({ path, name }) => {
    const bytes = world.read(path);
    return bytes ? [source(name, bytes)] : [];
  });
  const manifest = manifestOf(job, {
    article: own[0]?.name ?? "",
    ...(design[0] && { template: design[0].name }),
    ...(shop[0] && { condition: shop[0].name }),
    ...(profile[0] && { icc: profile[0].name }),
    ...(date !== undefined && { date }),
  });
  return [
    ...files,
    data(`${article.id}.article.json`, articleJson(article), "The article as data"),
    data(MANIFEST, manifest, "How the page was ordered"),
  ];
}

function manifestOf(job: Job, names: Partial<Manifest> & Pick<Manifest, "article">): Manifest {
  const { template, condition = DEFAULT_CONDITION, folio, space } = job;
  const ordered = space && Object.keys(space).length > 0;
  return {
    umbruch: VERSION,
    template,
    condition,
    ...names,
    ...(folio !== undefined && { folio }),
    ...(ordered && { space }),
  };
}

/** The profile of a condition of the user's, where it is not one of the engine's. */
function ownProfile(world: World, { job, press: { condition, profile } }: MadeUp): readonly string[] {
  const bundled = world.conditions.map((name) =>
    world.resolve(world.condition(name)?.path ?? HERE, condition.outputIntent.profile),
  );
  return job.icc !== undefined || bundled.includes(profile.path) ? [] : [profile.path];
}

type Bundled = (name: string) => { readonly path: string } | undefined;

/** Paths of data and of those that they extend, as far as they are not bundled. */
function chain(world: World, name: string, bundled: Bundled, from = HERE): readonly string[] {
  if (bundled(name) !== undefined) return [];
  const path = world.resolve(from, name);
  const json = locateJson({ name: path, text: new TextDecoder().decode(world.read(path) ?? new Uint8Array()) });
  const parent = "value" in json ? (json.value as { readonly extends?: unknown } | null)?.extends : undefined;
  return [path, ...(typeof parent === "string" ? chain(world, parent, bundled, path) : [])];
}

/** Names for files: their paths below the deepest folder that all of them share. */
function named(prefix: string, all: readonly string[]): readonly { readonly path: string; readonly name: string }[] {
  const paths = [...new Set(all)];
  const parts = paths.map((path) => path.split(/[/\\]/));
  const [first = []] = parts;
  let shared = 0;
  while (shared < first.length - 1 && parts.every((one) => one.length > shared + 1 && one[shared] === first[shared]))
    shared++;
  return paths.map((path, index) => ({ path, name: prefix + (parts[index] ?? []).slice(shared).join("/") }));
}

function source(name: string, bytes: Uint8Array): Attachment {
  const media = MEDIA[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ""] ?? "application/octet-stream";
  return { name, bytes, media, relationship: "Source", description: "What the page was made from" };
}

function data(name: string, value: unknown, description: string): Attachment {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
  return { name, bytes, media: "application/json", relationship: "Data", description };
}

const MEDIA: Readonly<Record<string, string>> = {
  txt: "text/plain",
  md: "text/markdown",
  markdown: "text/markdown",
  json: "application/json",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  tif: "image/tiff",
  tiff: "image/tiff",
  webp: "image/webp",
  icc: "application/vnd.iccprofile",
  icm: "application/vnd.iccprofile",
};
