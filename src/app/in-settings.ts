import type { World } from "../pipeline.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { openOutlet, type Outlet } from "./outlet.ts";
import type { ReportFlags } from "./options/report-options.ts";
import { missingInConfig, type NamedFile } from "./settings/named-files.ts";
import { openSettings } from "./settings/open-settings.ts";
import { DEFAULTS, valuesOf, type SettingFlags, type SettingValues } from "./settings/settings.ts";
import { openWorld } from "./workspace.ts";

/** What a command names that sets articles. */
export const DESIGN: readonly NamedFile[] = ["template", "condition"];

/** What a command works with. */
export interface Desk {
  readonly world: World;
  readonly settings: SettingValues;
  /** Whether the desk says a setting itself, by whatever means, and it is not merely the default. */
  readonly isSaid: (name: keyof SettingValues) => boolean;
  readonly outlet: Outlet;
}

/**
 * Runs a command over some paths in the settings that hold for them, and closes its report; ends with 2 when the configuration
 * cannot be used, or names one of `files` that is not to be had.
 */
export async function inSettings(
  paths: readonly string[],
  flags: SettingFlags & ReportFlags,
  command: (desk: Desk) => ExitCode | Promise<ExitCode>,
  files: readonly NamedFile[] = [],
): Promise<ExitCode> {
  const world = openWorld();
  const { value: opened, diagnostics } = openSettings(world, paths, flags);
  const settings = opened ? valuesOf(opened.settings) : DEFAULTS;
  const outlet = openOutlet({
    format: settings.format,
    failOn: settings.failOn,
    quiet: flags.quiet === true,
    color: flags.color,
    ...(opened && flags.report !== undefined && { report: flags.report }),
  });
  if (opened === undefined) {
    outlet.complain(diagnostics);
    return EXIT.usage;
  }
  const missing = missingInConfig(world, opened.settings, files);
  if (missing.length > 0) {
    outlet.complain(missing);
    return outlet.end(EXIT.usage);
  }
  const isSaid = (name: keyof SettingValues): boolean => opened.settings[name].origin.kind !== "default";
  return outlet.end(await command({ world, settings, isSaid, outlet }));
}
