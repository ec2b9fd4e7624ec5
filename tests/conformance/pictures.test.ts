import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { PreparedPicture } from "../../src/picture/index.ts";
import { bundledCondition } from "../support/condition.ts";
import { projectPath } from "../support/desk.ts";
import { flat, inksOf, prepared } from "../support/press.ts";
import { tiff } from "../support/tiff.ts";
import { ask } from "./judges.ts";

const out = mkdtempSync(join(tmpdir(), "umbruch-pictures-"));
afterAll(() => rmSync(out, { recursive: true }));

/** A PDF of nothing but the picture, a point to a pixel. */
function pdfOf({ width, height, bitsPerComponent, space, encoding, inverted, data }: PreparedPicture): Buffer {
  const image = [
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${bitsPerComponent}`,
    `/ColorSpace ${space === "cmyk" ? "/DeviceCMYK" : "/DeviceGray"} /Length ${data.length}`,
    `/Filter ${encoding === "jpeg" ? "/DCTDecode" : "/FlateDecode"} ${inverted ? "/Decode [1 0 1 0 1 0 1 0]" : ""}`,
  ];
  const content = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    ),
    Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
    Buffer.concat([Buffer.from(`<< ${image.join(" ")} >>\nstream\n`), data, Buffer.from("\nendstream")]),
  ];
  return assembled(objects);
}

function assembled(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.6\n")];
  const places: number[] = [];
  objects.forEach((object, index) => {
    places.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n"));
  });
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer << /Size ${size} /Root 1 0 R >>\n`;
  return Buffer.concat([...parts, Buffer.from(`${table}startxref\n${start}\n%%EOF\n`)]);
}

/** Percent of C, M, Y and K of every pixel, as Ghostscript prints it. */
function printedBy(picture: PreparedPicture, name: string): number[][] {
  const [pdf, pam] = [join(out, `${name}.pdf`), join(out, `${name}.pam`)];
  writeFileSync(pdf, pdfOf(picture));
  expect(ask("qpdf", "--check", pdf).status).toBe(0);
  const { status, stderr } = ask("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pamcmyk32", "-r72", `-o${pam}`, pdf);
  expect(`${status} ${stderr}`).toBe("0 ");
  const bytes = readFileSync(pam);
  const samples = bytes.subarray(bytes.indexOf("ENDHDR\n") + 7);
  return Array.from({ length: picture.width * picture.height }, (_, pixel) =>
    Array.from(samples.subarray(4 * pixel, 4 * pixel + 4), (sample) => (sample * 100) / 255),
  );
}

const photograph = readFileSync(projectPath("articles/pictures/hubble_deep_field.jpg"));

describe("a prepared picture, printed by Ghostscript", () => {
  it.each(["austria-newsprint", "coated"] as const)(
    "has no more ink than %s holds, and the inks meant",
    async (name) => {
      const condition = bundledCondition(name);
      const picture = await prepared(photograph, { condition, size: { width: 120, height: 105 } });
      const [printed, meant] = [printedBy(picture, name), await inksOf(picture)];
      const sums = printed.map((inks) => inks.reduce((sum, ink) => sum + ink, 0));
      expect(sums.reduce((most, sum) => Math.max(most, sum), 0)).toBeLessThanOrEqual(condition.inks.total);
      const apart = printed.map((inks, pixel) =>
        inks.reduce((most, ink, plate) => Math.max(most, Math.abs(ink - (meant[pixel]?.[plate] ?? 0))), 0),
      );
      expect(apart.reduce((most, one) => Math.max(most, one), 0)).toBeLessThanOrEqual((2 * 100) / 255);
    },
  );

  it.each([
    ["JPEG", flat([90]).toColourspace("b-w").png().toBuffer()],
    ["one bit", tiff({ photometric: 1, bits: 1, pixel: [0], data: new Uint8Array(32).fill(0b1000_0001) })],
    ["black ink", tiff({ photometric: 5, pixel: [0, 0, 0, 120] })],
  ])("in grey stays on the black plate, the right way up: %s", async (kind, bytes) => {
    const picture = await prepared(await bytes);
    const [printed, meant] = [printedBy(picture, kind.replace(" ", "-")), await inksOf(picture)];
    printed.forEach(([cyan = 0, magenta = 0, yellow = 0, black = 0], pixel) => {
      expect(cyan + magenta + yellow).toBe(0);
      expect(Math.abs(black - (meant[pixel]?.[0] ?? 0))).toBeLessThan(1);
    });
  });

  it("is paper where the picture is white, and red where it is red", async () => {
    const white = printedBy(await prepared(await flat([255, 255, 255]).png().toBuffer()), "white");
    expect(white[0]).toEqual([0, 0, 0, 0]);
    const [[cyan = 0, magenta = 0, yellow = 0, black = 0] = []] = printedBy(
      await prepared(await flat([255, 0, 0]).png().toBuffer()),
      "red",
    );
    expect(cyan + black).toBeLessThan(5);
    expect(Math.min(magenta, yellow)).toBeGreaterThan(80);
  });
});
