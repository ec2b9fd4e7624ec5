/** What files are for. */
export const PURPOSES = ["press", "archive", "screen", "proof"] as const;

export type Purpose = (typeof PURPOSES)[number];
