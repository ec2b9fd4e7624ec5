import { german } from "./de.ts";

/** German of Austria. */
export const austrianGerman = german({ tag: "de-AT", january: "Jänner" });
