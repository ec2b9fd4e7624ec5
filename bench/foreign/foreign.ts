// Makes one and the same article with as many PDF producers as this machine has, into output/foreign: the files with
// which the preflight must prove itself. A producer that is not there, or that fails, is named and left out.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { GHOSTSCRIPT } from "./ghostscript.ts";
import { OFFICE } from "./office.ts";
import { PDFKIT } from "./pdfkit.ts";
import { Missing, type Producer, type Shop } from "./producer.ts";
import { REWRITERS } from "./rewriters.ts";
import { SCRIBUS } from "./scribus.ts";
import { readStory } from "./story.ts";
import { TEX } from "./tex.ts";
import { WEB } from "./web.ts";

const OUT = resolve("output/foreign");
const PRODUCERS = [...REWRITERS, ...TEX, ...GHOSTSCRIPT, ...WEB, ...OFFICE, ...PDFKIT, ...SCRIBUS];

const profile = resolve("conditions/coated-fogra39l-tac300.icc");
const separated = join(OUT, "separated.jpg");
const story = readStory("articles/nordkorea-atomare-aufruestung.txt", "articles/pictures/rocket.jpg", separated);
const made = new Map<string, string>();

function produce({ name, title, make }: Producer): string {
  const folder = mkdtempSync(join(tmpdir(), `foreign-${name}-`));
  const shop: Shop = {
    story,
    folder,
    profile,
    fontFolder: resolve("fonts"),
    made: (wanted) => made.get(wanted),
  };
  try {
    const path = join(OUT, `${name}.pdf`);
    copyFileSync(make(shop), path);
    made.set(name, path);
    return `${path}: ${title}, ${statSync(path).size} bytes`;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${title} is left out: ${error instanceof Missing ? "" : "it failed: "}${error.message}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(OUT, { recursive: true });
const inks = sharp(story.picture).toColourspace("cmyk").withIccProfile(profile, { attach: false });
await inks.jpeg({ quality: 92, chromaSubsampling: "4:4:4" }).toFile(separated);
const wanted = process.argv.slice(2);
const chosen = PRODUCERS.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
for (const producer of chosen) console.log(produce(producer));
console.log(`${made.size} of ${chosen.length} samples stand in ${OUT}`);
