import { resolve } from "node:path";

/**
 * What the bundles evaluate only when one of its functions is called for the first time, and which those are: libraries and parts of
 * ours that most runs do not need, and that take longer to evaluate than to read. The code imports them as any other; that it never
 * asks for more than functions, at places where it may take a moment, is what makes a part fit for this list.
 */
export const LATE = {
  // Unpacks tables of all the world's scripts. Common text is shaped by our own tables.
  fontkit: ["create"],
  // What brings zod, and with it the building of schemas: needed for data that are not the package's own.
  "src/template/read.ts": ["readTemplate"],
  "src/template/json-schema.ts": ["templateJsonSchema", "optionalJsonSchema"],
  "src/condition/read.ts": ["readCondition"],
  "src/condition/json-schema.ts": ["conditionJsonSchema"],
  "src/article/json-schema.ts": ["articleJsonSchema"],
  "src/archive/read-manifest.ts": ["readManifest"],
  // The reader of any bytes as PDF, and the rules of the trade: commands of their own need them, setting never.
  "src/preflight/preflight.ts": ["preflight"],
  "src/archive/open-archive.ts": ["openArchive"],
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

const OURS = Object.keys(LATE).filter((part) => part.startsWith("src/"));

/** What the file of our own late parts holds: for each part the function that loads it. */
export const lateParts = {
  contents: `module.exports = {${OURS.map((part) => `${JSON.stringify(part)}: () => require("./${part}")`).join()}};`,
  resolveDir: resolve("."),
};

/**
 * For esbuild: puts in the place of each part of the list functions of the same names that load it when they are called. Libraries
 * stay in the bundle. Our own parts lie in a file beside it: what they share with the rest would else be loaded in steps, too, which
 * costs each run some milliseconds and 4 MB.
 */
export function late(file) {
  return {
    name: "late",
    setup(build) {
      const ours = new Map(OURS.map((part) => [resolve(part), part]));
      build.onResolve(
        { filter: /^\.|^fontkit$|^node:child_process$/ },
        ({ path, resolveDir, namespace, pluginData }) => {
          if (namespace === "late") return path === file ? { path, external: true } : undefined;
          const part = path.startsWith(".") ? ours.get(resolve(resolveDir, path)) : path;
          return part === undefined || pluginData === ITSELF ? undefined : { path: part, namespace: "late" };
        },
      );
      build.onLoad({ filter: /.*/, namespace: "late" }, async ({ path: part }) => {
        if (part.startsWith("src/")) return { contents: standIn(`require("${file}")["${part}"]()`, LATE[part]) };
        // As an import finds it: a require would bundle a library's other half, which cannot be thinned out.
        const how = { kind: "import-statement", resolveDir: resolve("."), pluginData: ITSELF };
        const { path } = await build.resolve(part, how);
        return { contents: standIn(`require("${path}")`, LATE[part]), resolveDir: resolve(".") };
      });
    },
  };
}

const ITSELF = "the part itself";

/** esbuild evaluates a module of the bundle that is required where, and when, that is done. */
function standIn(part, names) {
  const functions = names.map((name) =>
    name === "default"
      ? "export default function (...args) { const it = part().default; return new.target ? new it(...args) : it(...args); }"
      : `export function ${name}(...args) { return part().${name}(...args); }`,
  );
  return [`const part = () => ${part};`, ...functions].join("\n");
}
