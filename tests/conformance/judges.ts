import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { projectPath } from "../support/desk.ts";

/** What a program printed and how it ended; a program that is not there fails the suite and says how to get it. */
export function ask(
  program: string,
  ...args: string[]
): { readonly status: number; readonly stdout: string; readonly stderr: string } {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (error !== undefined) throw new Error(`${program} is not installed: bash tests/conformance/install.sh`);
  return { status: status ?? -1, stdout, stderr };
}

/** The file that install.sh fetches; the version is pinned there. */
function veraPdfJar(): string {
  const installer = readFileSync(projectPath("tests/conformance/install.sh"), "utf8");
  const version = /^verapdf=(\S+)$/m.exec(installer)?.[1] ?? "";
  const folder = join(homedir(), ".m2/repository/org/verapdf/apps/greenfield-apps", version);
  return join(folder, `greenfield-apps-${version}.jar`);
}

/** veraPDF's word on each file by one of its profiles (`2a`, `ua1` …): "PASS", or which rules failed. */
export function veraPdf(flavour: string, files: readonly string[]): ReadonlyMap<string, string> {
  const main = "org.verapdf.apps.GreenfieldCliWrapper";
  const { stdout, stderr } = ask("java", "-cp", veraPdfJar(), main, "-f", flavour, "--format", "text", "-v", ...files);
  const verdicts = new Map<string, string>();
  let file = "";
  for (const line of stdout.split("\n")) {
    const [, verdict, path] = /^(PASS|FAIL) (.*) \S+$/.exec(line) ?? [];
    if (verdict !== undefined && path !== undefined) {
      file = path;
      verdicts.set(file, verdict);
    } else if (verdicts.has(file) && line.trim() !== "") verdicts.set(file, `${verdicts.get(file)} ${line.trim()}`);
  }
  if (verdicts.size !== files.length) throw new Error(`veraPDF judged ${verdicts.size} of ${files.length}: ${stderr}`);
  return verdicts;
}

/** The highest sum of C, M, Y and K of any pixel within each page's bleed, in percent, as Ghostscript prints the page. */
export function highestInk(pdf: string, folder: string): number {
  const pages = join(folder, "ink-%d.pam");
  const options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dUseBleedBox", "-r100", "-sDEVICE=pamcmyk32"];
  const { stdout } = ask("gs", ...options, `-sOutputFile=${pages}`, pdf);
  if (stdout.trim() !== "") throw new Error(stdout);
  const count = Number(/Pages:\s+(\d+)/.exec(ask("pdfinfo", pdf).stdout)?.[1]);
  const inks = Array.from({ length: count }, (_, page) => inkOf(readFileSync(join(folder, `ink-${page + 1}.pam`))));
  return Math.max(...inks);
}

/** The inks that Ghostscript lays on a page's plates, by name: what is not white on a plate is ink. */
export async function platesWithInk(pdf: string, folder: string): Promise<readonly string[]> {
  const plates = mkdtempSync(join(folder, "plates-"));
  const options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dUseTrimBox", "-r72", "-sDEVICE=tiffsep"];
  ask("gs", ...options, `-sOutputFile=${join(plates, "p-%d.tif")}`, pdf);
  const inked = new Set<string>();
  for (const file of readdirSync(plates)) {
    const ink = /\((\w+)\)\.tif$/.exec(file)?.[1];
    if (ink === undefined) continue;
    const { channels } = await sharp(join(plates, file)).stats();
    if ((channels[0]?.min ?? 255) < 255) inked.add(ink);
  }
  return [...inked].sort();
}

const HEADER_END = "ENDHDR\n";

function inkOf(pam: Buffer): number {
  let most = 0;
  for (let at = pam.indexOf(HEADER_END) + HEADER_END.length; at + 3 < pam.length; at += 4) {
    most = Math.max(most, (pam[at] ?? 0) + (pam[at + 1] ?? 0) + (pam[at + 2] ?? 0) + (pam[at + 3] ?? 0));
  }
  return (most * 100) / 255;
}

/** Text that mutool sees painted: face, size in points and colour, a row for each piece. */
export function paintedText(pdf: string): readonly { face: string; size: number; colour: string }[] {
  const { stdout } = ask("mutool", "trace", pdf);
  return [
    ...stdout.matchAll(/<fill_text[^>]*?colorspace="(\w+)" color="([^"]*)"[^>]*>([\s\S]*?)<\/fill_text>/g),
  ].flatMap(([, space, colour, body = ""]) =>
    [...body.matchAll(/<span font="([^"]*)"[^>]*trm="([\d.-]+) [^"]*"/g)].map(([, face = "", size]) => ({
      face: face.replace(/^[A-Z]{6}\+/, ""),
      size: Number(size),
      colour: `${space} ${colour}`,
    })),
  );
}
