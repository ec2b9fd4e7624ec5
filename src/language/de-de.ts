import { german } from "./de.ts";

/** German of Germany. */
export const germanGerman = german({ tag: "de-DE", january: "Januar" });
