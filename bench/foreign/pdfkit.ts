import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type Producer } from "./producer.ts";

/** pdfkit by its own text layout, as its guide shows it: standard fonts, not embedded, and RGB. */
export const PDFKIT: readonly Producer[] = [
  {
    name: "pdfkit",
    title: "pdfkit, raw",
    make: ({ folder, story }) => {
      const out = join(folder, "story.pdf");
      writeFileSync(join(folder, "story.json"), JSON.stringify({ ...story, out }));
      run(process.cwd(), process.execPath, "--input-type=module", "-e", SCRIPT, join(folder, "story.json"));
      return out;
    },
  },
];

/** A process of its own, because the writer ends by an event and the other producers do not. */
const SCRIPT = `
import { createWriteStream, readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
const story = JSON.parse(readFileSync(process.argv[1], "utf8"));
const kit = new PDFDocument({ size: "A4", info: { Title: story.headline, CreationDate: new Date(0) } });
kit.pipe(createWriteStream(story.out));
kit.font("Times-Bold").fontSize(24).text(story.headline);
kit.image(story.picture, { width: 226 }).moveDown();
kit.font("Times-Roman").fontSize(9).fillColor("black").text(story.paragraphs.join("\\n"), { columns: 3, columnGap: 14, align: "justify" });
kit.end();
`;
