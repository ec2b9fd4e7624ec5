import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** What would make two runs differ, each with its substitute. `app` alone may look at the outside world. */
const outsideWorld = [
  { name: "Date", message: "The layout knows no clock: take the date from the article or the job." },
  { name: "process", message: "Only app knows the process; hand in what is needed through World." },
  { name: "console", message: "Rooms return diagnostics; only app prints." },
  { name: "Intl", message: "Locale data differs between machines: write the German forms in src/language." },
  { name: "setTimeout", message: "Nothing in the layout waits." },
  { name: "Buffer", message: "Use Uint8Array; Buffer is Node's own." },
];

const undetermined = [
  { object: "Math", property: "random", message: "Same input, same bytes: derive what you need from the content." },
  { property: "toLocaleString", message: "Locale data differs between machines: format by hand." },
  { property: "toLocaleUpperCase", message: "Use toUpperCase: the machine's locale has no say in the layout." },
  { property: "toLocaleLowerCase", message: "Use toLowerCase: the machine's locale has no say in the layout." },
  { property: "localeCompare", message: "Compare code units: collation differs between machines." },
];

export default tseslint.config(
  { ignores: ["dist/", "output/", "node_modules/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-control-regex": "off",
      "no-irregular-whitespace": [
        "error",
        { skipRegExps: true, skipStrings: true, skipComments: true, skipTemplates: true },
      ],
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-restricted-properties": ["error", ...undetermined],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/app/**", "src/render/pdf/**"],
    rules: { "no-restricted-globals": ["error", ...outsideWorld] },
  },
  {
    // A face is opened once.
    files: ["src/{galley,page,render}/**/*.ts"],
    ignores: ["src/galley/font/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: 'ObjectExpression > Property[kind="get"]',
          message: "Give it a class: V8 keeps what the getter of a literal knows until the heap is tidied.",
        },
      ],
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
);
