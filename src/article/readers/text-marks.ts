import { editCopy, Pattern, type Copy, type Mark } from "../../base/index.ts";

/** _kursiv_ and *fett*: the sign stands outside whole words, with text right behind and right before it. */
const MARKED = new Pattern(String.raw`(?<![\p{L}\p{N}_*@/])([_*])(?=\S)([^_*]*?\S)\1(?![\p{L}\p{N}_*])`, "g");

/** Plain text with the e-mail writer's emphasis read as marks: _kursiv_ is emphasis, *fett* is strong. */
export function textMarks(copy: Copy): Copy {
  if (!/[_*]/.test(copy.text)) return copy;
  const found = Array.from(copy.text.matchAll(MARKED.for(copy.text)));
  const marks = found.map((match): Mark => ({
    kind: match[1] === "_" ? "emphasis" : "strong",
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }));
  const edits = marks.flatMap(({ start, end }) => [
    { start: start - 1, end: start, text: "", rule: "mark" },
    { start: end, end: end + 1, text: "", rule: "mark" },
  ]);
  return editCopy({ ...copy, marks: [...copy.marks, ...marks] }, edits);
}
