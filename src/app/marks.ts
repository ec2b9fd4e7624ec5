import type { Sheet } from "../condition/index.ts";

const MARKS: Readonly<Record<string, keyof Sheet>> = {
  crop: "cropMarks",
  registration: "registrationMarks",
  bar: "colourBar",
  slug: "slugLine",
};

/** What stands around the page by a list of marks (`crop,bar`), `all` or `none`; `unknown` is the first that does not exist. */
export function sheetOf(list: string): { readonly sheet: Sheet; readonly unknown: string | undefined } {
  const names = list === "all" ? Object.keys(MARKS) : list === "none" ? [] : list.split(",").map((name) => name.trim());
  const has = (name: string): boolean => names.includes(name);
  const sheet = {
    cropMarks: has("crop"),
    registrationMarks: has("registration"),
    colourBar: has("bar"),
    slugLine: has("slug"),
  };
  return { sheet, unknown: names.find((name) => !Object.hasOwn(MARKS, name)) };
}
