import { describe, expect, it } from "vitest";
import { Lexer, parseObject, type PdfObject } from "../../../../src/preflight/reader/index.ts";
import { bytes } from "../../../support/pdf/build.ts";

/** An object as plain data: names with their slash, references as they are written. */
function plain(object: PdfObject): unknown {
  if (typeof object !== "object" || object === null) return object;
  if (object.kind === "name") return `/${object.name}`;
  if (object.kind === "string") return object.bytes;
  if (object.kind === "ref") return `${object.number} ${object.generation} R`;
  if (object.kind === "array") return object.items.map(plain);
  if (object.kind === "dict") return Object.fromEntries([...object.entries].map(([key, value]) => [key, plain(value)]));
  return "stream";
}

function parse(text: string): unknown {
  const parsed = parseObject(new Lexer(bytes(text)));
  return "object" in parsed ? plain(parsed.object) : parsed;
}

function faultOf(text: string): string | undefined {
  const parsed = parseObject(new Lexer(bytes(text)));
  if ("fault" in parsed) return parsed.fault;
  return "object" in parsed ? parsed.faults.join("; ") : undefined;
}

describe("the reading of objects", () => {
  it.each([
    ["-12.5", -12.5],
    [".5", 0.5],
    ["4.", 4],
    ["+7", 7],
    ["--3", -3],
    ["true", true],
    ["null", null],
    ["/Name#20with#23", "/Name with#"],
    ["(a (nested) string)", "a (nested) string"],
    ["(line\\\nend \\101\\7 \\) \\n)", "lineend A\u0007 ) \n"],
    ["(a\r\nb\rc)", "a\nb\nc"],
    ["<48 65 6C6c 6F 7>", "Hellop"],
    ["[1 2 R 3 0 R /A (b) [ ] ]", ["1 2 R", "3 0 R", "/A", "b", []].slice(0)],
    ["<</A 1/B<</C[true null]>>/D 5 0 R>>", { A: 1, B: { C: [true, null] }, D: "5 0 R" }],
    ["12 0 R", "12 0 R"],
    ["12 0 obj", 12],
    ["% a comment\n 3", 3],
  ])("reads %s", (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it.each([
    ["[1 2", "not closed"],
    ["<</A 1]", "do not match"],
    ["<</A>>", "no value"],
    ["<<1 2>>", "no name"],
    ["<</A 1 /A 2>>", "/A twice"],
    ["<</A 1 /B 2 /A 3 /B 4>>", "/A twice in a dictionary; the key /B twice"],
    ["[(a) R]", "two numbers"],
    ["[1 what]", "what"],
  ])("says what is wrong with %s", (text, fault) => {
    expect(faultOf(text)).toContain(fault);
  });

  it("ends at a depth that nobody needs, without exhausting the stack", () => {
    expect(faultOf("[".repeat(200_000))).toContain("deeper than");
    expect(faultOf("<</A ".repeat(200_000))).toContain("deeper than");
  });
});
