import { describe, expect, it } from "vitest";
import { preflight } from "../../../src/preflight/index.ts";
import { bundledCondition } from "../../support/condition.ts";
import { goodFile } from "../../support/pdf/good-file.ts";
import { asArray, asDict, mutate, type Editor } from "../../support/pdf/mutate.ts";
import { name, text } from "../../support/pdf/values.ts";

const condition = bundledCondition("coated");
/** What clears a terminal, forges a line of the report, or turns the reading round. */
const HOSTILE = "\u001B[2J\u0007\n\r\u202Eaccepted";

function shout(file: Editor): void {
  file.dict("Info").set("Producer", text(HOSTILE.replace("\u202E", "")));
  file.dict("Info").set("Title", text(HOSTILE.replace("\u202E", "")));
  file.dict("Info").set("GTS_PDFXVersion", text(`\u001B[31mPDF/X-4`));
  const font = asDict(file.follow(file.resources("Font").get("F1")));
  const descendant = asDict(file.follow(asArray(font.get("DescendantFonts"))[0]));
  const descriptor = asDict(file.follow(descendant.get("FontDescriptor")));
  descriptor.delete("FontFile3");
  for (const one of [font, descendant]) one.set("BaseFont", name(`\u001B[31mArial\n`));
  file.metadata((packet) => packet.replace(/(<pdf:Producer>).*</, `$1Evil \u202E<`));
  file.dict("Root", "OutputIntents", 0).set("OutputConditionIdentifier", text("\u001B[2J"));
  file.content((content) => `${content}\n/Artifact BMC 1 \u001B[32msparkle EMC\n/\u001B[33mNowhere gs /X#0aY Do\n`);
}

describe("what a report says", () => {
  it("holds no control character of the file's, which a terminal would obey", () => {
    const report = preflight(mutate(goodFile(condition), shout), { condition });
    expect(report.findings.length).toBeGreaterThan(5);
    const words = [report.producer, report.claims, report.pdfVersion ?? "", ...report.unchecked].concat(
      report.findings.flatMap(({ occurrences }) => occurrences.map(({ found }) => found)),
    );
    for (const said of words) expect(said).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
  });
});
