/** Whether what is painted prints over what lies below or spares it out. */
export type Overprint = "overprint" | "knockout";

/**
 * Graphics state for each (ISO 32000-1, 8.6.7). OPM 1: the plates on which black type has no ink keep what they have. It is
 * for DeviceCMYK alone, and PDF/A forbids it only with ICCBased CMYK (ISO 19005-2, 6.2.4.2).
 */
export const OVERPRINTS = {
  overprint: { label: "GO", state: { Type: "ExtGState", OP: true, op: true, OPM: 1 } },
  knockout: { label: "GK", state: { Type: "ExtGState", OP: false, op: false, OPM: 0 } },
} as const satisfies Readonly<Record<Overprint, object>>;
