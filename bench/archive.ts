import { openWorld } from "../src/app/workspace.ts";
import { openArchive } from "../src/archive/index.ts";
import { archive, makeUp, press } from "../src/pipeline.ts";
import { Budget, isKind, PdfFile } from "../src/preflight/index.ts";

// What takes the bytes of an archive file, by the kinds of objects in it; beside it the press file of the same page.
const [article = "articles/nordkorea-atomare-aufruestung.txt"] = process.argv.slice(2);
const world = openWorld();
const { value: madeUp } = makeUp(world, { article, template: "berliner-5" });
if (madeUp === undefined) throw new Error(`${article} cannot be set`);
const file = (await archive(world, madeUp)).value;
const pressed = (await press(world, madeUp)).value;

const KINDS: readonly (readonly [string, (type: string, subtype: string) => boolean])[] = [
  ["pictures", (type, subtype) => type === "XObject" && subtype === "Image"],
  ["files inside", (type) => type === "EmbeddedFile"],
  ["font programs", (_, subtype) => subtype === "CIDFontType0C"],
  ["XMP", (type) => type === "Metadata"],
];

function sizes(bytes: Uint8Array): ReadonlyMap<string, number> {
  const pdf = PdfFile.open(bytes, new Budget());
  const found = new Map<string, number>();
  const add = (kind: string, size: number): void => void found.set(kind, (found.get(kind) ?? 0) + size);
  for (const number of pdf.numbers) {
    const object = pdf.object(number);
    if (!isKind(object, "stream")) continue;
    const { entries } = object.dict;
    const [type, subtype] = [pdf.name(entries.get("Type")) ?? "", pdf.name(entries.get("Subtype")) ?? ""];
    const kind = KINDS.find(([, is]) => is(type, subtype))?.[0];
    add(kind ?? (entries.has("N") ? "ICC profile" : "contents and character maps"), object.data.length);
  }
  const streams = [...found.values()].reduce((sum, size) => sum + size, 0);
  add("objects, structure tree, cross-references", bytes.length - streams);
  return found;
}

const inside = openArchive(file).files.reduce((sum, { bytes }) => sum + bytes.length, 0);
const [own, other] = [sizes(file), sizes(pressed)];
console.log(
  `${article}: archive ${file.length} bytes, press ${pressed.length} bytes; ${inside} bytes of files inside, unpacked\n`,
);
for (const kind of new Set([...own.keys(), ...other.keys()])) {
  console.log(
    `${kind.padEnd(42)} ${String(own.get(kind) ?? 0).padStart(9)} ${String(other.get(kind) ?? 0).padStart(9)}`,
  );
}
console.log(
  `${"without the files inside".padEnd(42)} ${String(file.length - (own.get("files inside") ?? 0)).padStart(9)}`,
);
