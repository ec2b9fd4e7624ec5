import type { Document } from "../document.ts";
import { shareProfile, type Intent } from "../intents.ts";
import type { Rule, Tell } from "../rule.ts";

export const NO_INTENT = {
  id: "OI-1",
  code: "preflight/no-intent",
  severity: "error",
  when: "The file does not have exactly one output intent for PDF/X (GTS_PDFX).",
  clause: "ISO 15930-7; ISO 32000-1, 14.11.5",
  hint: "export as PDF/X-4 with the profile of the press",
} as const satisfies Rule;

export const INTENT_NAME = {
  id: "OI-2",
  code: "preflight/intent-name",
  severity: "error",
  when: "The output intent has no OutputConditionIdentifier.",
  clause: "ISO 15930-7; ISO 32000-1, table 365",
  hint: "export as PDF/X-4 with the profile of the press",
} as const satisfies Rule;

export const INTENT_INFO = {
  id: "OI-3",
  code: "preflight/intent-info",
  severity: "error",
  when: "The output intent names neither the registry (RegistryName) that its identifier is from, nor the press in words (Info).",
  clause: "ISO 15930-7; ISO 32000-1, table 365",
  hint: "export as PDF/X-4 with the profile of the press",
} as const satisfies Rule;

export const REFERENCED_PROFILE = {
  id: "OI-4",
  code: "preflight/referenced-profile",
  severity: "error",
  when: "The output intent refers to a profile outside the file, which is PDF/X-4p.",
  clause: "ISO 15930-7, annex A, as ISO 19005-2, 6.2.3 quotes it",
  hint: "embed the profile: export as PDF/X-4",
} as const satisfies Rule;

export const NO_PROFILE = {
  id: "OI-5",
  code: "preflight/no-profile",
  severity: "error",
  when: "The output intent has no profile embedded.",
  clause: "ISO 15930-7; ISO 32000-1, table 365",
  hint: "export as PDF/X-4 with the profile of the press embedded",
} as const satisfies Rule;

export const PROFILE_UNFIT = {
  id: "OI-6",
  code: "preflight/profile-unfit",
  severity: "error",
  when: "The output intent's profile is damaged, or is none of a press: class prtr, gray, RGB or CMYK, version 2 or 4, tables for both directions.",
  clause: "ISO 15930-7; ISO 19005-2, 6.2.3; ICC.1:2010, 7.2 and 8.4",
  hint: "export with the profile that the print shop names",
} as const satisfies Rule;

export const PROFILES_DIFFER = {
  id: "OI-7",
  code: "preflight/profiles-differ",
  severity: "error",
  when: "The file has several output intents that do not share one profile object.",
  clause: "ISO 15930-7, as ISO 19005-2, 6.2.3 quotes it",
  hint: "export it with one standard, or by a program that can combine them",
} as const satisfies Rule;

export const OTHER_PRESS = {
  id: "OI-8",
  code: "preflight/other-press",
  severity: "warning",
  when: "The output intent names another press than the print condition: colours were made for other paper and inks.",
  clause: "print condition, outputIntent; ISO 32000-1, 14.11.5",
  hint: "ask the print shop which of the two it prints by, and export with that profile",
} as const satisfies Rule;

export const NOT_CMYK_PRESS = {
  id: "OI-9",
  code: "preflight/not-cmyk-press",
  severity: "error",
  when: "The output intent's profile is not of a CMYK press.",
  clause: "print condition, outputIntent",
  hint: "export with the CMYK profile that the print shop names",
} as const satisfies Rule;

/** The output intents (ISO 32000-1, 14.11.5): what press the file was made for. */
export function checkIntents({ file, condition, intents }: Document, tell: Tell): void {
  const { all, press } = intents;
  const count = all.filter(({ kind }) => kind === "GTS_PDFX").length;
  if (count !== 1) {
    const others = all.map(({ kind }) => kind).filter((kind) => kind !== "");
    const said = others.length > 0 ? ` (but ${others.join(", ").slice(0, 60)})` : "";
    tell(
      NO_INTENT,
      count === 0 ? `there is no output intent for PDF/X${said}` : `there are ${count} output intents for PDF/X`,
    );
  }
  checkShared(all, tell);
  if (press === undefined) return;
  const { entries } = press.dict;
  if (press.identifier === "") tell(INTENT_NAME, "the output intent has no OutputConditionIdentifier");
  if (press.registry === "" && press.info === "")
    tell(INTENT_INFO, "the output intent has neither RegistryName nor Info");
  if (entries.has("DestOutputProfileRef"))
    tell(REFERENCED_PROFILE, "the output intent refers to a profile outside the file");
  if (press.stream === undefined) tell(NO_PROFILE, "the output intent has no profile embedded");
  else checkProfile(press, file.number(press.stream.dict.entries.get("N")), tell);
  checkPress(press, condition.outputIntent.identifier, tell);
}

/** Profiles are compared by their objects, and not to be opened twice (ISO 19005-2, 6.2.3). */
function checkShared(all: readonly Intent[], tell: Tell): void {
  const withProfile = all.filter(({ profile }) => profile !== undefined);
  const [first, ...others] = withProfile;
  if (first && others.some((other) => !shareProfile(first, other)))
    tell(PROFILES_DIFFER, "the output intents have different profiles");
}

function checkProfile({ icc }: Intent, components: number | undefined, tell: Tell): void {
  if (icc === undefined) return;
  if (typeof icc === "string") return tell(PROFILE_UNFIT, `the output intent's profile ${icc}`);
  const { deviceClass, space, major, tags, components: own } = icc;
  const unfit = (reason: string): void =>
    tell(PROFILE_UNFIT, `the output intent's profile ${reason}`, { about: reason });
  if (deviceClass !== "prtr") unfit(`is of class “${deviceClass}”, not “prtr”`);
  if (!["GRAY", "RGB", "CMYK"].includes(space)) unfit(`describes ${space}`);
  else if (components !== own) unfit(`has ${own} components, and N says ${components ?? "nothing"}`);
  if (major !== 2 && major !== 4) unfit(`is of version ${major}; PDF takes 2 and 4`);
  const missing = space === "CMYK" ? ["A2B0", "B2A0"].filter((tag) => !tags.includes(tag)) : [];
  if (missing.length > 0) unfit(`lacks ${missing.join(" and ")}`);
}

function checkPress({ icc, identifier }: Intent, wanted: string, tell: Tell): void {
  // A profile that is none of a press was told of already.
  if (typeof icc === "object" && icc.deviceClass !== "prtr") return;
  if (typeof icc === "object" && icc.space !== "CMYK")
    tell(NOT_CMYK_PRESS, `the output intent's profile is ${icc.space}, not CMYK`);
  else if (identifier !== "" && identifier !== wanted)
    tell(OTHER_PRESS, `the file was made for “${identifier.slice(0, 80)}”, the condition prints by “${wanted}”`);
}
