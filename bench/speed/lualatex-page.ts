import { spawnSync } from "node:child_process";
import { COMMANDS, escapeTex } from "../peers/lualatex.ts";
import type { Template } from "../../src/template/index.ts";
import { headlineSize, pictureOf } from "./design.ts";
import type { Story } from "./story.ts";

/** Why LuaLaTeX cannot set the page here; undefined when it can. */
export function missingLualatex(): string | undefined {
  if (spawnSync("lualatex", ["--version"], { stdio: "ignore" }).status !== 0)
    return "there is no lualatex (Debian: texlive-luatex)";
  const packages = ["microtype.sty", "fontspec.sty", "multicol.sty", "ngerman.ldf"];
  const { status } = spawnSync("kpsewhich", packages, { stdio: "ignore" });
  return status === 0 ? undefined : "microtype, fontspec, multicol or babel's ngerman are missing";
}

/**
 * The same page as Typst's in LuaLaTeX with microtype, the picture's place a mere frame, columns by multicol, which balances them.
 * It is neither tagged nor PDF/A, as LaTeX files are unless somebody goes to some length.
 */
export function lualatexPage(template: Template, story: Story, fontFolder: string): string {
  const { page, typeArea, grid, styles } = template;
  const { body, headline, section, caption } = styles;
  const { width, height } = pictureOf(template);
  const size = headlineSize(template);
  const family = (face: string): string => `\\fontspec{${face}.otf}[Path=${fontFolder}]`;
  return String.raw`\documentclass{article}
\usepackage[paperwidth=${page.width}bp,paperheight=${page.height}bp,left=${typeArea.x}bp,top=${typeArea.y}bp,textwidth=${typeArea.width}bp,textheight=${typeArea.height}bp]{geometry}
\usepackage{fontspec}
\usepackage[ngerman]{babel}
\setmainfont{${body.face}.otf}[Path=${fontFolder}]
\usepackage{microtype,multicol}
\pagestyle{empty}
\tolerance=3000
\emergencystretch=0.5em
\columnsep=${grid.gutter}bp
\parindent=${body.indent}bp
${COMMANDS}
\begin{document}
\noindent\rule{\textwidth}{2bp}\par\noindent{${family(section.face)}\fontsize{${section.size}bp}{${section.leading}bp}\selectfont ${escapeTex(story.section)}\par}
\noindent\rule{\textwidth}{0.4bp}\par
{\raggedright\noindent${family(headline.face)}\fontsize{${size}bp}{${1.04 * size}bp}\selectfont ${escapeTex(story.headline)}\par}\medskip
{\setlength\unitlength{1bp}\noindent\begin{picture}(${width},${height})\put(0,0){\framebox(${width},${height}){}}\end{picture}\par}
{\noindent${family(caption.face)}\fontsize{${caption.size}bp}{${caption.leading}bp}\selectfont ${escapeTex(`${story.caption} ${story.credit}`)}\par}
\begin{multicols}{${grid.columns}}
\fontsize{${body.size}bp}{${body.leading}bp}\selectfont
${story.paragraphs.map((text) => `${escapeTex(text)}\\par`).join("\n")}
\end{multicols}
\end{document}
`;
}
