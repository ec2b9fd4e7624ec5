import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { transform } from "esbuild";

const DATA = /[/\\]language[/\\]hyphenation[/\\]data[/\\]\w+\.ts$/;

/** Characters from which on a string is worth a file of its own. */
const LONG = 100_000;

/**
 * For esbuild: lays the packed tries of hyphenation beside the bundle, as the bytes that they are walked in. As strings of the bundle they would
 * be read with its text, again with the code that is kept of it, and copied to become bytes, which takes a start 3 ms and 3 MB.
 */
export function beside(folder) {
  return {
    name: "beside",
    setup(build) {
      build.onLoad({ filter: DATA }, async ({ path }) => {
        const { code } = await transform(await readFile(path, "utf8"), { loader: "ts" });
        const constants = Object.entries(await import(`data:text/javascript,${encodeURIComponent(code)}`));
        const lines = await Promise.all(constants.map(([name, text]) => constant(folder, name, text)));
        return { contents: ['import { readFileSync } from "node:fs";', ...lines].join("\n") };
      });
    },
  };
}

async function constant(folder, name, text) {
  if (text.length < LONG) return `export const ${name} = ${JSON.stringify(text)};`;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const file = `${name.toLowerCase()}-${hash}.packed`;
  await writeFile(`${folder}/${file}`, text, "latin1");
  return `export const ${name} = readFileSync(new URL(${JSON.stringify(file)}, import.meta.url));`;
}
