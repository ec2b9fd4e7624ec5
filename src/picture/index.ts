export { MISSING, UNREADABLE } from "./findings.ts";
export { probePicture, type Probe } from "./probe.ts";
export { checkResolution } from "./resolution.ts";
