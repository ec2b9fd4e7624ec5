import type { Editor } from "../../../support/pdf/mutate.ts";
import { dict, name, Ref, text } from "../../../support/pdf/values.ts";
import { put, type Mutant } from "./mutant.ts";

/** Faults of the file as such (ISO 32000-1, 7; ISO 19005-2, 6.1). */
export const SYNTAX: readonly Mutant[] = [
  { that: "names version 1.7 in its header", rule: "FILE-1", change: (file) => void (file.header = "%PDF-1.7\n") },
  { that: "names version 2.0 in its header", rule: "FILE-1", change: (file) => void (file.header = "%PDF-2.0\n") },
  {
    that: "has a line of text before its header",
    rule: "FILE-1",
    damage: (bytes) => shifted(bytes, "From: the agency\n"),
  },
  { that: "names version 1.7 in its catalog", rule: "FILE-2", change: put(["Root"], "Version", name("1.7")) },
  {
    that: "has no binary comment in its second line",
    rule: "FILE-3",
    change: (file) => void (file.binary = Buffer.from("% text\n")),
  },
  {
    that: "has a binary comment of three bytes",
    rule: "FILE-3",
    change: (file) => void (file.binary = Buffer.from([0x25, 0xe2, 0xe3, 0xcf, 0x0a])),
  },
  {
    that: "has an encryption dictionary",
    rule: "FILE-4",
    change: put(
      [],
      "Encrypt",
      dict({ Filter: name("Standard"), V: 1, R: 2, O: text("o".repeat(32)), U: text("u".repeat(32)), P: -4 }),
    ),
  },
  { that: "has no identifier", rule: "FILE-5", change: put([], "ID", undefined) },
  { that: "has an empty identifier", rule: "FILE-5", change: put([], "ID", [text(""), text("")]) },
  { that: "has an identifier of one part", rule: "FILE-5", change: put([], "ID", [text("0123456789abcdef")]) },
  {
    that: "has a cross-reference table that points beside its objects",
    rule: "FILE-6",
    damage: (bytes) =>
      replaced(bytes, /(\d{10}) 00000 n/, (_, offset) => `${String(Number(offset) + 3).padStart(10, "0")} 00000 n`),
  },
  {
    that: "names a place of the cross-reference table where none is",
    rule: "FILE-6",
    damage: (bytes) => replaced(bytes, /startxref\n\d+/, () => "startxref\n77"),
  },
  {
    that: "has a cross-reference table whose entries are no numbers",
    rule: "FILE-6",
    damage: (bytes) => replaced(bytes, /0000000000 65535 f/, () => "--00000000 1.2.3 f"),
  },
  {
    that: "has a key twice in a dictionary",
    rule: "FILE-11",
    damage: (bytes) => updated(bytes, "/Type /Page ", "/Type /Page /Tabs /S /Tabs /R "),
  },
  {
    that: "has lost its last kilobyte",
    rule: "FILE-6",
    damage: (bytes) => bytes.subarray(0, bytes.length - 1024),
    also: ["FILE-5", "META-8"],
  },
  {
    that: "has a page whose content is no Flate stream",
    rule: "FILE-6",
    change: (file) => {
      const contents = file.page().get("Contents");
      file.restream(contents, "this was never deflated");
      file.dict("Root", "Pages", "Kids", 0, "Contents").set("Filter", name("FlateDecode"));
    },
  },
  {
    that: "states a length of a stream that is too short",
    rule: "FILE-6",
    damage: (bytes) =>
      replaced(bytes, /\/Subtype \/XML \/Length (\d+)/, (whole, length) =>
        whole.replace(String(length), "0".repeat(String(length).length - 2) + "99"),
      ),
  },
  {
    that: "goes on after its end",
    rule: "FILE-7",
    damage: (bytes) => Buffer.concat([bytes, Buffer.from("and another thing\n")]),
  },
  {
    that: "keeps a stream in another file",
    rule: "FILE-8",
    change: (file) => void file.add(dict({ F: text("elsewhere.bin") }), "here"),
  },
  {
    that: "names a filter for a stream's file",
    rule: "FILE-8",
    change: (file) => void file.add(dict({ FFilter: name("FlateDecode") }), "here"),
  },
  {
    that: "encrypts a single stream",
    rule: "FILE-9",
    change: (file) => content(file).set("Filter", [name("Crypt"), name("FlateDecode")]),
  },
  {
    that: "compresses its content with LZW",
    rule: "FILE-10",
    change: (file) => {
      const plain = file.stream(file.page().get("Contents"));
      file.restream(file.page().get("Contents"), lzw(plain));
      content(file).set("Filter", name("LZWDecode"));
    },
  },
  {
    that: "refers to a page content that is not there",
    rule: "FILE-6",
    change: put(["Root", "Pages", "Kids", 0], "Contents", new Ref(4000)),
  },
];

function content(file: Editor) {
  return file.dict("Root", "Pages", "Kids", 0, "Contents");
}

function replaced(bytes: Buffer, pattern: RegExp, by: (whole: string, ...groups: string[]) => string): Buffer {
  const before = bytes.toString("latin1");
  const after = before.replace(pattern, by);
  if (after === before) throw new Error(`nothing is like ${pattern.source}`);
  return Buffer.from(after, "latin1");
}

/** The file behind some bytes, with its table right nevertheless: offsets count from the header. */
function shifted(bytes: Buffer, before: string): Buffer {
  return Buffer.concat([Buffer.from(before), bytes]);
}

/** An object replaced by an update, so that no place in the file moves. */
export function updated(bytes: Buffer, from: string, to: string): Buffer {
  const source = bytes.toString("latin1");
  const [object = "", id = ""] = /(\d+) 0 obj\n<<\/Type \/Page \/Parent[\s\S]*?endobj\n/.exec(source) ?? [];
  const [, previous = ""] = /startxref\n(\d+)/.exec(source) ?? [];
  const [, trailer = ""] = /trailer\n<<([\s\S]*?)>>\nstartxref/.exec(source) ?? [];
  const changed = object.replace(from, to);
  const table = `xref\n${id} 1\n${String(source.length).padStart(10, "0")} 00000 n \n`;
  const end = `trailer\n<<${trailer} /Prev ${previous}>>\nstartxref\n${source.length + changed.length}\n%%EOF\n`;
  return Buffer.from(source + changed + table + end, "latin1");
}

/** LZW of clear codes and single bytes only: long, but right (ISO 32000-1, 7.4.4). */
function lzw(plain: Buffer): Buffer {
  const bits: number[] = [];
  const put9 = (code: number): void => {
    for (let bit = 8; bit >= 0; bit--) bits.push((code >> bit) & 1);
  };
  plain.forEach((byte, index) => {
    if (index % 200 === 0) put9(256);
    put9(byte);
  });
  put9(257);
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((bit, index) => (bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index % 8)))));
  return bytes;
}
