import { report, VERSION, type Diagnostic, type Finding } from "../base/index.ts";
import { BUNDLED_FACES, filesOf } from "../galley/index.ts";
import { openPress, openTemplate, type World } from "../pipeline.ts";
import { licenceOfFace, licenceOfProfile } from "./licences.ts";
import { programs, type Program } from "./programs.ts";
import { findingsOfNamed } from "./settings/named-files.ts";
import { originText } from "./settings/origin-text.ts";
import type { OpenSettings } from "./settings/open-settings.ts";
import type { Settings } from "./settings/settings.ts";

export const INCOMPLETE = {
  code: "app/incomplete",
  severity: "error",
  when: "The package lacks a file that it should bring: a font, a template, a print condition.",
  hint: "install it again",
} as const satisfies Finding;

export const OLD_NODE = {
  code: "app/old-node",
  severity: "error",
  when: "Node.js is older than the engine needs.",
  hint: "install Node.js 20.20 or newer",
} as const satisfies Finding;

/** All that a run depends on, and what is wrong with it. */
export interface Health {
  readonly umbruch: string;
  readonly node: string;
  readonly platform: string;
  readonly config: string | null;
  readonly settings: readonly { readonly name: string; readonly value: unknown; readonly origin: string }[];
  readonly fonts: readonly { readonly family: string; readonly faces: readonly string[]; readonly licence: string }[];
  readonly templates: readonly { readonly name: string; readonly title: string }[];
  readonly conditions: readonly ConditionFacts[];
  readonly programs: readonly Program[];
  readonly diagnostics: readonly Diagnostic[];
}

interface ConditionFacts {
  readonly name: string;
  readonly title: string;
  readonly profile: string;
  readonly description: string;
  readonly licence: string;
}

/** Looks at everything that a run with these settings depends on. `found` is what reading the settings found. */
export function examine(world: World, { settings, config }: OpenSettings, found: readonly Diagnostic[]): Health {
  const bundled = conditionsOf(world);
  const own = openPress(world, settings.condition.value, settings.icc.value);
  const isBundled = world.conditions.includes(settings.condition.value) && settings.icc.value === undefined;
  const paths = bundled.map(({ profile }) => profile);
  return {
    umbruch: VERSION,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    config: config ?? null,
    settings: settingRows(settings),
    fonts: families(),
    templates: templatesOf(world),
    conditions: [...bundled, ...(own.value && !isBundled ? [factsOf(own.value, paths)] : [])],
    programs: programs(),
    diagnostics: [
      ...found,
      ...oldNode(process.versions.node),
      ...findingsOfNamed(world, settings, "template"),
      ...findingsOfNamed(world, settings, "condition"),
      ...missingFonts(world),
    ],
  };
}

/** Whether a version of Node.js is too old. */
export function oldNode(version: string): readonly Diagnostic[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 20) ? [] : [report(OLD_NODE, `this is Node.js ${version}`)];
}

function settingRows(settings: Settings): Health["settings"] {
  return Object.entries(settings).map(([name, { value, origin }]) => {
    const said: unknown = value;
    return { name, value: said ?? null, origin: originText(origin) };
  });
}

function families(): Health["fonts"] {
  const names = [...new Set(BUNDLED_FACES.map((face) => licenceOfFace(face).family))];
  return names.map((family) => {
    const faces = BUNDLED_FACES.filter((face) => licenceOfFace(face).family === family);
    return { family, faces, licence: licenceOfFace(faces[0] ?? "").licence };
  });
}

function templatesOf(world: World): Health["templates"] {
  return world.templates.flatMap((name) => {
    const { value } = openTemplate(world, name);
    return value ? [{ name, title: value.title }] : [];
  });
}

function conditionsOf(world: World): readonly ConditionFacts[] {
  return world.conditions.flatMap((name) => {
    const { value } = openPress(world, name);
    return value ? [factsOf(value, [value.profile.path])] : [];
  });
}

function factsOf(
  { condition, profile }: NonNullable<ReturnType<typeof openPress>["value"]>,
  bundled: readonly string[],
): ConditionFacts {
  const { name, title } = condition;
  const { path, description } = profile;
  return { name, title, profile: path, description, licence: licenceOfProfile(path, bundled) };
}

function missingFonts(world: World): readonly Diagnostic[] {
  return BUNDLED_FACES.flatMap(filesOf).flatMap((file) => {
    try {
      return world.font(file).length > 0 ? [] : [report(INCOMPLETE, `${file} is empty`)];
    } catch {
      return [report(INCOMPLETE, `fonts/${file} is missing`)];
    }
  });
}
