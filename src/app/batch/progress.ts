import type { BatchResult } from "./run-batch.ts";
import { EXIT } from "../exit-codes.ts";

/** How far a run is. */
export interface Standing {
  readonly done: number;
  readonly total: number;
  /** Of those done, the ones that were on record from an earlier run. */
  readonly kept: number;
  /** Of those done, the ones that did not end well. */
  readonly failed: number;
  readonly seconds: number;
}

/** How far a run is, as a line: `1,200 of 10,000 · 42.1/s · 3 min 29 s left · 2 failed`. Those on record say nothing of the rate. */
export function progressLine({ done, total, kept, failed, seconds }: Standing): string {
  const rate = seconds > 0 ? (done - kept) / seconds : 0;
  return [
    `${grouped(done)} of ${grouped(total)}`,
    ...(rate > 0 ? [`${rate.toFixed(1)}/s`] : []),
    ...(rate > 0 && done < total ? [`${duration((total - done) / rate)} left`] : []),
    ...(kept > 0 ? [`${grouped(kept)} unchanged`] : []),
    ...(failed > 0 ? [`${grouped(failed)} failed`] : []),
  ].join(" · ");
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** Where progress is shown. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** Makes room for something else to be written on the terminal. */
  readonly clear: () => void;
  readonly count: (result: Pick<BatchResult, "total" | "isKept" | "code">) => void;
  /** The last line, with nothing left. */
  readonly end: () => void;
}

/** On a terminal a line that moves, ten times a second at most; in a log a new line every ten seconds. */
const EVERY = { terminal: 0.1, log: 10 } as const;

/** Shows on a stream how far a run is; `now` is the time in milliseconds. A run that is over before the first line says nothing. */
export function openProgress(stream: ProgressStream, now: () => number): Progress {
  const isTerminal = stream.isTTY === true;
  const every = isTerminal ? EVERY.terminal : EVERY.log;
  const start = now();
  const seconds = (): number => (now() - start) / 1000;
  let [done, total, kept, failed, shown, isShown] = [0, 0, 0, 0, 0, false];
  const clear = (): void => {
    if (isTerminal && isShown) stream.write("\r\u001B[K");
    isShown = false;
  };
  const show = (): void => {
    clear();
    shown = seconds();
    stream.write(progressLine({ done, total, kept, failed, seconds: shown }) + (isTerminal ? "" : "\n"));
    isShown = true;
  };
  return {
    clear,
    count: (result) => {
      total = result.total;
      done++;
      if (result.isKept) kept++;
      if (result.code !== EXIT.done) failed++;
      if (total > 1 && seconds() - shown >= every) show();
    },
    end: () => {
      clear();
      if (shown === 0) return;
      show();
      if (isTerminal) stream.write("\n");
    },
  };
}
