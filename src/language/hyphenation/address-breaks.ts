import { Pattern } from "../../base/index.ts";

/** At least this much of an address stays on either line; „ORF|.at“ is the shortest case there is. */
const least = 3;

const joint = new Pattern(String.raw`(?<=[/@])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=[.-][\p{L}\p{N}])`, "g");

/**
 * Where an address may end a line: behind „/“ and „@“, before „.“ and before a hyphen of its own, never with a hyphen
 * added, which a reader would type in. Offsets from the start of the address.
 */
export function addressBreaks(address: string): readonly number[] {
  const joints = Array.from(address.matchAll(joint.for(address)), ({ index }) => index);
  return joints.filter((offset) => offset >= least && address.length - offset >= least);
}
