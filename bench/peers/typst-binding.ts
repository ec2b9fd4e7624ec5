/** What a Typst source is compiled into. */
interface PdfOptions {
  /** One of Typst's names, as `a-2a`; the binding takes no more than one. */
  readonly pdfStandard?: string;
}

interface Document {
  readonly mainFileContent: string;
}

/** As much of Typst's binding for Node as is used here. */
export interface Compiler {
  pdf(document: Document, options?: PdfOptions): Uint8Array;
  query(document: Document, what: { selector: string; field: string }): unknown;
  /** Forgets what was memoised so many calls ago and not used since, in all compilers of the process. */
  evictCache(maxAge: number): void;
}

interface Binding {
  readonly NodeCompiler: { create(options: { fontArgs: { fontPaths: string[] }[] }): Compiler };
}

const PACKAGE = "@myriaddreamin/typst-ts-node-compiler";

/** A compiler, or why there is none. */
export type OpenedTypst = { readonly compiler: Compiler } | { readonly missing: string };

/** Typst through its binding for Node: the package if it is installed, or the file that TYPST_NODE names. */
export async function openTypst(fontFolder: string): Promise<OpenedTypst> {
  // Not a literal, so that neither compiler nor bundler asks for a package that is no dependency.
  const path: string = process.env["TYPST_NODE"] ?? PACKAGE;
  try {
    const imported = (await import(path)) as Binding & { readonly default?: Binding };
    const { NodeCompiler } = imported.default ?? imported;
    return { compiler: NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder] }] }) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return { missing: `npm install ${PACKAGE} anywhere, and TYPST_NODE=…/${PACKAGE}/index.js (${why})` };
  }
}

/** Typst's own version. */
export function versionOf(compiler: Compiler): string {
  const document = { mainFileContent: "#metadata(str(sys.version)) <version>" };
  return String(compiler.query(document, { selector: "<version>", field: "value" }));
}
