import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { OutputIntent, PressProfile } from "../../condition/index.ts";
import type { Inks } from "./inks.ts";
import { textString, type Kit } from "./pdfkit.ts";
import type { Standards } from "./standards.ts";

/** The ICC profile of an output intent. */
export type IntentProfile = Pick<PressProfile, "bytes" | "deflated">;

/** What a file is meant for. */
interface Intended {
  readonly intent: OutputIntent;
  readonly profile: IntentProfile;
  readonly inks: Inks;
}

/**
 * Names the press, or the screen: the output intent of PDF/X first, for RIPs that take the first one they find, then the one of PDF/A, both
 * with the same embedded profile (ISO 19005-2, 6.2.3; ISO 32000-1, 14.11.5).
 */
export function writeOutputIntents(kit: Kit, { pdfx }: Standards, { intent, profile, inks }: Intended): void {
  const { identifier, registry, condition, info } = intent;
  const { data } = packedProfile(profile);
  const stream = kit.ref({ N: inks.components, Length: data.length, Filter: "FlateDecode" });
  kit.endWith(stream, data);
  const facts = {
    OutputConditionIdentifier: textString(identifier),
    OutputCondition: textString(condition),
    ...(registry !== undefined && { RegistryName: textString(registry) }),
    Info: textString(info ?? condition),
    DestOutputProfile: stream,
  };
  kit._root.data["OutputIntents"] = [...(pdfx ? ["GTS_PDFX"] : []), "GTS_PDFA1"].map((standard) => {
    const object = kit.ref({ Type: "OutputIntent", S: standard, ...facts });
    object.end();
    return object;
  });
}

/** A profile as files hold it, and the digest of what it was. */
export interface PackedProfile {
  readonly data: Uint8Array;
  readonly digest: Uint8Array;
}

const packed = new WeakMap<Uint8Array, PackedProfile>();

/**
 * A profile as pdfkit would deflate it, once for all files that embed it: it took more time than the rest of a small file. One of
 * ours lies deflated beside it, so that a run that makes one file need not, and has the same bytes whatever zlib it runs with.
 */
export function packedProfile({ bytes, deflated }: IntentProfile): PackedProfile {
  let known = packed.get(bytes);
  if (known === undefined) {
    const digest = createHash("sha256").update(bytes).digest();
    known = { data: deflated?.(digest.toString("hex")) ?? deflateSync(bytes), digest };
    packed.set(bytes, known);
  }
  return known;
}
