export { checkInk } from "./check-ink.ts";
export type { Condition, OutputIntent, Sheet } from "./condition.ts";
export { fileNameFault, fileNameOf } from "./file-name.ts";
export { conditionJsonSchema } from "./json-schema.ts";
export { openProfile, type PressProfile } from "./profile.ts";
export { readCondition } from "./read.ts";
export { SRGB_INTENT, srgbProfile } from "./srgb.ts";
