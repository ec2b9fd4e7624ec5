import { readFileSync } from "node:fs";
import { preparePicture, type PictureOrder } from "../../src/picture/index.ts";
import { damage, seeded } from "../../tests/support/damage.ts";
import { pictureKinds } from "../../tests/support/picture-kinds.ts";
import { tiff } from "../../tests/support/tiff.ts";

const DAMAGED = 500;
const MEGABYTE = 1024 * 1024;

/** Prints what becomes of damaged pictures: how many are read, how long the longest takes, how much memory there was at most. */
export async function damagedPictures(order: PictureOrder): Promise<void> {
  const photograph = readFileSync("articles/pictures/astronaut.png");
  const kinds = [...(await pictureKinds(photograph, 400, order.profilePath))];
  const outcomes = { sound: 0, faulty: 0, refused: 0 };
  let longest = 0;
  const before = process.memoryUsage().rss;
  for (let seed = 0; seed < DAMAGED; seed++) {
    const [, whole] = kinds[seed % kinds.length] ?? [];
    if (whole === undefined) continue;
    const start = performance.now();
    const { value, diagnostics } = await preparePicture(damage(whole, seeded(seed)), order);
    longest = Math.max(longest, performance.now() - start);
    outcomes[value === undefined ? "refused" : diagnostics.length > 0 ? "faulty" : "sound"] += 1;
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(`${DAMAGED} damaged pictures of ${kinds.length} kinds, ${Math.round(before / MEGABYTE)} MB before:`);
  console.log(
    `  ${outcomes.refused} refused, ${outcomes.faulty} read with a warning, ${outcomes.sound} read; ` +
      `longest ${Math.round(longest)} ms, at most ${Math.round(peak)} MB`,
  );
  await huge(order);
}

async function huge(order: PictureOrder): Promise<void> {
  const start = performance.now();
  const bytes = tiff({ width: 30_000, height: 30_000, data: new Uint8Array(100) });
  const { diagnostics } = await preparePicture(bytes, order);
  console.log(`  30,000 × 30,000 pixels: ${diagnostics[0]?.code} after ${(performance.now() - start).toFixed(1)} ms`);
}
