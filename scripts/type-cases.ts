// Makes the type cases of all bundled faces, fonts/*.case.cff: `npm run type-cases`, after every change of a font or of its
// shaping table.
import { readFileSync, writeFileSync } from "node:fs";
import { BUNDLED_FACES, faceFile } from "../src/galley/font/font-book.ts";
import type { ShapingTableData } from "../src/galley/font/shaping-table.ts";
import { typeCaseOf } from "./type-case.ts";

for (const name of BUNDLED_FACES) {
  const table = JSON.parse(readFileSync(`fonts/${faceFile(name, "table")}`, "utf8")) as ShapingTableData;
  const bytes = typeCaseOf(readFileSync(`fonts/${faceFile(name, "font")}`), table);
  writeFileSync(`fonts/${faceFile(name, "typeCase")}`, bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
