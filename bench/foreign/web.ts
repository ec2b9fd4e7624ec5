import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run, type Producer, type Shop } from "./producer.ts";
import type { Story } from "./story.ts";

/** What prints HTML: WeasyPrint in its variants, and Chromium. */
export const WEB: readonly Producer[] = [
  { name: "weasyprint", title: "WeasyPrint", make: (shop) => weasyprint(shop) },
  { name: "weasyprint-a2b", title: "WeasyPrint, PDF/A-2b", make: (shop) => weasyprint(shop, "pdf/a-2b") },
  { name: "weasyprint-a3b", title: "WeasyPrint, PDF/A-3b", make: (shop) => weasyprint(shop, "pdf/a-3b") },
  { name: "weasyprint-ua1", title: "WeasyPrint, PDF/UA-1", make: (shop) => weasyprint(shop, "pdf/ua-1") },
  // WeasyPrint 67 and later; earlier versions refuse.
  { name: "weasyprint-x4", title: "WeasyPrint, PDF/X-4", make: (shop) => weasyprint(shop, "pdf/x-4") },
  { name: "chromium", title: "Chromium, print to PDF", make: chromium },
];

function weasyprint(shop: Shop, variant?: string): string {
  const out = join(shop.folder, "story.pdf");
  run(shop.folder, "weasyprint", "-q", ...(variant ? ["--pdf-variant", variant] : []), page(shop), out);
  return out;
}

function chromium(shop: Shop): string {
  const out = join(shop.folder, "story.pdf");
  run(
    shop.folder,
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    `--user-data-dir=${join(shop.folder, "profile")}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${out}`,
    pathToFileURL(page(shop)).href,
  );
  return out;
}

function page({ folder, story }: Shop): string {
  const path = join(folder, "story.html");
  writeFileSync(path, html(story));
  return path;
}

/** The story as HTML; also what LibreOffice reads. */
export function html(story: Story): string {
  return `<!doctype html>
<html lang="de-AT"><head><meta charset="utf-8"><title>${escape(story.headline)}</title>
<style>
@page { size: A4; margin: 20mm; bleed: 3mm; marks: crop }
body { font: 9pt/11pt "DejaVu Serif", serif; hyphens: auto }
.body { columns: 3; column-gap: 5mm; text-align: justify }
img { width: 80mm } p { margin: 0 }
</style></head><body>
<h1>${escape(story.headline)}</h1>
<figure><img src="${pathToFileURL(story.picture).href}" alt="${escape(story.caption)}"><figcaption>${escape(story.caption)}</figcaption></figure>
<div class="body">
${story.paragraphs.map((text) => `<p>${escape(text)}</p>`).join("\n")}
</div></body></html>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
