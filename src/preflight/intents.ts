import { readIcc, type IccFacts } from "./icc.ts";
import { isRef, type PdfDict, type PdfFile, type PdfObject, type PdfStream } from "./reader/index.ts";
import { textOf } from "./text-string.ts";

/** The output intents of a file (ISO 32000-1, 14.11.5). */
export interface Intents {
  readonly all: readonly Intent[];
  /** The one for PDF/X, the first if there are several. */
  readonly press: Intent | undefined;
}

export interface Intent {
  readonly dict: PdfDict;
  /** S: GTS_PDFX, GTS_PDFA1. */
  readonly kind: string;
  readonly identifier: string;
  readonly registry: string;
  readonly info: string;
  /** The profile as it is referred to, for comparison. */
  readonly profile: PdfObject | undefined;
  readonly stream: PdfStream | undefined;
  /** The profile's header, or why it is none; undefined when there is no profile. */
  readonly icc: IccFacts | string | undefined;
}

const MOST = 50;

export function readIntents(file: PdfFile): Intents {
  const items = file.array(file.root.entries.get("OutputIntents")) ?? [];
  const dicts = items.slice(0, MOST).flatMap((item) => file.dict(item) ?? []);
  const all = dicts.map((dict) => readIntent(file, dict));
  return { all, press: all.find(({ kind }) => kind === "GTS_PDFX") };
}

function readIntent(file: PdfFile, dict: PdfDict): Intent {
  const { entries } = dict;
  const profile = entries.get("DestOutputProfile");
  const stream = file.stream(profile);
  return {
    dict,
    kind: file.name(entries.get("S")) ?? "",
    identifier: textOf(file.string(entries.get("OutputConditionIdentifier"))),
    registry: textOf(file.string(entries.get("RegistryName"))),
    info: textOf(file.string(entries.get("Info"))),
    profile,
    stream,
    icc: stream && readIcc(file.decode(stream).bytes),
  };
}

/** Whether two intents refer to one and the same profile object. */
export function shareProfile(one: Intent, other: Intent): boolean {
  return isRef(one.profile) && isRef(other.profile) && one.profile.number === other.profile.number;
}

/** The colour model of the press, by its profile: what device colours are taken for. */
export function pressSpace({ press }: Intents): "gray" | "rgb" | "cmyk" | undefined {
  if (press?.icc === undefined || typeof press.icc === "string" || press.icc.deviceClass !== "prtr") return undefined;
  return ({ GRAY: "gray", RGB: "rgb", CMYK: "cmyk" } as const)[press.icc.space];
}
