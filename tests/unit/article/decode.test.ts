import { describe, expect, test } from "vitest";
import { decode } from "../../../src/article/decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, order: "LE" | "BE") =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) =>
      order === "LE" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );

/** What decode says of refused bytes: code, line:column, message and hint. */
function refusal(content: Uint8Array, name = "a.txt") {
  const { value, diagnostics } = decode(name, content);
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [found] = diagnostics;
  const place = found?.place?.kind === "source" ? `${found.place.line}:${found.place.column}` : "";
  return { code: found?.code, place, message: found?.message, hint: found?.hint };
}

describe("bytes that are read", () => {
  test("UTF-8 is read as it is, CRLF included", () => {
    expect(decode("a.txt", utf8("Größe\r\nzwei"))).toEqual({
      value: { name: "a.txt", text: "Größe\r\nzwei" },
      diagnostics: [],
    });
  });

  test("a byte order mark is left out, and said", () => {
    const { value, diagnostics } = decode("a.txt", utf8("\uFEFFÄ"));
    expect(value?.text).toBe("Ä");
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["note article/byte-order-mark"]);
  });

  test.each(["LE", "BE"] as const)("UTF-16%s is read by its byte order mark", (order) => {
    const { value, diagnostics } = decode("a.txt", utf16("\uFEFFGrüße aus Wörgl", order));
    expect(value?.text).toBe("Grüße aus Wörgl");
    expect(diagnostics[0]?.message).toContain(`UTF-16${order}`);
  });

  test("a replacement character that the text really holds is no bad byte", () => {
    expect(decode("a.txt", utf8("Gr\uFFFDße")).value?.text).toBe("Gr\uFFFDße");
  });
});

describe("bytes that are refused", () => {
  test("Latin-1 is named, with the first bad letter's place and the command that converts it", () => {
    expect(refusal(latin1("Chronik\n\nDie Gr\xf6\xdfe z\xe4hlt"))).toEqual({
      code: "article/encoding",
      place: "3:7",
      message: "the file is not UTF-8: the first bad byte is 0xF6; it is most likely Latin-1 (ISO 8859-1)",
      hint: "convert it: iconv -f ISO-8859-1 -t UTF-8 a.txt > a.utf8.txt",
    });
  });

  test("quotation marks of Windows tell Windows-1252 from Latin-1", () => {
    expect(refusal(latin1("\x84Gr\xf6\xdfe\x93")).message).toContain("most likely Windows-1252");
  });

  test("Mac and DOS umlauts are told apart", () => {
    expect(refusal(latin1("Gr\x9a\xa7e und K\x8ase")).message).toContain("Mac OS Roman");
    expect(refusal(latin1("Gr\x94\xe1e und K\x84se")).message).toContain("code page 850");
  });

  test("one bad byte in a text with good umlauts is damage and not another encoding", () => {
    const content = Uint8Array.from([...utf8("Über Österreich\n"), 0xc3, ...utf8("(ä")]);
    const { place, message, hint } = refusal(content);
    expect({ place, hint }).toEqual({ place: "2:1", hint: "ask for the file again, or put in the right letter" });
    expect(message).toContain("damaged");
  });

  test("a sequence cut off at the end of the file is found where it begins", () => {
    expect(refusal(bytes(...utf8("ä ö €")).subarray(0, -1))).toMatchObject({ place: "1:5" });
  });

  test.each(["LE", "BE"] as const)("UTF-16%s without byte order mark is named", (order) => {
    const { message, hint } = refusal(utf16("Grüße aus Wörgl", order), "neu.txt");
    expect(message).toContain(`UTF-16${order} without`);
    expect(hint).toBe(`convert it: iconv -f UTF-16${order} -t UTF-8 neu.txt > neu.utf8.txt`);
  });

  test("a file name with spaces is quoted in the command", () => {
    expect(refusal(latin1("\xf6"), "der Text.txt").hint).toContain("'der Text.txt' > 'der Text.utf8.txt'");
  });

  test("UTF-16 that breaks off in the middle of a character is damaged", () => {
    expect(refusal(bytes(0xff, 0xfe, 0x41)).message).toContain("breaks its rules");
  });

  test.each([
    ["a Word document", utf8("PK\x03\x04 and so on"), "docx"],
    ["a PDF", utf8("%PDF-1.7"), "PDF"],
    ["a picture", bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), "JPEG"],
    ["anything with null bytes", bytes(65, 66, 0, 67, 68), "binary data"],
  ])("%s is no text", (_, content, kind) => {
    const { code, message } = refusal(content);
    expect(code).toBe("article/binary");
    expect(message).toContain(kind);
  });

  test.each([
    ["no bytes", ""],
    ["blank lines", " \n\n"],
    ["a mark alone", "\uFEFF"],
  ])("%s are an empty file", (_, text) => {
    expect(refusal(utf8(text)).code).toBe("article/empty");
  });

  test("a file over two megabytes is no article", () => {
    expect(refusal(new Uint8Array(2_000_001).fill(65)).code).toBe("article/too-large");
  });
});
