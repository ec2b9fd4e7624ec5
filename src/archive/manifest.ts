/** The name of the file inside that says how the page was ordered. */
export const MANIFEST = "umbruch.json";
