import { Pattern } from "../base/index.ts";
import type { Language } from "../language/index.ts";
import { HEADLINE_COST, type HeadlinePiece } from "./headline-breaks.ts";

/** A word of a headline, the marks beside it with it, and whether a no-break space follows. */
export interface HeadlineWord {
  readonly text: string;
  readonly binds: boolean;
}

/** What it costs to end a line behind a word, and how much of a pause that is. */
export function breakAt(
  words: readonly HeadlineWord[],
  index: number,
  language: Language,
): Pick<HeadlinePiece, "breakCost" | "pause"> {
  const [word, next] = [words[index], words[index + 1]];
  const around = { before: words[index - 1]?.text, third: words[index + 2]?.text };
  if (word === undefined || next === undefined) return { breakCost: 0, pause: 0 };
  if (word.binds) return { breakCost: HEADLINE_COST.sense, pause: 0 };
  if (language.bindsForward(word.text, next.text)) {
    const between = !CAPITAL.test(next.text) && language.bindsForward(next.text, around.third);
    return { breakCost: between ? HEADLINE_COST.senseBetween : HEADLINE_COST.sense, pause: 0 };
  }
  const pause = pauseBehind(word.text);
  const dash = /^[–-]$/u.test(next.text) ? HEADLINE_COST.dash : 0;
  const bond = pause > 0 ? undefined : language.bondBehind(word.text, next.text, around);
  return { breakCost: HEADLINE_COST.noPause * (1 - pause) + dash + (bond ? HEADLINE_COST[bond] : 0), pause };
}

const FULL_PAUSE = new Pattern(String.raw`[:;.!?–][“”»«‘’›‹]?$|[“”»«‘’›‹],$`);
/** What a comma is of a colon: it may only part the members of a list. */
const COMMA = 0.6;

function pauseBehind(word: string): number {
  if (FULL_PAUSE.test(word)) return 1;
  return word.endsWith(",") ? COMMA : 0;
}

const CAPITAL = new Pattern(String.raw`^\p{Lu}`);
