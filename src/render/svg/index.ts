export { cssColour } from "./colour.ts";
export { renderPng } from "./png.ts";
export { writeSvg, type SvgResources } from "./svg.ts";
