/** How near to the middle between two steps a number must be for its rounding to be looked at closely. */
const DOUBT = 1e-6;

/** Above this the product with the power of ten may be off by more than `DOUBT`. */
const MOST_STEPS = 1e9;

/**
 * A number below a hundred million with so many decimals, at most 6, as `toFixed` rounds it, without the detour through text;
 * never minus zero. Its `String` is how a PDF writes it (ISO 32000-1, 7.3.3): no exponent, no needless digits.
 */
export function rounded(number: number, digits: number): number {
  const power = POWERS[digits] ?? NaN;
  const steps = number * power;
  const whole = Math.round(steps);
  // The product is rounded itself, so that where it lies in the middle it cannot be trusted.
  const isSure = Math.abs(Math.abs(steps - whole) - 0.5) > DOUBT && Math.abs(steps) < MOST_STEPS;
  return (isSure ? whole / power : Number(number.toFixed(digits))) + 0;
}

/** Powers of ten by their exponent. */
export const POWERS: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/** A number as PDF writes them, with so many decimals at most. */
export function decimal(number: number, digits: number): string {
  return String(rounded(number, digits));
}
