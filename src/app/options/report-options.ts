import { Option, type Command } from "commander";
import { someName } from "./read-value.ts";
import { DEFAULTS, FAIL_LEVELS, FORMATS, type SettingFlags } from "../settings/settings.ts";

/** What the command line says of how it reports. */
export interface ReportFlags extends Pick<SettingFlags, "format" | "failOn"> {
  /** A configuration file in the place of the one that is found. */
  readonly config?: string;
  /** Where JSON objects go beside what the terminal gets. */
  readonly report?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** Adds the options that are the same on every command that takes articles or files. */
export function withReportOptions(command: Command): Command {
  return command
    .optionsGroup("Report:")
    .option(
      "--config <file>",
      "a configuration file; otherwise umbruch.config.yaml, .yml or .json found upwards",
      someName,
    )
    .addOption(
      new Option("--format <format>", `for people, or a JSON object to a line (default: ${DEFAULTS.format})`).choices(
        FORMATS,
      ),
    )
    .option("--report <file>", "write the JSON objects to a file, too", someName)
    .addOption(
      new Option("--fail-on <severity>", `what ends the command with 1 (default: ${DEFAULTS.failOn})`).choices(
        FAIL_LEVELS,
      ),
    )
    .option("-q, --quiet", "say only what fails")
    .option("--no-color", "no colours (also with NO_COLOR set, or when the output is not a terminal)");
}
