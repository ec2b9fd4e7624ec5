import type { Parcel } from "./work.ts";

/** What a worker says when it has started. */
export const READY = "ready";

/** That a worker has started, or what it made of the article that was given this number. */
export type FromWorker = typeof READY | { readonly number: number; readonly parcel: Parcel };

/** An article for a worker. */
export interface ToWorker {
  readonly number: number;
  readonly article: string;
}
