// One page through Typst's binding in a process of its own: FONTS SOURCE STANDARD OUT. What a user of the binding would write.
import { readFileSync, writeFileSync } from "node:fs";
import { openTypst } from "../peers/typst-binding.ts";

const [fonts = "", source = "", pdfStandard = "", out = ""] = process.argv.slice(2);
const opened = await openTypst(fonts);
if ("missing" in opened) throw new Error(opened.missing);
writeFileSync(out, opened.compiler.pdf({ mainFileContent: readFileSync(source, "utf8") }, { pdfStandard }));
