import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Missing, run, type Producer, type Shop } from "./producer.ts";
import type { Story } from "./story.ts";

/** LuaLaTeX and pdfTeX: plain, with hyperref's links, and as PDF/X-4 and PDF/X-1a of the package pdfx. */
export const TEX: readonly Producer[] = [
  { name: "lualatex", title: "LuaLaTeX, plain", make: (shop) => tex("lualatex", shop, "", "") },
  {
    name: "lualatex-hyperref",
    title: "LuaLaTeX with hyperref",
    make: (shop) => tex("lualatex", shop, "", String.raw`\usepackage{hyperref}`),
  },
  {
    name: "lualatex-x4",
    title: "LuaLaTeX with pdfx, PDF/X-4",
    make: (shop) => pdfx(shop, "x-4"),
  },
  {
    name: "lualatex-x4-careful",
    title: "LuaLaTeX with pdfx, PDF/X-4, as a careful author would",
    make: careful,
  },
  {
    name: "lualatex-x1a",
    title: "LuaLaTeX with pdfx, PDF/X-1a",
    make: (shop) => pdfx(shop, "x-1a"),
  },
  { name: "pdflatex", title: "pdfTeX, Type 1 fonts", make: (shop) => tex("pdflatex", shop, "", "") },
];

/** The profile stands in the metadata file, where pdfx looks for it. */
function pdfx(shop: Shop, standard: string, after = ""): string {
  copyFileSync(shop.profile, join(shop.folder, "press.icc"));
  const metadata = String.raw`\begin{filecontents*}[overwrite]{\jobname.xmpdata}
\Title{${escape(shop.story.headline)}}
\Author{APA}
\Language{de-AT}
\setCMYKcolorprofile{press.icc}{Offset on coated paper}{FOGRA39}{http://www.color.org}
\end{filecontents*}
`;
  return tex("lualatex", shop, metadata, String.raw`\usepackage[${standard}]{pdfx}${after}`);
}

/** PDF 1.6, the picture in CMYK, and boxes of one's own: what pdfx leaves to the author. */
function careful(shop: Shop): string {
  const { story } = shop;
  const after = String.raw`\AtBeginDocument{\pdfvariable minorversion=6
\pdfvariable pageattr{/BleedBox [0 0 595.276 841.89] /TrimBox [0 0 595.276 841.89]}}`;
  return pdfx({ ...shop, story: { ...story, picture: story.separated } }, "x-4", after);
}

function tex(engine: string, shop: Shop, before: string, packages: string): string {
  const { folder, story } = shop;
  writeFileSync(join(folder, "story.tex"), source(engine, story, before, packages));
  // Twice: pdfx and hyperref write files for the second run.
  for (let pass = 0; pass < 2; pass++) {
    try {
      run(folder, engine, "--interaction=nonstopmode", "--halt-on-error", "story.tex");
    } catch (error) {
      if (error instanceof Missing) throw error;
      const log = readFileSync(join(folder, "story.log"), "latin1");
      throw new Error(`${engine}: ${/^!.*(?:\n.*){3}/m.exec(log)?.[0] ?? log.slice(-500)}`, { cause: error });
    }
  }
  return join(folder, "story.pdf");
}

function source(engine: string, story: Story, before: string, packages: string): string {
  const fonts =
    engine === "lualatex"
      ? String.raw`\usepackage{fontspec}`
      : String.raw`\usepackage[T1]{fontenc}\usepackage{lmodern}`;
  return String.raw`${before}\documentclass[a4paper]{article}
\usepackage[a4paper,margin=20mm]{geometry}
${fonts}
\usepackage[ngerman]{babel}
\usepackage{multicol,graphicx}
${packages}
\begin{document}
\section*{${escape(story.headline)}}
\includegraphics[width=80mm]{${story.picture}}

\emph{${escape(story.caption)}}
\begin{multicols}{3}
${story.paragraphs.map(escape).join("\n\n")}
\end{multicols}
\end{document}
`;
}

function escape(text: string): string {
  return text.replace(/[\\%&#$_{}^~"]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`);
}

const ESCAPED: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  '"': "\\textquotedbl{}",
};
