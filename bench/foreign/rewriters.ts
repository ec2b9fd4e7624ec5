import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Missing, onlyPdf, run, type Producer, type Shop } from "./producer.ts";

/** Our own page, and what other programs make of the same file. */
export const REWRITERS: readonly Producer[] = [
  { name: "ours", title: "Umbruch", make: ours },
  { name: "ours-linearised", title: "qpdf, linearised", make: (shop) => qpdf(shop, "--linearize") },
  {
    name: "ours-object-streams",
    title: "qpdf, object streams",
    make: (shop) => qpdf(shop, "--object-streams=generate"),
  },
  {
    name: "ours-lines",
    title: "qpdf, QDF, no compression",
    make: (shop) => qpdf(shop, "--qdf"),
  },
  {
    name: "ours-encrypted",
    title: "qpdf, encrypted",
    make: (shop) => qpdf(shop, "--encrypt", "", "owner", "256", "--"),
  },
  {
    name: "ours-mutool",
    title: "mutool clean -gggg -z",
    make: (shop) => into(shop, (out) => run(shop.folder, "mutool", "clean", "-gggg", "-z", page(shop), out)),
  },
  {
    name: "ours-cairo",
    title: "cairo (pdftocairo -pdf)",
    make: (shop) => into(shop, (out) => run(shop.folder, "pdftocairo", "-pdf", page(shop), out)),
  },
  {
    name: "ours-gs",
    title: "Ghostscript pdfwrite over ours",
    make: (shop) => into(shop, (out) => run(shop.folder, "gs", "-q", "-sDEVICE=pdfwrite", "-o", out, page(shop))),
  },
];

function ours({ folder, story }: Shop): string {
  const out = join(folder, "out");
  mkdirSync(out);
  run(process.cwd(), process.execPath, "dist/umbruch.js", "set", story.article, "--out", out);
  return onlyPdf(out);
}

function page({ made }: Shop): string {
  const path = made("ours");
  if (path === undefined) throw new Missing("our own page is not there");
  return path;
}

function qpdf(shop: Shop, ...options: readonly string[]): string {
  return into(shop, (out) => run(shop.folder, "qpdf", ...options, page(shop), out));
}

function into({ folder }: Shop, make: (out: string) => void): string {
  const out = join(folder, "story.pdf");
  make(out);
  return out;
}
