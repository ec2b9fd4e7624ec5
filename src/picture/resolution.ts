import { report, toMm, type Diagnostic, type Place, type Pt } from "../base/index.ts";
import { LOW_RESOLUTION } from "./findings.ts";

/** Austrian newspapers ask for 200 pixels to the inch at the printed size (IG Austria Druckstandard Zeitungen). */
const LEAST_PPI = 200;
const POINTS_PER_INCH = 72;

/** A finding when so many pixels are printed so wide that they show; says how wide they may be. */
export function checkResolution(name: string, pixels: number, width: Pt, place: Place): Diagnostic[] {
  const ppi = (pixels * POINTS_PER_INCH) / width;
  if (ppi >= LEAST_PPI) return [];
  const widest = Math.floor(toMm((pixels * POINTS_PER_INCH) / LEAST_PPI));
  const message = `${name} has ${Math.floor(ppi)} ppi at ${Math.round(toMm(width))} mm, the press wants ${LEAST_PPI}`;
  return [report(LOW_RESOLUTION, message, place, `up to ${widest} mm wide it would do; or ask for a larger file`)];
}
