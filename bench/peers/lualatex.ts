import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PAGE, TYPE, type Found, type Order, type Paragraphs } from "./order.ts";

/** LuaLaTeX with microtype, where both are installed. */
export function findLualatex(fontFolder: string): Found {
  const name = "LuaLaTeX + microtype";
  const asked = spawnSync("kpsewhich", ["microtype.sty", "fontspec.sty", "ngerman.ldf"], { encoding: "utf8" });
  const { status } = spawnSync("lualatex", ["--version"], { stdio: "ignore" });
  if (status !== 0) return { name, missing: "there is no lualatex (Debian: texlive-luatex)" };
  if (asked.status !== 0) return { name, missing: "microtype, fontspec or babel's ngerman are missing" };
  return { name, set: (order) => Promise.resolve([run(source(order, fontFolder))]) };
}

function run(text: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "peers-"));
  try {
    writeFileSync(join(folder, "peer.tex"), text);
    const { status } = spawnSync("lualatex", ["--interaction=nonstopmode", "--halt-on-error", "peer.tex"], {
      cwd: folder,
      stdio: "ignore",
    });
    if (status !== 0) throw new Error(readFileSync(join(folder, "peer.log"), "utf8").slice(-2000));
    return readFileSync(join(folder, "peer.pdf"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Protrusion and expansion are microtype's defaults. TeX's own tolerance of 200 leaves a fifth of the lines of 40 mm
 * overfull, \sloppy opens the spaces of every line; the 1414 with 1.5em that German FAQs recommend for a book's measure
 * is loose as well. Of ten pairs tried on articles/, from 200 to 9999 and from 0 to 3em, this is the tightest at 40 mm
 * that leaves no line overfull: what an author would find who took the trouble.
 */
function source({ measure, articles }: Order, fontFolder: string): string {
  const { margin, depth } = PAGE;
  const width = measure + 2 * margin;
  return String.raw`\documentclass{article}
\usepackage[paperwidth=${width}bp,paperheight=${depth}bp,textwidth=${measure}bp,left=${margin}bp,top=${margin}bp,bottom=${margin}bp]{geometry}
\usepackage{fontspec}
\usepackage[ngerman]{babel}
\setmainfont{${TYPE.face}.otf}[Path=${join(fontFolder, "/")}]
\usepackage{microtype}
\pagestyle{empty}
\raggedbottom
\tolerance=3000
\emergencystretch=0.5em
\hfuzz=0.3pt
${COMMANDS}
\begin{document}
\fontsize{${TYPE.size}bp}{${TYPE.leading}bp}\selectfont
\parindent=${TYPE.indentEm}em
${articles.map(page).join("\n\\newpage\n")}
\end{document}
`;
}

function page({ paragraphs }: Paragraphs): string {
  return paragraphs.map(({ text }, index) => `${index === 0 ? "\\noindent " : ""}${escapeTex(text)}\\par`).join("\n");
}

/** What `escapeTex` writes and LaTeX does not know. */
export const COMMANDS = String.raw`\newcommand*\nbhyphen{\nobreak\hbox{-}\nobreak\hskip0pt }`;

/** A text as TeX reads it; narrow no-break spaces are the font's own glyph, which TeX keeps in its word. */
export function escapeTex(text: string): string {
  return (
    text
      .replace(/[\\%&#$_{}^~"]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`)
      // An author who knows TeX writes "= in compounds: at a plain hyphen it would divide nothing but there.
      .replace(/(?<=[\p{L}\p{N}])-(?=\p{L}{2})/gu, '"=')
      .replaceAll("\u00A0", "~")
      .replaceAll("\u2011", "\\nbhyphen{}")
  );
}

const ESCAPED: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  '"': "\\textquotedbl{}",
};
