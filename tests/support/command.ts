import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, vi } from "vitest";
import { main } from "../../src/app/cli.ts";

/** An article that can be set without a finding. */
export const GOOD =
  "Innenpolitik\n\nEine Überschrift\n\nDatum: 2025-02-09\n\nEin Absatz, der sich ohne Weiteres setzen lässt und der kurz ist.\n";

/** Runs the command in this process; gives its exit code and what it wrote. */
export async function umbruch(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => ((out += String(chunk)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((chunk) => ((err += String(chunk)), true));
  try {
    const code = await main(args);
    return { code, out, err };
  } finally {
    vi.restoreAllMocks();
  }
}

/** A folder for a test file, gone when its tests are through; `put` writes a file into it and gives its path. */
export function testFolder(name: string) {
  const path = mkdtempSync(join(tmpdir(), `umbruch-${name}-`));
  afterAll(() => {
    rmSync(path, { recursive: true, force: true });
  });
  const put = (file: string, content: string | Uint8Array): string => {
    const whole = join(path, file);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  };
  return { path, put };
}
