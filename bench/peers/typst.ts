import { template } from "./ours.ts";
import { PAGE, TYPE, type Found, type Order, type Paragraphs } from "./order.ts";
import { openTypst, versionOf, type Compiler } from "./typst-binding.ts";

/** Typst as it comes, and tuned. */
export async function findTypst(fontFolder: string): Promise<Found[]> {
  const opened = await openTypst(fontFolder);
  if ("missing" in opened) return [{ name: "Typst", missing: opened.missing }];
  const { compiler } = opened;
  const name = `Typst ${versionOf(compiler)}`;
  return [setter(name, compiler, ""), setter(`${name}, tuned`, compiler, tuning())];
}

function setter(name: string, compiler: Compiler, preamble: string): Found {
  try {
    compiler.pdf({ mainFileContent: preamble });
  } catch {
    return { name, missing: "it does not know the tuning, which came with 0.14" };
  }
  const set = (order: Order) => Promise.resolve([compiler.pdf({ mainFileContent: preamble + source(order) })]);
  return { name, set };
}

/** By default only spaces give; a user who looks into the manual allows letterfit, here ours, and more hyphens. */
function tuning(): string {
  const { least, most } = template().styles.body.justification.letterfit;
  return `#set text(costs: (hyphenation: 50%))
#set par(justification-limits: (tracking: (min: ${least}em, max: ${most}em)))
`;
}

function source({ measure, articles }: Order): string {
  const { margin, depth } = PAGE;
  const between = TYPE.leading - TYPE.size;
  return `#set page(width: ${measure + 2 * margin}pt, height: ${depth}pt, margin: ${margin}pt)
#set text(font: "${TYPE.family}", size: ${TYPE.size}pt, lang: "de", region: "AT", hyphenate: true, top-edge: 0.75em, bottom-edge: -0.25em)
#set par(justify: true, leading: ${between}pt, spacing: ${between}pt)
${articles.map(page).join("\n#pagebreak()\n")}
`;
}

/** Strings, not markup: Typst is to set the characters it is given. */
function page({ paragraphs }: Paragraphs): string {
  return paragraphs
    .map(({ text }, index) => {
      const indent = index === 0 ? "0pt" : `${TYPE.indentEm}em`;
      const literal = text.replace(/[\\"]/g, (sign) => `\\${sign}`);
      return `#par(first-line-indent: (amount: ${indent}, all: true))[#"${literal}"]`;
    })
    .join("\n");
}
