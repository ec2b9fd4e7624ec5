import { openWorld } from "../../src/app/workspace.ts";
import { archive, makeUp, type ArchiveOrder, type Job } from "../../src/pipeline.ts";

/** One world for all tests: fonts are opened once. */
export const world = openWorld();

/** An article's archive file. */
export async function archived(job: Job, order: ArchiveOrder = { date: "2025-02-09" }): Promise<Uint8Array> {
  const { value: madeUp, diagnostics } = makeUp(world, job);
  if (madeUp === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const { value } = await archive(world, madeUp, order);
  return value;
}
