import { dirname, join } from "node:path";
import type { Place } from "../../base/index.ts";
import { DEFAULT_CONDITION } from "../../pipeline.ts";
import type { Purpose } from "../purposes.ts";
import type { ReadConfig } from "./read-config.ts";
import type { FAIL_LEVELS, FORMATS } from "./choices.ts";

export { FAIL_LEVELS, FORMATS } from "./choices.ts";

export type Format = (typeof FORMATS)[number];
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** What can be set on the command line and in a configuration file. */
export interface SettingValues {
  readonly template: string;
  readonly condition: string;
  readonly icc: string | undefined;
  readonly out: string;
  readonly for: readonly Purpose[];
  readonly folio: number | undefined;
  /** ISO 8601; undefined for the article's own. */
  readonly date: string | undefined;
  readonly title: string | undefined;
  readonly singlePages: boolean;
  readonly name: string | undefined;
  /** As it is written: `crop,bar`, `all`, `none`; undefined for what the print condition asks. */
  readonly marks: string | undefined;
  readonly failOn: FailLevel;
  readonly format: Format;
  readonly jobs: number;
  readonly ppi: number;
}

/** What holds where neither the command line nor a configuration file says anything. */
export const DEFAULTS: SettingValues = {
  template: "berliner-5",
  condition: DEFAULT_CONDITION,
  icc: undefined,
  out: "output",
  for: ["press"],
  folio: undefined,
  date: undefined,
  title: undefined,
  singlePages: false,
  name: undefined,
  marks: undefined,
  failOn: "error",
  format: "human",
  jobs: 1,
  ppi: 110,
};

/** Where a setting came from. */
export type Origin =
  | { readonly kind: "flag"; readonly flag: string }
  | { readonly kind: "environment"; readonly variable: string }
  | { readonly kind: "file"; readonly place: Place }
  | { readonly kind: "default" };

/** A setting with where it came from. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

export type Settings = { readonly [Name in keyof SettingValues]: Setting<SettingValues[Name]> };

/** What the command line says; what it does not say is absent. */
export type SettingFlags = Partial<SettingValues>;

/** What settings are made from, the strongest first. */
export interface Sources {
  readonly flags: SettingFlags;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly config: ReadConfig | undefined;
  /** Whether a name is that of a bundled template or print condition, and no path. */
  readonly isBundled: (name: string) => boolean;
}

const NAMES = Object.keys(DEFAULTS) as (keyof SettingValues)[];

/** Each setting by the first who says it: flag, environment, configuration file, default. A pattern for names asks for single pages. */
export function resolveSettings(sources: Sources): Settings {
  const settings = Object.fromEntries(NAMES.map((name) => [name, settingOf(name, sources)])) as unknown as Settings;
  const { name, singlePages } = settings;
  if (name.value === undefined || singlePages.origin.kind !== "default") return settings;
  return { ...settings, singlePages: { value: true, origin: name.origin } };
}

/** The values alone. */
export function valuesOf(settings: Settings): SettingValues {
  return Object.fromEntries(NAMES.map((name) => [name, settings[name].value])) as unknown as SettingValues;
}

function settingOf(name: keyof SettingValues, { flags, environment, config, isBundled }: Sources): Setting<unknown> {
  if (flags[name] !== undefined) return { value: flags[name], origin: { kind: "flag", flag: flagOf(name) } };
  const epoch = name === "date" ? dayOf(environment["SOURCE_DATE_EPOCH"]) : undefined;
  if (epoch !== undefined) return { value: epoch, origin: { kind: "environment", variable: "SOURCE_DATE_EPOCH" } };
  const written = config?.values[name];
  if (config === undefined || written === undefined) return { value: DEFAULTS[name], origin: { kind: "default" } };
  const value = isPath(name, written, isBundled) ? join(dirname(config.source.name), written) : written;
  return { value, origin: { kind: "file", place: config.placeOf(name) } };
}

/** A path in a configuration file is seen from there. */
function isPath(name: string, value: unknown, isBundled: (name: string) => boolean): value is string {
  if (typeof value !== "string" || value.startsWith("/")) return false;
  if (name === "icc" || name === "out") return true;
  return (name === "template" || name === "condition") && !isBundled(value);
}

/** The option that says a setting. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The day of a moment that builds which must come out the same are given (reproducible-builds.org). */
function dayOf(epoch: string | undefined): string | undefined {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return undefined;
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}
