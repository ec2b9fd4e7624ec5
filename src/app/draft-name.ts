/** The temporary name of a file until it is whole; `number` tells an article's files apart: thread and count, `0-7`. */
export function draftOf(path: string, number?: string): string {
  return `${path}.${process.pid}${number === undefined ? "" : `-${number}`}.part`;
}

/** A draft of an article's file, or of another one, which has no number. */
export const DRAFT = /\.(?<pid>\d+)(?<article>-\d+-\d+)?\.part$/;
