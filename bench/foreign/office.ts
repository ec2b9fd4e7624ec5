import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onlyPdf, run, type Producer, type Shop } from "./producer.ts";
import { html } from "./web.ts";

/** LibreOffice Writer: as it comes, and as PDF/A-1b, PDF/A-2b and PDF/UA. */
export const OFFICE: readonly Producer[] = [
  { name: "libreoffice", title: "LibreOffice Writer", make: (shop) => office(shop, {}) },
  {
    name: "libreoffice-a1b",
    title: "LibreOffice Writer, PDF/A-1b",
    make: (shop) => office(shop, { SelectPdfVersion: 1 }),
  },
  {
    name: "libreoffice-a2b",
    title: "LibreOffice Writer, PDF/A-2b",
    make: (shop) => office(shop, { SelectPdfVersion: 2 }),
  },
  {
    name: "libreoffice-ua",
    title: "LibreOffice Writer, PDF/UA",
    make: (shop) => office(shop, { PDFUACompliance: true }),
  },
];

function office({ folder, story }: Shop, options: Readonly<Record<string, number | boolean>>): string {
  writeFileSync(join(folder, "story.html"), html(story));
  const out = join(folder, "out");
  mkdirSync(out);
  const filter = Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key,
      { type: typeof value === "boolean" ? "boolean" : "long", value: String(value) },
    ]),
  );
  run(
    folder,
    "soffice",
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
    "--headless",
    "--convert-to",
    `pdf:writer_web_pdf_Export:${JSON.stringify(filter)}`,
    "--outdir",
    out,
    "story.html",
  );
  return onlyPdf(out);
}
