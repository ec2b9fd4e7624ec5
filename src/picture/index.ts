export { MISSING, UNREADABLE } from "./findings.ts";
export { probePicture, type Orientation, type Probe } from "./probe.ts";
export { checkResolution } from "./resolution.ts";
