import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMITS, Lexer, parseObject } from "../../src/preflight/reader/index.ts";
import { preflight } from "../../src/preflight/index.ts";
import { bundledCondition } from "../support/condition.ts";
import { bytes, onePage, streamOf } from "../support/pdf/build.ts";

const condition = bundledCondition("austria-newsprint");
/** What PDF is made of, so that random text comes near to it. */
const words = fc.constantFrom(
  ..."<< >> [ ] ( ) /Type /Page /Kids /Length /Filter /FlateDecode 0 1 -3.5 9999999999 obj endobj stream endstream R BT ET Tj q Q cm re f W n Do BI ID EI trailer xref startxref % ' \"".split(
    " ",
  ),
);
const text = fc.array(words, { maxLength: 60 }).map((all) => all.join(" "));
const limits = { ...LIMITS, operators: 100_000 };

describe("the preflight", () => {
  it("judges any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => {
        expect(preflight(data, { condition, limits }).verdict).toBe("refused");
      }),
    );
  });

  it("judges any content", () => {
    fc.assert(
      fc.property(text, (content) => {
        const { pages } = preflight(onePage({ content, resources: "/XObject <</X 4 0 R>>" }), { condition, limits });
        expect(pages).toBe(1);
      }),
    );
  });

  it("judges a file with any object in any place", () => {
    const pdf = Buffer.from(onePage({ content: "0 g 1 1 9 9 re f", extra: [streamOf("x")] })).toString("latin1");
    fc.assert(
      fc.property(text, fc.nat(pdf.length), fc.nat(60), (junk, at, length) => {
        const damaged = pdf.slice(0, at) + junk + pdf.slice(at + length);
        expect(preflight(bytes(damaged), { condition, limits }).verdict).toBe("refused");
      }),
    );
  });

  it("reads on whatever it meets: every token brings the reader forward", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        const lexer = new Lexer(data);
        while (lexer.at < data.length) {
          const before = lexer.at;
          parseObject(lexer);
          expect(lexer.at).toBeGreaterThan(before);
        }
      }),
    );
  });
});
