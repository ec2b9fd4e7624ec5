import { describe, expect, it } from "vitest";
import * as z from "zod";
import { expected, locateJson, schemaFindings, schemaWords, type Finding } from "../../../src/base/index.ts";

const part = z.strictObject({ kind: z.literal("part"), width: z.number().min(1).max(9) });
const ratio = z.number().positive().lt(1);
const hole = z.strictObject({ kind: z.literal("hole"), depth: z.int() });
const schema = z.strictObject({
  title: z.string().min(1).max(5),
  when: z.iso.date().optional(),
  ratio: ratio.optional(),
  sides: z.tuple([z.enum(["left", "right"]), z.boolean()]).optional(),
  parts: z
    .array(z.discriminatedUnion("kind", [part, hole]))
    .min(1)
    .max(2)
    .optional(),
  inks: z.record(z.string().regex(/^[a-z]+$/, "use small letters"), z.strictObject({ black: z.number() })).optional(),
  like: z.union([z.string(), z.array(z.string())], { error: expected("a name, or a list of names") }).optional(),
});

const finding = (code: string): Finding => ({ code, severity: "error", when: "" });

function said(data: object): string[] {
  const json = locateJson({ name: "data.json", text: JSON.stringify(data) });
  if (!("value" in json)) throw new Error(json.message);
  const { error } = schema.safeParse(json.value, { error: schemaWords });
  const kind = {
    invalidValue: finding("value"),
    unknownKey: finding("key"),
    jsonSchema: () => z.toJSONSchema(schema, { io: "input" }),
  };
  return schemaFindings(error?.issues ?? [], json, kind).map(({ message, hint, place }) =>
    [place?.column, message, ...(hint === undefined ? [] : [`(${hint})`])].join(" "),
  );
}

describe("what a schema refuses", () => {
  it.each([
    [{}, "1 “title” is missing"],
    [{ title: "" }, "10 “title” is empty"],
    [{ title: "123456" }, "10 “title” has 6 characters, and may have 5"],
    [{ title: 7 }, "10 “title”: expected text, found a number"],
    [{ title: null }, "10 “title”: expected text, found nothing"],
    [{ title: "A", when: "morgen" }, "21 “when”: “morgen” is no date as 2025-02-09"],
    [{ title: "A", sides: ["lft", 1] }, "23 “sides[0]”: “lft” is none of left, right; did you mean “left”?"],
    [{ title: "A", sides: [3, true] }, "23 “sides[0]”: expected one of left, right, found a number"],
    [{ title: "A", sides: ["left", "ja"] }, "30 “sides[1]”: expected true or false, found text"],
    [{ title: "A", ratio: 0 }, "22 “ratio”: 0 is not more than 0"],
    [{ title: "A", ratio: 1 }, "22 “ratio”: 1 is not less than 1"],
    [{ title: "A", parts: [] }, "22 “parts” is empty"],
    [{ title: "A", parts: [{ kind: "part", width: 12 }] }, "46 “parts[0].width”: 12 is more than 9"],
    [{ title: "A", parts: [{ kind: "part", width: 0 }] }, "46 “parts[0].width”: 0 is less than 1"],
    [{ title: "A", parts: [{ kind: "hole", depth: 1.5 }] }, "46 “parts[0].depth”: expected a whole number, found 1.5"],
    [
      { title: "A", parts: [{ kind: "whole" }] },
      "31 “parts[0].kind”: “whole” is none of part, hole; did you mean “hole”?",
    ],
    [{ title: "A", parts: [{}] }, "23 “parts[0].kind”: expected one of part, hole"],
    [{ title: "A", inks: { Rot: { black: 1 } } }, "28 “inks.Rot”: use small letters"],
    [{ title: "A", like: true }, "21 “like”: expected a name, or a list of names, found true"],
    [{ title: "A", like: ["B", 3] }, "26 “like[1]”: expected text, found a number"],
    [{ title: "A", wen: 1 }, "14 the key “wen” means nothing (did you mean “when”?)"],
    [
      { title: "A", inks: { rot: { black: 1, blak: 1 } } },
      "39 the key “blak” means nothing in “inks.rot” (did you mean “black”?)",
    ],
    [
      { title: "A", parts: [{ kind: "hole", depth: 1, wide: 1 }] },
      "48 the key “wide” means nothing in “parts[0]” (known here: kind, depth)",
    ],
  ])("of %j is told in the desk's words, at its place", (data, message) => {
    expect(said(data)[0]).toContain(message);
  });
});
