import { extractSchema, verifySchema } from "./archive-schemas.ts";
import { doctorSchema } from "./doctor-schema.ts";
import { dumpSchema } from "./dump-schema.ts";
import { explainSchema, wordsSchema } from "./explain-schemas.ts";
import { preflightSchema } from "./preflight-schema.ts";
import { reportSchema } from "./report-schema.ts";
import type { SaidName } from "./schema-names.ts";

/** The schemas of what commands say, with their titles. */
export const SAID = {
  report: { title: "Umbruch report of an article", schema: reportSchema },
  preflight: { title: "Umbruch preflight of a file", schema: preflightSchema },
  verify: { title: "Umbruch verification of an archive file", schema: verifySchema },
  extract: { title: "Umbruch extraction of an archive file", schema: extractSchema },
  dump: { title: "Umbruch dump of an article", schema: dumpSchema },
  explain: { title: "Umbruch explanation of an article's pages", schema: explainSchema },
  words: { title: "Umbruch explanation of words", schema: wordsSchema },
  doctor: { title: "Umbruch doctor's report", schema: doctorSchema },
} as const satisfies Record<SaidName, object>;
