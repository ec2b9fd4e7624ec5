import type { Diagnostic } from "../../base/index.ts";
import { openPress, openTemplate, type World } from "../../pipeline.ts";
import type { Origin, Setting, Settings } from "./settings.ts";

/** Settings that name a file, or what is bundled under a name. */
export type NamedFile = "template" | "condition";

/** What is said of a file that a setting names, and of what stands in it. */
export function findingsOfNamed(world: World, settings: Settings, name: NamedFile): readonly Diagnostic[] {
  const { template, condition, icc } = settings;
  if (name === "template") return placedAt(template.origin, openTemplate(world, template.value).diagnostics);
  const isThere = (world.condition(condition.value) ?? world.read(condition.value)) !== undefined;
  const named: Setting<unknown> = isThere && icc.value !== undefined ? icc : condition;
  return placedAt(named.origin, openPress(world, condition.value, icc.value).diagnostics);
}

/** What the configuration names and is not to be had, each at its place there; all else is found when it is used. */
export function missingInConfig(world: World, settings: Settings, names: readonly NamedFile[]): readonly Diagnostic[] {
  return names
    .filter((name) => originsOf(settings, name).some(({ kind }) => kind === "file"))
    .flatMap((name) => findingsOfNamed(world, settings, name))
    .filter(({ place }) => isIn(settings, place));
}

/** Who named a file, and what belongs to it. */
function originsOf({ template, condition, icc }: Settings, name: NamedFile): readonly Origin[] {
  return name === "template" ? [template.origin] : [condition.origin, icc.origin];
}

/** Findings with the place in the configuration where they have none of their own. */
function placedAt(origin: Origin, found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (origin.kind !== "file") return found;
  return found.map((one) => (one.place === undefined ? { ...one, place: origin.place } : one));
}

function isIn(settings: Settings, place: Diagnostic["place"]): boolean {
  return Object.values(settings).some(({ origin }) => origin.kind === "file" && origin.place === place);
}
