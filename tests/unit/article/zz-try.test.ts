import { test } from "vitest"; import { readFileSync } from "node:fs";
import { readArticle, dumpArticle } from "/work/main/src/article/index.ts";
import { defaultHouse } from "/work/main/src/language/index.ts";
test("x", () => { for (const f of (process.env.F??"").split(",")) { const o = readArticle(f, readFileSync(f), defaultHouse);
 console.log(o.value ? dumpArticle(o.value) : "NONE"); for (const d of o.diagnostics) console.log(d.severity,d.code, d.place?.kind==="source"?`${d.place.line}:${d.place.column}`:"", d.message, "|", d.hint); }});
