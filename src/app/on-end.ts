/** Signals that ask a process to end, with their numbers: a shell is told 128 and the number (POSIX, XCU 2.8.2). */
export const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Has `tidy` done before the process ends, whether it exits or is asked to by a signal. A signal that somebody else listens for
 * is theirs: they end the process, or the command ends well. Gives a function that calls it off.
 */
export function onEnd(tidy: () => void): () => void {
  const listeners = (Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]).map((signal) => {
    const end = (): void => {
      if (process.listenerCount(signal) > 0) return;
      tidy();
      // Nobody listens any more: this time the signal does what it does by itself.
      process.kill(process.pid, signal);
    };
    process.once(signal, end);
    return () => process.off(signal, end);
  });
  process.once("exit", tidy);
  return () => {
    for (const off of listeners) off();
    process.off("exit", tidy);
  };
}
