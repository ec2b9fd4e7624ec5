/** The rooms in a line: each imports only from those before it. */
const ROOMS = [
  "base",
  "language",
  "article",
  "template",
  "condition",
  "galley",
  "page",
  "picture",
  "render",
  "preflight",
  "archive",
];

const later = (room) => ROOMS.slice(ROOMS.indexOf(room) + 1);

/** One library, one home: the outside library, and the folder (or folders) that may know it. */
const HOMES = {
  fontkit: "src/galley/font",
  pdfkit: "src/render/pdf",
  exifreader: "src/picture",
  "@xmldom": "src/picture",
  sharp: "src/picture|src/render/svg",
  "jsonc-parser": "src/base",
  yaml: "src/article/readers|src/app/settings",
  "mdast-util-from-markdown": "src/article/readers",
  "mdast-util-gfm-table": "src/article/readers",
  "micromark-extension-gfm-table": "src/article/readers",
  commander: "src/app",
  tinyglobby: "src/app/batch",
  tinypool: "src/app/batch",
  tinyqueue: "src/page",
  zod: "src/article|src/template|src/condition|src/archive|src/app/settings|src/app/schema",
};

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      comment: "Two files that need each other are one idea in two files, or an idea is missing between them.",
      from: {},
      to: { circular: true },
    },
    ...ROOMS.map((room) => ({
      name: `${room}-looks-back`,
      severity: "error",
      comment: `${room} imports only from rooms before it. What it needs from a later one must be handed in, or belongs in an earlier room.`,
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${[...later(room), "app"].join("|")}|pipeline)(/|\\.ts)` },
    })),
    {
      name: "by-the-front-door",
      severity: "error",
      comment:
        "A room is entered through its index.ts. If what you need is not there, ask whether the room should offer it. (What schemas share has a door of its own, template/schema.ts: whoever takes a template ready made need not wait for zod.)",
      from: { path: "^src/([^/]+)/" },
      to: {
        path: "^src/([^/]+)/(?!(index\\.ts|display/index\\.ts|pdf/index\\.ts|svg/index\\.ts)$)",
        pathNot: "^src/($1/|template/schema\\.ts$)",
      },
    },
    ...Object.entries(HOMES).map(([library, home]) => ({
      name: `${library}-has-one-home`,
      severity: "error",
      comment: `${library} is known only in ${home}. Everybody else asks that folder's front door.`,
      from: { path: "^src/", pathNot: `^(${home})/` },
      to: { path: `(^|/)node_modules/${library}/` },
    })),
    {
      name: "only-app-meets-the-world",
      severity: "error",
      comment:
        "Files, processes and the rest of Node belong to app; the rooms get what they need through World. (render/pdf and archive hash; zlib packs and unpacks there, in picture and in preflight.)",
      from: { path: "^src/", pathNot: "^src/(app|render/pdf|archive)/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?zlib$" },
    },
    {
      name: "the-pipeline-has-one-door",
      severity: "error",
      comment: "The way through the rooms is entered at src/pipeline.ts; the steps behind it are its own.",
      from: { path: "^src/", pathNot: "^src/pipeline(/|\\.ts)" },
      to: { path: "^src/pipeline/" },
    },
    {
      name: "zlib-where-files-are",
      severity: "error",
      comment:
        "Only rooms that read or write files of others' formats pack and unpack; nothing before the picture room does.",
      from: { path: "^src/(base|language|article|template|condition|galley|page|render/display|render/svg)/" },
      to: { path: "^(node:)?zlib$" },
    },
    {
      name: "the-checker-trusts-nobody",
      severity: "error",
      comment:
        "preflight judges files by what stands in them. It knows base and the print condition, and shares no code with those that make files.",
      from: { path: "^src/preflight/" },
      to: { path: "^src/(?!preflight/|base/|condition/)" },
    },
    {
      name: "the-breaker-knows-numbers-only",
      severity: "error",
      comment:
        "The breaker (linebreak, possible-lines, break-costs, items) knows items and numbers: no fonts, no text, no styles.",
      from: { path: "^src/galley/(linebreak|possible-lines|break-costs|items)\\.ts$" },
      to: { pathNot: "^src/galley/(possible-lines|break-costs|items)\\.ts$" },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "A file that nothing imports is dead: take it out, or join it to what needs it.",
      from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" },
      to: {},
    },
    {
      name: "only-declared-packages",
      severity: "error",
      comment: "What ships must be in dependencies of package.json.",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "unknown", "undetermined"],
        pathNot: "^node_modules/@types/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
