import { onSignals } from "../on-end.ts";

/** How long workers may take to end; then the process ends with them. */
const PATIENCE = 500;

const FAREWELL = "interrupted; the same command goes on from here";

/**
 * Ends the process in good order when it is asked to: `stop` first, then the exit handlers, which tidy up. Gives a function that
 * hears no more signals.
 */
export function onInterrupt(stop: () => Promise<void>): () => void {
  return onSignals((_, number) => {
    process.stderr.write(`\n${FAREWELL}\n`);
    const exit = (): never => process.exit(128 + number);
    setTimeout(exit, PATIENCE);
    stop().then(exit, exit);
  });
}
