import { german } from "./de.ts";

/** German of Switzerland. Its marks « » and its ss are matters of the house and of the copy. */
export const swissGerman = german({ tag: "de-CH", january: "Januar" });
