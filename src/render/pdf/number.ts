/** How near to the middle between two steps a number must be for its rounding to be looked at closely. */
const DOUBT = 1e-6;

/** Above this the product with the power of ten may be off by more than `DOUBT`. */
const MOST_STEPS = 1e9;

/**
 * A number below a hundred million with so many decimals, at most 6, as `toFixed` rounds it, without the detour through text;
 * never minus zero. Its `String` is how a PDF writes it (ISO 32000-1, 7.3.3): no exponent, no needless digits.
 */
export function rounded(number: number, digits: number): number {
  return stepsOf(number, digits) / powerOf(digits) + 0;
}

/** The same in whole units of its last decimal: 1.25 with one decimal is 13. */
export function stepsOf(number: number, digits: number): number {
  const steps = number * powerOf(digits);
  const whole = Math.round(steps);
  // The product is rounded itself, so that where it lies in the middle it cannot be trusted.
  const isSure = Math.abs(Math.abs(steps - whole) - 0.5) > DOUBT && Math.abs(steps) < MOST_STEPS;
  return isSure ? whole : Math.round(Number(number.toFixed(digits)) * powerOf(digits));
}

const POWERS: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/** How many units of the last decimal make one: ten to the power of `digits`, which is 0 to 6; NaN for every other. */
export function powerOf(digits: number): number {
  return POWERS[digits] ?? NaN;
}

/** A number as PDF writes them, with so many decimals at most. */
export function decimal(number: number, digits: number): string {
  return String(rounded(number, digits));
}
