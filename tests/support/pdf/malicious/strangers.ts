import type { Malicious } from "./malicious.ts";

const raw = (source: string): Malicious["make"] => {
  return () => Buffer.from(source, "latin1");
};

const MEGABYTE = 1 << 20;

/** Files that are no PDF, or nearly none. */
export const STRANGERS: readonly Malicious[] = [
  { that: "is empty", make: raw("") },
  { that: "is one byte", make: raw("%") },
  { that: "is a JPEG", make: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]) },
  { that: "is a megabyte of nothing", make: () => Buffer.alloc(MEGABYTE) },
  { that: "is a header alone", make: raw("%PDF-1.6\n") },
  { that: "is a header and an end", make: raw("%PDF-1.6\n%%EOF\n") },
  { that: "is a page of HTML", make: raw("<!doctype html><title>404</title>Not found") },
  {
    that: "has a table that refers to itself",
    make: raw("%PDF-1.6\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /Prev 9>>\nstartxref\n9\n%%EOF\n"),
  },
  { that: "has an end that refers to its start", make: raw("%PDF-1.6\nstartxref\n0\n%%EOF\n") },
  { that: "has an end that lies beyond it", make: raw("%PDF-1.6\nstartxref\n99999999999999\n%%EOF\n") },
  { that: "has an end before it", make: raw("%PDF-1.6\nstartxref\n-5\n%%EOF\n") },
];
