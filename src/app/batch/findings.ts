import type { Finding } from "../../base/index.ts";

export const NO_ARTICLES = {
  code: "app/no-articles",
  severity: "error",
  when: "A folder holds no file that could be an article, or a pattern matches none.",
  hint: "articles end in .txt, .md, .markdown or .json; folders below a folder are looked into with a pattern: 'articles/**/*.txt'",
} as const satisfies Finding;

export const SAME_OUTPUT = {
  code: "app/same-output",
  severity: "error",
  when: "Two articles of one run, or two pages of an article, would be written to the same file; the second article is not, and of such pages none.",
  hint: "rename one of them, give {article} a place in --name, or set them into different folders with --out",
} as const satisfies Finding;

export const FOLDER_IN_USE = {
  code: "app/folder-in-use",
  severity: "error",
  when: "Another run is writing a batch into the same folder.",
  hint: "wait until it has ended, or write into another folder with --out",
} as const satisfies Finding;

export const ARTICLE_BROKE_US = {
  code: "app/article-broke-us",
  severity: "error",
  when: "An article of a batch met a bug of ours; the others are set all the same.",
  hint: "please send us the article, the template and this message; set alone, the article shows where it happens",
} as const satisfies Finding;

export const NO_WORKERS = {
  code: "app/no-workers",
  severity: "warning",
  when: "The workers that --jobs asks for cannot be started; the articles are set one after the other.",
  hint: "is there memory for them? --jobs 1 asks for none; if a file is missing, install the package again",
} as const satisfies Finding;

export const NOT_IN_ONE_FILE = {
  code: "app/not-in-one-file",
  severity: "error",
  when: "Several articles are to become one file of a kind that holds one article: an archive file or a proof.",
  hint: "--one-file makes files for the press and for screens: --for press screen",
} as const satisfies Finding;
