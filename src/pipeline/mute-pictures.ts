import type { Article } from "../article/index.ts";
import { placeOf, report, type Diagnostic } from "../base/index.ts";
import { NO_ALTERNATIVE } from "./findings.ts";

/** A finding for each picture of which nobody says what it shows: whoever cannot see it will ask. */
export function mutePictures({ pictures }: Article): readonly Diagnostic[] {
  const mute = pictures.filter(({ file, alternative }) => file !== undefined && alternative === undefined);
  return mute.map(({ file }) =>
    report(NO_ALTERNATIVE, `nobody says what ${file?.path} shows`, file && placeOf(file.at)),
  );
}
