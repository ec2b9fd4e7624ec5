/** A CMYK profile with nothing in it but one table of two nodes along each input, whose first three outputs are the first three inputs. */
export function profileWith(tag: string, type: "lut8" | "lutAToB"): Uint8Array {
  const table = type === "lut8" ? lut8() : lutAToB();
  const profile = Buffer.alloc(144 + table.length);
  profile.writeUInt32BE(profile.length, 0);
  profile.write("prtrCMYKLab ", 12, "latin1");
  profile.write("acsp", 36, "latin1");
  profile.writeUInt32BE(1, 128);
  profile.write(tag, 132, "latin1");
  profile.writeUInt32BE(144, 136);
  profile.writeUInt32BE(table.length, 140);
  table.copy(profile, 144);
  return Uint8Array.from(profile);
}

const CORNERS = Array.from({ length: 16 }, (_, index) => [index >> 3, (index >> 2) & 1, (index >> 1) & 1]);

function lut8(): Buffer {
  const straight = Array.from({ length: 256 }, (_, index) => index);
  const head = [...Buffer.from("mft1\0\0\0\0", "latin1"), 4, 3, 2, 0, ...Array<number>(36).fill(0)];
  const curves = (count: number): number[] => Array.from({ length: count }, () => straight).flat();
  return Buffer.from([...head, ...curves(4), ...CORNERS.flat().map((up) => up * 255), ...curves(3)]);
}

/** A curves square, the matrix halves and adds a quarter, B curves are straight. */
function lutAToB(): Buffer {
  const fixed = (value: number): number[] => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(Math.round(value * 65536));
    return [...bytes];
  };
  const square = [...Buffer.from("para\0\0\0\0\0\0\0\0", "latin1"), ...fixed(2)];
  const straight = [...Buffer.from("curv\0\0\0\0\0\0\0\0", "latin1")];
  const a = [square, square, square, square].flat();
  const grid = [
    2,
    2,
    2,
    2,
    ...Array<number>(12).fill(0),
    2,
    0,
    0,
    0,
    ...CORNERS.flat().flatMap((up) => [up * 255, up * 255]),
  ];
  const m = [straight, straight, straight].flat();
  const matrix = [0.5, 0, 0, 0, 0.5, 0, 0, 0, 0.5, 0.25, 0.25, 0.25].flatMap(fixed);
  const b = [straight, straight, straight].flat();
  const head = Buffer.alloc(32);
  head.write("mAB ", 0, "latin1");
  head.set([4, 3], 8);
  let at = 32;
  for (const [place, part] of [
    [28, a],
    [24, grid],
    [20, m],
    [16, matrix],
    [12, b],
  ] as const) {
    head.writeUInt32BE(at, place);
    at += part.length;
  }
  return Buffer.from([...head, ...a, ...grid, ...m, ...matrix, ...b]);
}
