import { resolve } from "node:path";

/**
 * What the bundles evaluate only when one of its functions is called for the first time, and which those are: libraries and parts of
 * ours that most runs do not need, and that take longer to evaluate than to read. The code imports them as any other; that it never
 * asks for more than functions, at places where it may take a moment, is what makes a part fit for this list.
 */
export const LATE = {
  // Unpacks tables of all the world's scripts. Common text is shaped by our own tables.
  fontkit: ["create"],
  pdfkit: ["default"],
  // What brings zod, and with it the building of schemas: needed for data that are not the package's own.
  "src/template/read.ts": ["readTemplate"],
  "src/template/json-schema.ts": ["templateJsonSchema", "optionalJsonSchema"],
  "src/condition/read.ts": ["readCondition"],
  "src/condition/json-schema.ts": ["conditionJsonSchema"],
  "src/article/json-schema.ts": ["articleJsonSchema"],
  "src/archive/read-manifest.ts": ["readManifest"],
  "src/app/schema/json-schemas.ts": ["jsonSchemaOf"],
  // zod and yaml.
  "src/app/settings/read-config.ts": ["readConfig"],
  // Forms of copy: Markdown brings yaml and a parser of CommonMark, JSON its schema.
  "src/article/readers/markdown.ts": ["readMarkdown"],
  "src/article/readers/json.ts": ["readJson"],
  // xmldom and exifreader: needed where a picture has no credit in the copy.
  "src/picture/credit.ts": ["creditIn"],
  // Brings sockets and more. commander asks for it, for commands in files of their own, which we have none of.
  "node:child_process": ["spawn", "spawnSync"],
};

/** For esbuild: puts in the place of each part of the list functions of the same names that load it when they are called. */
export const late = {
  name: "late",
  setup(build) {
    const parts = new Map(Object.keys(LATE).map((name) => [name.startsWith("src/") ? resolve(name) : name, name]));
    build.onResolve({ filter: /^\.|^fontkit$|^pdfkit$|^node:child_process$/ }, ({ path, resolveDir, pluginData }) => {
      const name = parts.get(path.startsWith(".") ? resolve(resolveDir, path) : path);
      return name === undefined || pluginData === ITSELF ? undefined : { path: name, namespace: "late" };
    });
    build.onLoad({ filter: /.*/, namespace: "late" }, async ({ path: name }) => {
      // As an import finds it: a require would bundle a library's other half, which cannot be thinned out.
      const how = { kind: "import-statement", resolveDir: resolve("."), pluginData: ITSELF };
      const { path } = await build.resolve(name.startsWith("src/") ? `./${name}` : name, how);
      return { contents: standIn(path, LATE[name]), resolveDir: resolve(".") };
    });
  },
};

const ITSELF = "the part itself";

/** esbuild evaluates a module of the bundle that is required where, and when, that is done. */
function standIn(path, names) {
  const functions = names.map((name) =>
    name === "default"
      ? "export default function (...args) { const it = part().default; return new.target ? new it(...args) : it(...args); }"
      : `export function ${name}(...args) { return part().${name}(...args); }`,
  );
  return [`const part = () => require(${JSON.stringify(path)});`, ...functions].join("\n");
}
