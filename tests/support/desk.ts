import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { copyFrom, type Copy, type Source } from "../../src/base/index.ts";
import { BUNDLED_FACES, openFontBook, type Typesetter } from "../../src/galley/index.ts";
import { languageOf } from "../../src/language/index.ts";
import { readTemplate, type Template } from "../../src/template/index.ts";

/** A path inside the project. */
export function projectPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export function fontBytes(file: string): Uint8Array {
  return readFileSync(projectPath(`fonts/${file}`));
}

/** The bundled fonts and Austrian German: what most tests set with. */
export const setter: Typesetter = { fonts: openFontBook(fontBytes), language: languageOf("de-AT") };

/** Copy that a test makes up. */
export function copyOf(text: string, name = "test"): Copy {
  const source: Source = { name, text };
  return copyFrom(source, 0, text.length);
}

export function bundledTemplate(name: string): Template {
  return templateFrom(name, readFileSync(projectPath(`templates/${name}.json`), "utf8"));
}

/** A template of a test's own that extends a bundled one. */
export function templateLike(parent: string, changes: object): Template {
  return templateFrom("test", JSON.stringify({ extends: parent, name: "test", title: "A test's", ...changes }));
}

const PARENTS = {
  names: [],
  find: (name: string) => ({ name, text: readFileSync(projectPath(`templates/${name}.json`), "utf8") }),
};

function templateFrom(name: string, text: string): Template {
  const { value, diagnostics } = readTemplate({ name, text }, BUNDLED_FACES, PARENTS);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}
