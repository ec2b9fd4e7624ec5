import { readArticle, type Article } from "../article/index.ts";
import { nearestWord, report, sourcePlace, type Finding, type Outcome, type Source } from "../base/index.ts";
import { openProfile, readCondition, type Condition, type PressProfile } from "../condition/index.ts";
import { creditIn } from "../picture/index.ts";
import { readTemplate, type Parents, type Template } from "../template/index.ts";
import { AS_BUILT, keepReading, takeReading, type Readings } from "./as-built.ts";
import { UNKNOWN_CONDITION, UNKNOWN_TEMPLATE } from "./findings.ts";
import { notingParents } from "./noting-parents.ts";
import { recall } from "./recall.ts";
import { unreadable } from "./unreadable.ts";
import { fontsOf, HERE, type World } from "./world.ts";

function creditOf(world: World, article: string, file: string): string | undefined {
  const bytes = world.read(world.resolve(article, file));
  return bytes && creditIn(bytes);
}

/** A template by name or path, checked and resolved; undefined with the reasons when it cannot be used. */
export function openTemplate(world: World, name: string): Outcome<Template | undefined> {
  const { names } = fontsOf(world);
  return recall(world, JSON.stringify(["template", name]), (files) => readTemplateOf(files, name, names));
}

function readTemplateOf(world: World, name: string, fonts: readonly string[]): Outcome<Template | undefined> {
  const bundled = world.template(name);
  const source = sourceAt(world, bundled, name);
  if (source === undefined) return notToBeHad(world, name, UNKNOWN_TEMPLATE, "template", world.templates);
  const parents = templatesOf(world);
  const known = takeReading<Template>(bundled && AS_BUILT[`template ${name}`], source, parents);
  return known === undefined ? readTemplate(source, fonts, parents) : { value: known, diagnostics: [] };
}

/** Readings of all templates and print conditions of the package, for the build to keep. */
export function readingsOf(world: World): Readings {
  const { names } = fontsOf(world);
  const keep = (parents: Parents, kind: string, read: (source: Source, parents: Parents) => Outcome<unknown>) =>
    parents.names.map((name) => {
      const source = parents.find(name, HERE);
      if (source === undefined) throw new Error(`the package lacks ${name}`);
      return [`${kind} ${name}`, keepReading(name, source, parents, (found) => read(source, found))] as const;
    });
  return Object.fromEntries([
    ...keep(templatesOf(world), "template", (source, parents) => readTemplate(source, names, parents)),
    ...keep(conditionsOf(world), "condition", readCondition),
  ]);
}

/** A print condition with the profile of its press. */
export interface Press {
  readonly condition: Condition;
  readonly profile: PressProfile;
}

/**
 * A print condition by name or path, with its profile; `icc` is the path of another profile to use in its place, which then
 * names the press. Undefined with the reasons when it cannot be used.
 */
export function openPress(world: World, name: string, icc?: string): Outcome<Press | undefined> {
  return recall(world, JSON.stringify(["press", name, icc]), (files) => readPress(files, name, icc));
}

function readPress(world: World, name: string, icc: string | undefined): Outcome<Press | undefined> {
  const bundled = world.condition(name);
  const source = sourceAt(world, bundled, name);
  if (source === undefined) return notToBeHad(world, name, UNKNOWN_CONDITION, "print condition", world.conditions);
  const line = [source.name];
  const parents = notingParents(conditionsOf(world), (_, found) => line.push(found.name));
  const known = takeReading<Condition>(bundled && AS_BUILT[`condition ${name}`], source, parents);
  const read = known === undefined ? readCondition(source, parents) : { value: known, diagnostics: [] };
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  const { path, bytes } = profileOf(world, line, read.value, icc);
  if (bytes === undefined)
    return { value: undefined, diagnostics: [unreadable(world, path, undefined, `the ICC profile ${icc ?? path}`)] };
  const opened = openProfile(path, bytes);
  if (opened.value === undefined) return { value: undefined, diagnostics: opened.diagnostics };
  const condition = icc === undefined ? read.value : withProfile(read.value, icc, opened.value);
  const profile = { ...opened.value, deflated: (digest: string) => world.deflated(digest) };
  return { value: { condition, profile }, diagnostics: read.diagnostics };
}

/** A profile that the user names; else the condition's own, which lies beside it, or beside one that it extends: the nearest that is there. */
function profileOf(world: World, line: readonly string[], { outputIntent }: Condition, icc: string | undefined) {
  const places =
    icc === undefined ? line.map((from) => world.resolve(from, outputIntent.profile)) : [world.resolve(HERE, icc)];
  for (const path of places) {
    const bytes = world.read(path);
    if (bytes !== undefined) return { path, bytes };
  }
  return { path: places[0] ?? outputIntent.profile, bytes: undefined };
}

/** A press of the user's own is in no registry that we know: it is called by its profile's name (ISO 32000-1, table 365). */
function withProfile(condition: Condition, profile: string, { description }: PressProfile): Condition {
  return {
    ...condition,
    outputIntent: { profile, identifier: "Custom", condition: description, info: description },
  };
}

/** An article read in its house style; undefined when it is not there or cannot be set. */
export function openArticle(world: World, path: string, { house }: Template): Outcome<Article | undefined> {
  const bytes = world.read(path);
  if (bytes !== undefined) return readArticle(path, bytes, house, { creditOf: (file) => creditOf(world, path, file) });
  const place = sourcePlace({ name: path, text: "" }, 0);
  return { value: undefined, diagnostics: [unreadable(world, path, place)] };
}

type Bundled = { readonly path: string; readonly bytes: Uint8Array } | undefined;

/** Data that are bundled, or else the file at a path. */
function sourceAt(world: World, bundled: Bundled, path: string): Source | undefined {
  const found = bundled ?? { path, bytes: world.read(path) };
  return found.bytes && { name: found.path, text: new TextDecoder().decode(found.bytes) };
}

/** Data extend bundled ones by their name, or a file by its path as seen from their own. */
function parentsIn(world: World, names: readonly string[], bundled: (name: string) => Bundled): Parents {
  return {
    names,
    find: (name, from) => sourceAt(world, bundled(name), world.resolve(from, name)),
    whyUnread: (name, from) => {
      const { reason, isMissing } = world.whyUnread(world.resolve(from, name));
      return isMissing ? undefined : reason;
    },
  };
}

function templatesOf(world: World): Parents {
  return parentsIn(world, world.templates, (name) => world.template(name));
}

function conditionsOf(world: World): Parents {
  return parentsIn(world, world.conditions, (name) => world.condition(name));
}

/** What is said of a name that is no bundled one, and no path of a file that can be read. */
function notToBeHad(
  world: World,
  name: string,
  finding: Finding,
  noun: string,
  names: readonly string[],
): Outcome<undefined> {
  if (!world.whyUnread(name).isMissing) return { value: undefined, diagnostics: [unreadable(world, name)] };
  // A name in a configuration comes as a path seen from here.
  const near = nearestWord(name.replace(/^.*[/\\]/, ""), names);
  const bundled = `bundled are: ${names.join(", ")}; or give the path of a ${noun} file`;
  const hint = near ? `did you mean “${near}”? ${bundled}` : bundled;
  return { value: undefined, diagnostics: [report(finding, `there is no ${noun} “${name}”`, undefined, hint)] };
}
