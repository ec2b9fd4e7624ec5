import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type Producer, type Shop } from "./producer.ts";

/** Scribus by its own Python, under a display of its own: PDF/X-4, PDF/X-3, PDF/X-1a, and PDF 1.5. */
export const SCRIBUS: readonly Producer[] = [
  { name: "scribus-x4", title: "Scribus, PDF/X-4", make: (shop) => scribus(shop, 10) },
  { name: "scribus-x3", title: "Scribus, PDF/X-3", make: (shop) => scribus(shop, 12) },
  { name: "scribus-x1a", title: "Scribus, PDF/X-1a", make: (shop) => scribus(shop, 11) },
  { name: "scribus", title: "Scribus, PDF 1.5", make: (shop) => scribus(shop, 15) },
];

function scribus(shop: Shop, version: number): string {
  const { folder, story, fontFolder } = shop;
  const out = join(folder, "story.pdf");
  const script = join(folder, "story.py");
  writeFileSync(script, python(shop, version, out));
  writeFileSync(join(folder, "story.json"), JSON.stringify({ ...story, fontFolder }));
  run(folder, "xvfb-run", "-a", "scribus", "-g", "-ns", "-py", script);
  return out;
}

/** Bleed, marks off, an intent by the first CMYK profile that Scribus knows. */
function python({ folder }: Shop, version: number, out: string): string {
  return `import json, scribus
story = json.load(open(${JSON.stringify(join(folder, "story.json"))}))
scribus.newDocument((210, 297), (20, 20, 20, 20), scribus.PORTRAIT, 1, scribus.UNIT_MILLIMETERS, scribus.PAGE_1, 0, 1)
font = [f for f in scribus.getFontNames() if "DejaVu Serif" in f or "Serif" in f][0]
def text(x, y, w, h, words, size):
    frame = scribus.createText(x, y, w, h)
    scribus.setText(words, frame)
    scribus.setFont(font, frame)
    scribus.setFontSize(size, frame)
    return frame
text(20, 20, 170, 20, story["headline"], 24)
picture = scribus.createImage(20, 45, 80, 60)
scribus.loadImage(story["picture"], picture)
scribus.setScaleImageToFrame(True, True, picture)
body = text(20, 110, 170, 160, "\\n".join(story["paragraphs"]), 9)
scribus.setColumns(3, body)
scribus.setColumnGap(5, body)
pdf = scribus.PDFfile()
pdf.file = ${JSON.stringify(out)}
pdf.version = ${version}
pdf.useDocBleeds = False
pdf.bleedt = pdf.bleedb = pdf.bleedl = pdf.bleedr = 3
pdf.fontEmbedding = 0
pdf.outdst = 1
pdf.info = "Foreign"
pdf.save()
`;
}
