/** What comes out of a filter, and what went wrong in it: the data is damaged, or is more than the limit. */
export interface Filtered {
  readonly bytes: Uint8Array;
  readonly fault?: "damaged" | "too-long";
}
