import { report, toMm, type Diagnostic, type Place, type Pt } from "../base/index.ts";
import type { Condition } from "../condition/index.ts";
import { FAR_TOO_COARSE, LOW_RESOLUTION } from "./findings.ts";
import type { Probe } from "./probe.ts";

/** A picture at its place on the page. */
export interface PlacedPicture {
  readonly name: string;
  readonly place: Place;
  readonly probe: Pick<Probe, "width" | "bilevel">;
  /** How wide the whole picture would be printed, with what is cropped. */
  readonly whole: Pt;
  /** Size of what is seen of it. */
  readonly size: { readonly width: Pt; readonly height: Pt };
}

const POINTS_PER_INCH = 72;

/**
 * A finding when the pixels of a picture are printed so large that they show; says how many there are to the inch, and how
 * large it may be. Black and white alone wants more of them: it has no greys to soften its edges.
 */
export function checkResolution(
  { name, place, probe, whole, size }: PlacedPicture,
  limits: Pick<Condition["pictures"], "refuse" | "least" | "lineArt">,
): Diagnostic[] {
  const ppi = (probe.width * POINTS_PER_INCH) / whole;
  const least = probe.bilevel ? limits.lineArt : limits.least;
  if (ppi >= least) return [];
  const finding = ppi < limits.refuse ? FAR_TOO_COARSE : LOW_RESOLUTION;
  const asks = ppi < limits.refuse ? `and refuses less than ${limits.refuse}` : probe.bilevel ? "of line art" : "";
  const message = `${name} has ${Math.floor(ppi)} ppi at ${inMm(size, Math.round)}, the press wants ${least} ${asks}`;
  const share = ppi / least;
  const largest = { width: size.width * share, height: size.height * share };
  const hint = `up to ${inMm(largest, Math.floor)} it would do; or ask for a larger file`;
  return [report(finding, message.trimEnd(), place, hint)];
}

function inMm({ width, height }: PlacedPicture["size"], rounded: (mm: number) => number): string {
  // What is a whole millimetre must not lose one to the binary fractions of points.
  const [across, down] = [width, height].map((points) => rounded(Number(toMm(points).toFixed(6))));
  return `${across} × ${down} mm`;
}
