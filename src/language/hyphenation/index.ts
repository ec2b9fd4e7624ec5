export { breakPoints } from "./break-points.ts";
