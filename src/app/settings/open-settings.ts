import { report, type Outcome } from "../../base/index.ts";
import type { World } from "../../pipeline.ts";
import { findConfig } from "./find-config.ts";
import { CONFIG_UNREADABLE, TWO_CONFIGS } from "./findings.ts";
import { readConfig, type ReadConfig } from "./read-config.ts";
import { resolveSettings, type SettingFlags, type Settings } from "./settings.ts";

/** Settings, and the configuration file that they were read from. */
export interface OpenSettings {
  readonly settings: Settings;
  readonly config: string | undefined;
}

/**
 * The settings of a run over some paths: by flags, the environment, and the one configuration file that --config names or that
 * is found upwards from every path. Undefined with the reasons when that file cannot be used.
 */
export function openSettings(
  world: World,
  paths: readonly string[],
  flags: SettingFlags & { readonly config?: string },
): Outcome<OpenSettings | undefined> {
  const found = flags.config === undefined ? configOf(paths) : { value: flags.config, diagnostics: [] };
  if (found.diagnostics.length > 0) return { value: undefined, diagnostics: found.diagnostics };
  const read = readAt(world, found.value);
  if (read.diagnostics.length > 0) return { value: undefined, diagnostics: read.diagnostics };
  return { value: { settings: settle(world, flags, read.value), config: found.value }, diagnostics: [] };
}

/** The settings as they are without a configuration file. */
export function withoutConfig(world: World, flags: SettingFlags): OpenSettings {
  return { settings: settle(world, flags, undefined), config: undefined };
}

function settle(world: World, flags: SettingFlags, config: ReadConfig | undefined): Settings {
  const known = [...world.templates, ...world.conditions];
  return resolveSettings({ flags, environment: process.env, config, isBundled: (name) => known.includes(name) });
}

function configOf(paths: readonly string[]): Outcome<string | undefined> {
  const [first = ".", ...others] = paths;
  const config = findConfig(first);
  const apart = others.find((path) => findConfig(path) !== config);
  if (apart === undefined) return { value: config, diagnostics: [] };
  const named = (path: string): string => `${path}: ${findConfig(path) ?? "none"}`;
  return { value: undefined, diagnostics: [report(TWO_CONFIGS, `${named(first)}; ${named(apart)}`)] };
}

function readAt(world: World, path: string | undefined): Outcome<ReadConfig | undefined> {
  if (path === undefined) return { value: undefined, diagnostics: [] };
  const bytes = world.read(path);
  if (bytes === undefined) {
    const { reason, hint, isMissing } = world.whyUnread(path);
    const advice = isMissing ? undefined : hint;
    return { value: undefined, diagnostics: [report(CONFIG_UNREADABLE, `${path} ${reason}`, undefined, advice)] };
  }
  return readConfig({ name: path, text: new TextDecoder().decode(bytes) });
}
