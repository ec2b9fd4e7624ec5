import { Option, type Command } from "commander";
import { PURPOSES } from "../purposes.ts";
import { DEFAULTS, type SettingFlags } from "../settings/settings.ts";
import { fileName, folder, marks, namePattern, pixels, someName, wholeNumber } from "./read-value.ts";

/** What the command line says of the files that are written. */
export interface DeliveryFlags extends Pick<
  SettingFlags,
  "out" | "for" | "singlePages" | "name" | "title" | "marks" | "ppi"
> {
  readonly fileVersion?: number;
  readonly proofFormat?: "png" | "svg";
  readonly grid?: boolean;
  readonly oneFile?: string;
}

/** Adds the options of the commands that write pages; `purposes` are what a command writes when nobody says for what. */
export function withDeliveryOptions(command: Command, purposes: readonly string[] = DEFAULTS.for): Command {
  return command
    .optionsGroup("Files:")
    .addOption(
      new Option(
        "--for <purpose...>",
        `what the files are for; all of them share every line break (default: ${purposes.join(", ")})`,
      ).choices(PURPOSES),
    )
    .addOption(new Option("-o, --out <dir>", `folder for the pages (default: ${DEFAULTS.out})`).argParser(folder))
    .option("--single-pages", "a file for each page, named as the print condition says")
    .addOption(
      new Option(
        "--name <pattern>",
        "name of these files: {title} {article} {section} {date} {page} {version} {condition}",
      ).argParser(namePattern),
    )
    .option("--title <name>", "what {title} stands for: the newspaper; otherwise the article's file name", someName)
    .addOption(new Option("--file-version <number>", "what {version} stands for (default: 1)").argParser(wholeNumber))
    .addOption(
      new Option("--marks <list>", "what stands around the page: crop, registration, bar, slug; all or none").argParser(
        marks,
      ),
    )
    .optionsGroup("Proofs:")
    .addOption(new Option("--proof-format <format>", "what a proof is (default: png)").choices(["png", "svg"]))
    .addOption(
      new Option("--ppi <number>", `pixels to an inch of a proof (default: ${DEFAULTS.ppi})`).argParser(pixels),
    )
    .option("--grid", "draw over a proof what the page is built on: grid, columns, slots, boxes, fit");
}

/** Adds `--one-file`: for the command that sets each article once. */
export function withOneFileOption(command: Command): Command {
  return command
    .optionsGroup("Files:")
    .addOption(
      new Option(
        "--one-file <name>",
        "all articles in one DIR/<name>.press.pdf or .screen.pdf, their pages numbered through",
      )
        .argParser(fileName)
        .conflicts("singlePages"),
    );
}
