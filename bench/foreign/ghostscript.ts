import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Missing, run, type Producer, type Shop } from "./producer.ts";

/** Ghostscript's pdfwrite over pages of others: as it comes, PDF/X-3, PDF/A-2, and through PostScript. */
export const GHOSTSCRIPT: readonly Producer[] = [
  { name: "gs-pdfwrite", title: "Ghostscript pdfwrite over LuaLaTeX", make: (shop) => distil(shop, [], from(shop)) },
  { name: "gs-x3", title: "Ghostscript PDF/X-3 over LuaLaTeX", make: x3 },
  { name: "gs-a2", title: "Ghostscript PDF/A-2 over LuaLaTeX", make: a2 },
  {
    name: "gs-postscript",
    title: "Ghostscript, through PostScript",
    make: (shop) => {
      const postscript = join(shop.folder, "story.ps");
      run(shop.folder, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=ps2write", "-o", postscript, from(shop));
      return distil(shop, ["-dPDFSETTINGS=/prepress"], postscript);
    },
  },
];

function from({ made }: Shop): string {
  const path = made("lualatex");
  if (path === undefined) throw new Missing("the sample lualatex is not there");
  return path;
}

function distil({ folder }: Shop, options: readonly string[], ...files: readonly string[]): string {
  const out = join(folder, "story.pdf");
  run(folder, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dNOSAFER", "-sDEVICE=pdfwrite", ...options, "-o", out, ...files);
  return out;
}

function x3(shop: Shop): string {
  const prefix = join(shop.folder, "x3.ps");
  writeFileSync(
    prefix,
    intent(shop, "/GTS_PDFX", "[ /GTS_PDFXVersion (PDF/X-3:2002) /Title (Foreign) /Trapped /False /DOCINFO pdfmark"),
  );
  return distil(
    shop,
    ["-dPDFX", "-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK"],
    prefix,
    from(shop),
  );
}

function a2(shop: Shop): string {
  const prefix = join(shop.folder, "a2.ps");
  writeFileSync(prefix, intent(shop, "/GTS_PDFA1", "[ /Title (Foreign) /DOCINFO pdfmark"));
  const options = ["-dPDFA=2", "-dPDFACompatibilityPolicy=1", "-sColorConversionStrategy=CMYK"];
  return distil(shop, options, prefix, from(shop));
}

function intent({ profile }: Shop, kind: string, info: string): string {
  return `%!
${info}
[/_objdef {icc} /type /stream /OBJ pdfmark
[{icc} << /N 4 >> /PUT pdfmark
[{icc} (${profile}) (r) file /PUT pdfmark
[/_objdef {intent} /type /dict /OBJ pdfmark
[{intent} << /Type /OutputIntent /S ${kind} /OutputCondition (Offset on coated paper)
/OutputConditionIdentifier (FOGRA39) /Info (FOGRA39) /RegistryName (http://www.color.org) /DestOutputProfile {icc} >> /PUT pdfmark
[{Catalog} << /OutputIntents [ {intent} ] >> /PUT pdfmark
`;
}
