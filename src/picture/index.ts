export { creditIn } from "./credit.ts";
export { MISSING } from "./findings.ts";
export type { Orientation } from "./orientation.ts";
export type { Crop } from "./pixel-crop.ts";
export { preparePicture, type PictureOrder, type PreparedPicture } from "./prepare.ts";
export { examinePicture, probePicture, type Probe } from "./probe.ts";
export { checkResolution } from "./resolution.ts";
