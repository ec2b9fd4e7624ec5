import type { Command } from "commander";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { DESIGN, inSettings, type Desk } from "./in-settings.ts";
import { withDeliveryOptions, type DeliveryFlags } from "./options/delivery-options.ts";
import { withJobOptions, withRightsOptions, type JobFlags, type RightsFlags } from "./options/job-options.ts";
import { articleFiles } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { jsonReport } from "./report.ts";
import type { RightsOrder } from "./rights.ts";
import type { Delivery } from "./run.ts";
import { jobOf, rightsOf } from "./set-articles.ts";
import { deliveryOf } from "./set-command.ts";
import { watchArticles, type WatchOrder } from "./watch/watch-articles.ts";
import { watchReporter } from "./watch/watch-report.ts";

type WatchFlags = JobFlags & DeliveryFlags & ReportFlags & RightsFlags;

/** Adds `watch` to the command line. */
export function watchCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("watch")
    .argument("<article...>", "article files (.txt, .md, .json), or folders of them", articleFiles)
    .description("Set articles again on every save of them, their template or pictures; keep a proof up to date.")
    .action(async (articles: string[], flags: WatchFlags) => {
      end(
        await inSettings(
          articles,
          flags,
          (desk) => {
            const delivery = withProof(deliveryOf(desk.settings, flags), desk.isSaid("for"));
            const rights = (): RightsOrder => rightsOf(desk.settings, flags.ignoreEmbargo === true);
            return watch(desk, { articles, delivery, rights, ...jobOf(desk.settings, flags) });
          },
          DESIGN,
        ),
      );
    });
  withReportOptions(withRightsOptions(withJobOptions(withDeliveryOptions(command, ["proof"]))));
}

/** A proof always, other files where they are asked for. */
function withProof(delivery: Delivery, isAskedFor: boolean): Delivery {
  const purposes = new Set([...(isAskedFor ? delivery.purposes : []), "proof" as const]);
  return { ...delivery, purposes: [...purposes], proof: { ...delivery.proof, drawn: new Map() } };
}

/** Until the desk has enough of it (Ctrl-C), which is how a watch ends well. */
async function watch({ world, outlet }: Desk, order: WatchOrder): Promise<ExitCode> {
  const enough = new AbortController();
  const stop = (): void => {
    enough.abort();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  outlet.remark("Watching; Ctrl-C ends it.\n");
  const human = watchReporter(outlet.style);
  for await (const again of watchArticles(world, order, enough.signal))
    outlet.say({ human: human(again), json: jsonReport(again.report), matters: true });
  process.off("SIGINT", stop).off("SIGTERM", stop);
  return EXIT.done;
}
