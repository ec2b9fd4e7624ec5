import { template } from "./ours.ts";
import { PAGE, TYPE, type Found, type Order, type Paragraphs } from "./order.ts";

interface Document {
  readonly mainFileContent: string;
}

/** As much of Typst's binding for Node as is used here. */
interface Compiler {
  pdf(document: Document): Uint8Array;
  query(document: Document, what: { selector: string; field: string }): unknown;
}

interface Binding {
  readonly NodeCompiler: { create(options: { fontArgs: { fontPaths: string[] }[] }): Compiler };
}

const PACKAGE = "@myriaddreamin/typst-ts-node-compiler";

/** Typst through its binding for Node: the package if it is installed, or the file that TYPST_NODE names. */
export async function findTypst(fontFolder: string): Promise<Found[]> {
  // Not a literal, so that neither compiler nor bundler asks for a package that is no dependency.
  const path: string = process.env["TYPST_NODE"] ?? PACKAGE;
  try {
    const imported = (await import(path)) as Binding & { readonly default?: Binding };
    const { NodeCompiler } = imported.default ?? imported;
    const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder] }] });
    const name = `Typst ${versionOf(compiler)}`;
    return [setter(name, compiler, ""), setter(`${name}, tuned`, compiler, tuning())];
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return [
      { name: "Typst", missing: `npm install ${PACKAGE} anywhere, and TYPST_NODE=…/${PACKAGE}/index.js (${why})` },
    ];
  }
}

function versionOf(compiler: Compiler): string {
  const document = { mainFileContent: "#metadata(str(sys.version)) <version>" };
  return String(compiler.query(document, { selector: "<version>", field: "value" }));
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
