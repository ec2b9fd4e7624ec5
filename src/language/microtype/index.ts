export { microtype } from "./microtype.ts";
