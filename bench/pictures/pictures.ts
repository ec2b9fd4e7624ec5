// Prints what becomes of pictures on the press: twenty of different kinds through both print conditions (size, resolution, ink,
// colour), then what becomes of damaged ones.
import { mm } from "../../src/base/index.ts";
import type { Condition } from "../../src/condition/index.ts";
import { openWorld } from "../../src/index.ts";
import { openPress } from "../../src/pipeline.ts";
import { examinePicture, preparePicture, type PictureOrder, type PreparedPicture } from "../../src/picture/index.ts";
import { damagedPictures } from "./damaged.ts";
import { differences, type Differences, type Spread } from "./printed-colours.ts";
import { twentyPictures, type Sample } from "./twenty.ts";

const CONDITIONS = ["austria-newsprint", "coated"] as const;

const world = openWorld();
const samples = await twentyPictures();

for (const name of CONDITIONS) {
  const press = openPress(world, name).value;
  if (press === undefined) throw new Error(`${name} cannot be opened`);
  const path = `${process.cwd()}/conditions/${press.condition.outputIntent.profile}`;
  console.log(`## ${press.condition.title}, at most ${press.condition.inks.total} % of ink\n`);
  console.log(
    "| picture | pixels | printed, mm | pixels out | ppi | space | KB | ink, % | ΔE00 to the profile: mean, most | ΔE00 to the file: mean, most | in gamut, % | ms |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const sample of samples) {
    const cells = await measure(sample, { profile: press.profile, profilePath: path, condition: press.condition });
    console.log(`| ${[sample.name, ...cells].join(" | ")} |`);
  }
  console.log("");
}
const press = openPress(world, "austria-newsprint").value;
if (press !== undefined) {
  const profilePath = `${process.cwd()}/conditions/${press.condition.outputIntent.profile}`;
  const whole = { crop: { x: 0, y: 0, width: 1, height: 1 }, size: { width: mm(30), height: mm(30) } };
  await damagedPictures({ ...whole, ...press, profilePath, name: "damaged" });
}

type Press = Pick<PictureOrder, "profile" | "profilePath" | "condition">;

async function measure(sample: Sample, press: Press): Promise<readonly (string | number)[]> {
  const probe = examinePicture(sample.bytes, sample.name).value;
  if (probe === undefined) throw new Error(`${sample.name} is refused`);
  const size = { width: mm(sample.width), height: (mm(sample.width) * probe.height) / probe.width };
  const order = { ...press, size, crop: { x: 0, y: 0, width: 1, height: 1 }, name: sample.name };
  const start = performance.now();
  const picture = await prepare(sample, order);
  const time = performance.now() - start;
  // Sharpening changes colours on purpose: what is compared goes without.
  const blunt = await prepare(sample, { ...order, condition: withoutSharpening(press.condition) });
  const compared =
    picture.bitsPerComponent === 1
      ? undefined
      : await differences(sample.bytes, blunt, { profile: press.profile, path: press.profilePath });
  return [
    `${probe.width} × ${probe.height}`,
    `${sample.width} × ${Math.round((sample.width * probe.height) / probe.width)}`,
    `${picture.width} × ${picture.height}`,
    Math.floor(picture.ppi),
    picture.space === "cmyk" ? "CMYK" : picture.bitsPerComponent === 1 ? "black, 1 bit" : "black",
    `${Math.ceil(picture.data.length / 1024)} ${picture.encoding === "jpeg" ? "JPEG" : "Flate"}`,
    picture.ink.toFixed(1),
    ...cellsOf(compared),
    Math.round(time),
  ];
}

async function prepare(sample: Sample, order: PictureOrder): Promise<PreparedPicture> {
  const { value, diagnostics } = await preparePicture(sample.bytes, order);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

function withoutSharpening(condition: Condition): Condition {
  return { ...condition, pictures: { ...condition.pictures, sharpen: { radius: 0, amount: 0 } } };
}

function cellsOf(compared: Differences | undefined): readonly string[] {
  if (compared === undefined) return ["–", "–", "–"];
  const both = ({ mean, most }: Spread): string => `${mean.toFixed(2)}, ${most.toFixed(1)}`;
  return [both(compared.profile), both(compared.file), (compared.inGamut * 100).toFixed(0)];
}
