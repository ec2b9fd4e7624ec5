/** Signals that ask a process to end, with their numbers: a shell is told 128 and the number (POSIX, XCU 2.8.2). */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Hears each signal that asks the process to end, once. Gives a function that hears no more of them. */
export function onSignals(hear: (signal: NodeJS.Signals, number: number) => void): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, number]) => {
    const end = (): void => {
      hear(signal as keyof typeof SIGNALS, number);
    };
    process.once(signal, end);
    return () => process.off(signal, end);
  });
  return () => {
    for (const off of listeners) off();
  };
}

/**
 * Has `tidy` done before the process ends, whether it exits or is asked to by a signal. A signal that somebody else listens for
 * is theirs: they end the process, or the command ends well. Gives a function that calls it off.
 */
export function onEnd(tidy: () => void): () => void {
  const deaf = onSignals((signal) => {
    if (process.listenerCount(signal) > 0) return;
    tidy();
    // Nobody listens any more: this time the signal does what it does by itself.
    process.kill(process.pid, signal);
  });
  process.once("exit", tidy);
  return () => {
    deaf();
    process.off("exit", tidy);
  };
}
