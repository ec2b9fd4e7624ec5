export { breakPoints } from "./break-points.ts";
export { ligatureBreaks } from "./ligature-breaks.ts";
export { markedWord } from "./marked-word.ts";
