import { report, type Diagnostic } from "../base/index.ts";
import type { Ink } from "../template/index.ts";
import type { Condition } from "./condition.ts";
import { INK_OUTSIDE } from "./findings.ts";

/** What of an ink the press cannot or should not print: too much in all, tones that do not hold, not of the palette. */
export function checkInk(ink: Ink, { name, inks }: Condition): Diagnostic[] {
  const said = (reason: string): Diagnostic[] => [
    report(INK_OUTSIDE, `the ink ${inkName(ink)} is not for ${name}: ${reason}`),
  ];
  const shares = [ink.c, ink.m, ink.y, ink.k].map((share) => share * 100);
  const sum = shares.reduce((all, percent) => all + percent, 0);
  if (sum > inks.total + NEARLY) return said(`${Math.round(sum)} % in all, the paper holds ${inks.total} %`);
  const { least, most } = inks.tones;
  const lost = shares.find((percent) => isLost(percent, least, most));
  if (lost !== undefined) return said(`a tint of ${Number(lost.toFixed(1))} % is not between ${least} and ${most} %`);
  if (inks.palette === undefined || sum < NEARLY) return [];
  const own = [...inks.palette.values()].some((colour) => isTintOf(ink, colour));
  return own ? [] : said(`it is no tint of ${[...inks.palette.keys()].join(", ")}`);
}

/** Shares are written by people, as decimal fractions: what differs by less is the same. */
const NEARLY = 0.01;

function isLost(percent: number, least: number, most: number): boolean {
  const light = percent > NEARLY && percent < least - NEARLY;
  const dark = percent > most + NEARLY && percent < 100 - NEARLY;
  return light || dark;
}

/** Whether one share of a colour gives the ink. */
function isTintOf(ink: Ink, colour: Ink): boolean {
  const [part, whole] = [Object.values(ink) as number[], Object.values(colour) as number[]];
  const strongest = whole.indexOf(Math.max(...whole));
  const share = (part[strongest] ?? 0) / (whole[strongest] || 1);
  const close = whole.every((amount, index) => Math.abs(amount * share - (part[index] ?? 0)) < NEARLY);
  return share <= 1 + NEARLY && close;
}

function inkName({ c, m, y, k }: Ink): string {
  return `${[c, m, y, k].map((share) => Math.round(share * 100)).join("/")} (C/M/Y/K)`;
}
