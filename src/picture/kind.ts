/** The formats that are read. */
export type Format = "jpeg" | "png" | "tiff" | "webp";

/** What the first bytes of a file say that it is: a format that is read, or the name of another one; undefined when nothing is known. */
export type Kind = { readonly format: Format } | { readonly other: string } | undefined;

/** Tells files apart by what stands in them; their names prove nothing. */
export function kindOf(bytes: Uint8Array): Kind {
  const start = latin1(bytes, 0, 16);
  const format = FORMATS.find(([pattern]) => pattern.test(start))?.[1];
  if (format !== undefined) return { format };
  const other = OTHERS.find(([pattern]) => pattern.test(start))?.[1] ?? textKind(bytes);
  return other === undefined ? undefined : { other };
}

/** As long as declarations and comments before the root of an SVG usually are. */
const TEXT_START = 4096;

function textKind(bytes: Uint8Array): string | undefined {
  const text = latin1(bytes, 0, TEXT_START);
  if (/<svg[\s>]/i.test(text)) return "an SVG";
  return /<(!doctype )?html/i.test(text) ? "a web page" : undefined;
}

export function latin1(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

const FORMATS: readonly (readonly [RegExp, Format])[] = [
  [/^\xff\xd8\xff/, "jpeg"],
  [/^\x89PNG\r\n\x1a\n/, "png"],
  [/^(II\x2a\0|MM\0\x2a)/, "tiff"],
  [/^RIFF[^]{4}WEBP/, "webp"],
];

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^GIF8/, "a GIF"],
  [/^%PDF-/, "a PDF"],
  [/^(%!PS|\xc5\xd0\xd3\xc6)/, "an EPS"],
  [/^(II\x2b\0|MM\0\x2b)/, "a BigTIFF"],
  [/^[^]{4}ftypavi[fs]/, "an AVIF"],
  [/^[^]{4}ftyp(hei|hev|mif|msf)/, "an HEIF"],
  [/^[^]{4}ftyp/, "a film"],
  [/^\0\0\0\x0cjP {2}/, "a JPEG 2000"],
  [/^(\xff\x0a|\0\0\0\x0cJXL )/, "a JPEG XL"],
  [/^8BPS/, "a Photoshop document"],
  [/^BM/, "a Windows bitmap"],
  [/^PK\x03\x04/, "a ZIP archive"],
];
