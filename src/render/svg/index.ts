export { cssColour } from "./colour.ts";
export { renderPng, type Rendering } from "./png.ts";
export { drawSvg, svgText, type SvgResources, type SvgSheet } from "./svg.ts";
