import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.ts";
import { sheetOf } from "./marks.ts";
import { ARTICLES, withBatchOptions, withForceOption, type BatchFlags } from "./options/batch-options.ts";
import { withDeliveryOptions, withOneFileOption, type DeliveryFlags } from "./options/delivery-options.ts";
import { withJobOptions, withRightsOptions, type JobFlags, type RightsFlags } from "./options/job-options.ts";
import { inputs } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import type { Delivery } from "./run.ts";
import { setInSettings } from "./set-articles.ts";
import type { SettingValues } from "./settings/settings.ts";

/** Adds `set` to the command line. */
export function setCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("set")
    .argument("<article...>", ARTICLES, inputs)
    .description("Set articles into pages: DIR/<article>.press.pdf, .archive.pdf, .screen.pdf, .proof.png.")
    .action(async (articles: string[], flags: JobFlags & DeliveryFlags & ReportFlags & RightsFlags & BatchFlags) => {
      end(await setInSettings(articles, flags, (settings) => ({ delivery: deliveryOf(settings, flags) })));
    });
  const withFiles = withDeliveryOptions(withOneFileOption(command));
  withReportOptions(withRightsOptions(withForceOption(withBatchOptions(withJobOptions(withFiles)))));
}

/** Which files are written, where and how. */
export function deliveryOf(settings: SettingValues, flags: DeliveryFlags): Delivery {
  const { fileVersion = 1, proofFormat = "png", grid = false, oneFile } = flags;
  const { ppi, out, for: purposes, singlePages, name, title, marks, date } = settings;
  return {
    out,
    purposes,
    version: fileVersion,
    proof: { format: proofFormat, ppi, grid },
    ...(singlePages && { pages: { ...(name !== undefined && { pattern: name }) } }),
    ...(oneFile !== undefined && { oneFile }),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(marks !== undefined && { sheet: sheetOf(marks).sheet }),
  };
}
