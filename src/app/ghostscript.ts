import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { PlateMaker, Raster } from "../preflight/index.ts";

/** Longer than any page takes; what takes longer is meant to. */
const PATIENCE_MS = 60_000;

interface Renderer {
  readonly name: string;
  readonly program: string;
  readonly shows: Raster["shows"];
  readonly args: (file: string, out: string, page: number, ppi: number) => readonly string[];
}

/** Ghostscript minds overprint; mutool does in part, and is taken where the other is missing. */
const RENDERERS: readonly Renderer[] = [
  {
    name: "Ghostscript",
    program: "gs",
    shows: "MediaBox",
    args: (file, out, page, ppi) => [
      ...["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pamcmyk32", `-r${ppi}`],
      ...[`-dFirstPage=${page}`, `-dLastPage=${page}`, `-sOutputFile=${out}`, "-f", file],
    ],
  },
  {
    name: "mutool",
    program: "mutool",
    shows: "CropBox",
    args: (file, out, page, ppi) => [
      ...["draw", "-q", "-N", "-A", "0", "-c", "cmyk", "-F", "pam", "-r", String(ppi), "-o", out, file, String(page)],
    ],
  },
];

/** Makes plates of a file by the first renderer that is installed; without one, every page gets the reason. */
export function openPlateMaker(path: string): PlateMaker {
  const renderer = RENDERERS.find(({ program }) => isInstalled(program));
  if (renderer === undefined) return () => "install Ghostscript (gs), which renders the plates";
  return (page, ppi) => render(renderer, resolve(path), page, ppi);
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ["-v"], { stdio: "ignore", timeout: PATIENCE_MS }).error === undefined;
}

function render({ name, program, shows, args }: Renderer, file: string, page: number, ppi: number): Raster | string {
  const folder = mkdtempSync(join(tmpdir(), "umbruch-plates-"));
  try {
    const out = join(folder, "page.pam");
    const { error, status } = spawnSync(program, args(file, out, page, ppi), { stdio: "ignore", timeout: PATIENCE_MS });
    if (error !== undefined || status !== 0) return `${name} cannot render the file`;
    return readPam(readFileSync(out), shows) ?? `${name} cannot render the file`;
  } catch {
    // The renderer ended without a file.
    return `${name} cannot render the file`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A picture of four samples a pixel in Netpbm's PAM. */
function readPam(bytes: Uint8Array, shows: Raster["shows"]): Raster | undefined {
  const header = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const number = (key: string): number => Number(new RegExp(`\\n${key} (\\d+)`).exec(header)?.[1] ?? 0);
  const end = header.indexOf("ENDHDR\n");
  const [width, height] = [number("WIDTH"), number("HEIGHT")];
  if (!header.startsWith("P7") || end < 0 || number("DEPTH") !== 4) return undefined;
  const cmyk = bytes.subarray(end + 7);
  return cmyk.length >= width * height * 4 ? { cmyk, width, height, shows } : undefined;
}
