/**
 * Where a word may end a line at a character it has already: behind a hyphen or dash that joins (U+2011 never
 * does), and behind „/“. Offsets from the start of the text, which holds no space.
 *
 * Duden K 26 allows more; a single letter or digit left behind („U-|Boot“), or fewer than three letters carried
 * over („Jong-|un“), read badly.
 */
export function jointBreaks(text: string): readonly number[] {
  const [hyphens, slashes] = [hyphenBreaks(text), slashBreaks(text)];
  return slashes.length === 0 ? hyphens : [...hyphens, ...slashes].sort((a, b) => a - b);
}

const NONE: readonly number[] = [];

// Patterns are used only where there is such a sign: V8 compiles a pattern at its first use, and most words have neither.
function hyphenBreaks(text: string): readonly number[] {
  if (!text.includes("-") && !text.includes("–")) return NONE;
  // Quotes and brackets may stand between: „Krone“-Interview, Anti-„Krone“.
  return Array.from(
    text.matchAll(/(?<=[\p{L}\p{N}]{2}[“”‘’«»‹›)\]]*)[-–](?=[„‚«»‹›([]*\p{L}{3})/gu),
    (found) => found.index + 1,
  );
}

function slashBreaks(text: string): readonly number[] {
  if (!text.includes("/")) return NONE;
  return Array.from(text.matchAll(/(?<=\p{L}{3})\/(?=\p{L}{3})/gu), (found) => found.index + 1);
}
