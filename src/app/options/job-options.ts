import { Option, type Command } from "commander";
import type { Pt } from "../../base/index.ts";
import type { SpaceWish } from "../../pipeline.ts";
import { DEFAULTS, type SettingFlags } from "../settings/settings.ts";
import { date, height, someName, wholeNumber } from "./read-value.ts";

/** What the command line says of an article's page: its design, its press, its date, and the space that it is to fill. */
export interface JobFlags extends Pick<SettingFlags, "template" | "condition" | "icc" | "folio" | "date"> {
  readonly height?: Pt;
  readonly rows?: number;
  readonly columns?: number;
  readonly slot?: string;
  readonly onePage?: boolean;
}

/** Adds the options of every command that sets an article. */
export function withJobOptions(command: Command): Command {
  return command
    .optionsGroup("Page:")
    .option(
      "-t, --template <name|file>",
      `a bundled template by name, or a template file (default: ${DEFAULTS.template})`,
      someName,
    )
    .option(
      "-c, --condition <name|file>",
      `a bundled print condition by name, or a condition file (default: ${DEFAULTS.condition})`,
      someName,
    )
    .option("--icc <file>", "an ICC profile in the place of the condition's own", someName)
    .addOption(new Option("--folio <number>", "page number of the first page").argParser(wholeNumber))
    .addOption(
      new Option(
        "--date <date>",
        "date of the page (YYYY-MM-DD); otherwise SOURCE_DATE_EPOCH, or the article's",
      ).argParser(date),
    )
    .optionsGroup("Space:")
    .addOption(
      new Option("--height <length>", "the article must fill this height, heading included: 180mm").argParser(height),
    )
    .addOption(new Option("--rows <number>", "the same in rows of the grid").argParser(wholeNumber).conflicts("height"))
    .addOption(new Option("--columns <number>", "how many columns wide it runs").argParser(wholeNumber))
    .addOption(
      new Option("--slot <name>", "the template's slot that it must fill").conflicts(["height", "rows", "columns"]),
    )
    .addOption(new Option("--one-page", "it must fill one page").conflicts(["height", "rows", "slot"]));
}

/** What the command line says of rights. */
export interface RightsFlags {
  readonly ignoreEmbargo?: boolean;
}

/** Adds the option of the commands that judge rights. */
export function withRightsOptions(command: Command): Command {
  return command
    .optionsGroup("Rights:")
    .option("--ignore-embargo", "set articles under an embargo, too; withheld and cancelled ones stay out");
}

/** The space that the command line gives. */
export function spaceOf({ slot, rows, height: points, columns, onePage }: JobFlags): SpaceWish {
  return {
    ...(slot !== undefined && { slot }),
    ...(rows !== undefined && { rows }),
    ...(points !== undefined && { height: points }),
    ...(columns !== undefined && { columns }),
    ...(onePage === true && { onePage }),
  };
}
