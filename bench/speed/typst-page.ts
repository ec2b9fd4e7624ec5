import type { Template, TextStyle } from "../../src/template/index.ts";
import { headlineSize, pictureOf } from "./design.ts";
import type { Story } from "./story.ts";

/** The standard that Typst's files keep to here; with its binding it is one alone, and neither PDF/X nor PDF/UA beside it. */
export const TYPST_STANDARD = "a-2a";

/**
 * A template's page in Typst, for one story or for many, each on pages of its own: trim, margins, columns, gutter, section between
 * rules, headline, picture with its cross, caption and credit, justified and divided body, in the same font files and sizes.
 * Typst does not compose: the headline has the width of the page and the second largest size, the picture stands below it over
 * half of the columns' width, columns end where the text ends.
 */
export function typstPage(template: Template, stories: readonly Story[]): string {
  const { page, typeArea, grid, styles } = template;
  const { body } = styles;
  const foot = page.height - typeArea.y - typeArea.height;
  const side = page.width - typeArea.x - typeArea.width;
  const between = grid.leading - body.size;
  return `#set document(title: ${literal(stories[0]?.headline ?? "")}, date: datetime(year: 2025, month: 2, day: 9))
#set page(width: ${page.width}pt, height: ${page.height}pt, margin: (left: ${typeArea.x}pt, right: ${side}pt, top: ${typeArea.y}pt, bottom: ${foot}pt), columns: ${grid.columns}, numbering: "1")
#set columns(gutter: ${grid.gutter}pt)
#set text(${fontOf(body)}, lang: "de", region: "AT", hyphenate: true, top-edge: 0.75em, bottom-edge: -0.25em)
#set par(justify: true, leading: ${between}pt, spacing: ${between}pt, first-line-indent: ${body.indent}pt)
#show heading: set text(${fontOf(styles.headline, headlineSize(template))}, hyphenate: false)
#show heading: set par(justify: false)
${stories.map((story) => storyIn(story, template)).join("#pagebreak()\n")}`;
}

function storyIn({ section, headline, caption, credit, paragraphs }: Story, template: Template): string {
  const { grid, styles } = template;
  const { width, height } = pictureOf(template);
  const cross = `#place(line(start: (0pt, 0pt), end: (${width}pt, ${height}pt), stroke: 0.3pt))#place(line(start: (0pt, ${height}pt), end: (${width}pt, 0pt), stroke: 0.3pt))`;
  return `#place(top, scope: "parent", float: true, clearance: ${grid.leading}pt)[
#line(length: 100%, stroke: 2pt)
#text(${fontOf(styles.section)})[#${literal(section)}]
#line(length: 100%, stroke: 0.4pt)
#heading(level: 1, ${literal(headline)})
#figure(alt: ${literal(caption)}, kind: image, rect(width: ${width}pt, height: ${height}pt, stroke: 0.3pt, fill: luma(92%), inset: 0pt)[${cross}])
#block(width: ${width}pt)[#text(${fontOf(styles.caption)})[#${literal(caption)}] #text(${fontOf(styles.credit)})[#${literal(credit)}]]
]
${paragraphs.map((text) => `#par[#${literal(text)}]`).join("\n")}
`;
}

/** A face by the names that Typst gives it: family, weight, style and width. */
function fontOf(style: TextStyle, size = style.size): string {
  const [file = "", manner = ""] = style.face.split("-");
  const family = file
    .replace(/^TeXGyre/, "TeX Gyre ")
    .replace(/Cn$/, "")
    .replace(/^Source(Serif|Sans)(\d)/, "Source $1 $2 ")
    .trim();
  const weight = manner === "Bold" ? 700 : manner === "Semibold" ? 600 : 400;
  const slope = /^It/.test(manner) ? ', style: "italic"' : "";
  const width = file.endsWith("Cn") ? ", stretch: 75%" : "";
  return `font: ${literal(family)}, weight: ${weight}${slope}${width}, size: ${size}pt`;
}

/** Strings, not markup: Typst is to set the characters it is given. */
function literal(text: string): string {
  return `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
}
