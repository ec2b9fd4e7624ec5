import { asArray, asDict, deflated, type Editor } from "../../../support/pdf/mutate.ts";
import { dict, name, text } from "../../../support/pdf/values.ts";
import { put, set, type Mutant } from "./mutant.ts";

const INTENT = ["Root", "OutputIntents", 0] as const;

/** Faults of the output intents and their profile (ISO 32000-1, 14.11.5; ICC.1; ISO 19005-2, 6.2.3). */
export const INTENT_MUTANTS: readonly Mutant[] = [
  {
    that: "has no output intent for print",
    rule: "OI-1",
    change: (file) => void asArray(file.value("Root", "OutputIntents")).shift(),
  },
  { that: "has no output intents", rule: "OI-1", change: put(["Root"], "OutputIntents", undefined) },
  {
    that: "has two output intents for print",
    rule: "OI-1",
    change: put(["Root", "OutputIntents", 1], "S", name("GTS_PDFX")),
  },
  {
    that: "does not name the printing condition",
    rule: "OI-2",
    change: put(INTENT, "OutputConditionIdentifier", undefined),
  },
  {
    that: "names an empty printing condition",
    rule: "OI-2",
    change: put(INTENT, "OutputConditionIdentifier", text("")),
  },
  {
    that: "names a condition of no registry and does not explain it",
    rule: "OI-3",
    change: (file) => {
      const intent = file.dict(...INTENT);
      set(intent, "RegistryName", undefined);
      set(intent, "Info", undefined);
    },
  },
  {
    that: "keeps its profile elsewhere",
    rule: "OI-4",
    change: put(INTENT, "DestOutputProfileRef", dict({ ProfileName: text("FOGRA39") })),
  },
  {
    that: "embeds no profile",
    rule: "OI-5",
    change: (file) => {
      for (const index of [0, 1]) set(file.dict("Root", "OutputIntents", index), "DestOutputProfile", undefined);
    },
  },
  {
    that: "has a profile without its signature",
    rule: "OI-6",
    change: profile((bytes) => bytes.write("none", 36, "latin1")),
  },
  {
    that: "has a profile of a wrong size",
    rule: "OI-6",
    change: profile((bytes) => bytes.writeUInt32BE(bytes.length - 4, 0)),
  },
  { that: "has a profile of a scanner", rule: "OI-6", change: profile((bytes) => bytes.write("scnr", 12, "latin1")) },
  {
    that: "has a profile of a screen's colours",
    rule: "OI-6",
    change: profile((bytes) => bytes.write("RGB ", 16, "latin1")),
    also: ["OI-9", "COL-1"],
  },
  { that: "has a profile of version 5", rule: "OI-6", change: profile((bytes) => void (bytes[8] = 5)) },
  {
    that: "has a profile without a way back from the colours",
    rule: "OI-6",
    change: profile((bytes) => rename(bytes, "B2A0", "B2Ax")),
  },
  {
    that: "has a profile without a way to the colours",
    rule: "OI-6",
    change: profile((bytes) => rename(bytes, "A2B0", "A2Bx")),
  },
  { that: "counts the inks of its profile wrong", rule: "OI-6", change: put([...INTENT, "DestOutputProfile"], "N", 3) },
  {
    that: "has a profile that is a text",
    rule: "OI-6",
    change: (file) => file.restream(file.dict(...INTENT).get("DestOutputProfile"), "FOGRA39"),
  },
  {
    that: "has another copy of its profile for archives",
    rule: "OI-7",
    change: (file) => {
      const bytes = file.stream(file.dict(...INTENT).get("DestOutputProfile"));
      const copy = file.add(dict({ N: 4, Filter: name("FlateDecode") }), deflated(bytes));
      file.dict("Root", "OutputIntents", 1).set("DestOutputProfile", copy);
    },
  },
  { that: "is made for another print condition", rule: "OI-8", judgedBy: { outputIntent: { identifier: "FOGRA51" } } },
];

function profile(change: (bytes: Buffer) => void) {
  return (file: Editor): void => {
    const reference = file.dict(...INTENT).get("DestOutputProfile");
    const bytes = Buffer.from(file.stream(reference));
    change(bytes);
    file.restream(reference, deflated(bytes));
    asDict(file.follow(reference)).set("Filter", name("FlateDecode"));
  };
}

function rename(bytes: Buffer, from: string, to: string): void {
  const place = bytes.indexOf(from, 128, "latin1");
  if (place < 0) throw new Error(`the profile has no ${from}`);
  bytes.write(to, place, "latin1");
}
