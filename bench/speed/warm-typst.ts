import type { Compiler } from "../peers/typst-binding.ts";
import { TYPST_STANDARD } from "./typst-page.ts";

/** What Typst's manual advises tools that do not watch to keep of the memoised: what was used within so many documents. */
const MAX_AGE = 10;

/** Compiles document after document as a tool would that lives long: without the cache growing. Gives the length in bytes. */
export function evicting(compiler: Compiler): (mainFileContent: string) => number {
  return (mainFileContent) => {
    const { length } = compiler.pdf({ mainFileContent }, { pdfStandard: TYPST_STANDARD });
    compiler.evictCache(MAX_AGE);
    return length;
  };
}
