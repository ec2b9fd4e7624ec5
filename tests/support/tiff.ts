/** What a made-up TIFF shall be: uncompressed, little-endian, one strip. */
export interface TiffOrder {
  readonly width?: number;
  readonly height?: number;
  /** 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK, 8 CIELab. */
  readonly photometric?: number;
  readonly bits?: 1 | 8 | 16 | 32;
  /** The samples of one pixel, all pixels alike; 16-bit samples as whole numbers. */
  readonly pixel?: readonly number[];
  /** The samples of all pixels as they stand in the file, in place of `pixel`. */
  readonly data?: Uint8Array;
  /** What the channel beyond the colours is: 0 unknown, 1 and 2 transparency. */
  readonly extra?: number;
  readonly orientation?: number;
  readonly icc?: Uint8Array;
  /** Further fields of one short each, or others in their place. */
  readonly fields?: Readonly<Record<number, number>>;
}

export function tiff({ width = 16, height = 16, photometric = 2, bits = 8, ...more }: TiffOrder = {}): Uint8Array {
  const pixel = more.pixel ?? [0, 0, 0];
  const data = more.data ?? repeated(pixel, width * height, bits);
  const fields: (readonly [tag: number, type: 3 | 4 | 7, values: readonly number[] | Uint8Array])[] = [
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, pixel.map(() => bits)],
    [259, 3, [1]],
    [262, 3, [photometric]],
    [273, 4, [0]],
    [277, 3, [pixel.length]],
    [278, 4, [height]],
    [279, 4, [data.length]],
    [284, 3, [1]],
    ...(more.extra === undefined ? [] : [[338, 3, [more.extra]] as const]),
    ...(more.orientation === undefined ? [] : [[274, 3, [more.orientation]] as const]),
    ...(more.icc === undefined ? [] : [[34675, 7, more.icc] as const]),
  ];
  const others = Object.entries(more.fields ?? {}).map(([tag, value]) => [Number(tag), 3, [value]] as const);
  const kept = fields.filter(([tag]) => !others.some(([other]) => other === tag));
  return written(
    [...kept, ...others].sort(([one], [other]) => one - other),
    data,
  );
}

type Field = readonly [tag: number, type: 3 | 4 | 7, values: readonly number[] | Uint8Array];

const SIZES = { 3: 2, 4: 4, 7: 1 };
const STRIP = 273;

function written(fields: readonly Field[], data: Uint8Array): Uint8Array {
  const directory = Buffer.alloc(8 + 2 + 12 * fields.length + 4);
  directory.write("II*\0", 0, "latin1");
  directory.writeUInt32LE(8, 4);
  directory.writeUInt16LE(fields.length, 8);
  const tail: Buffer[] = [];
  let end = directory.length;
  fields.forEach(([tag, type, values], index) => {
    const at = 10 + 12 * index;
    const coded = Buffer.concat(Array.from(values, (value) => coder(type, value)));
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(coded.length / SIZES[type], at + 4);
    if (coded.length <= 4) return void coded.copy(directory, at + 8);
    directory.writeUInt32LE(end, at + 8);
    tail.push(coded);
    end += coded.length;
  });
  const strip = fields.findIndex(([tag]) => tag === STRIP);
  directory.writeUInt32LE(end, 10 + 12 * strip + 8);
  return Uint8Array.from(Buffer.concat([directory, ...tail, data]));
}

function coder(type: 3 | 4 | 7, value: number): Buffer {
  const bytes = Buffer.alloc(SIZES[type]);
  bytes.writeUIntLE(value, 0, SIZES[type]);
  return bytes;
}

function repeated(pixel: readonly number[], pixels: number, bits: number): Uint8Array {
  const size = Math.max(1, bits / 8);
  const one = Buffer.alloc(pixel.length * size);
  pixel.forEach((sample, index) => one.writeUIntLE(sample, index * size, size));
  return Uint8Array.from(Buffer.concat(Array.from({ length: pixels }, () => one)));
}
