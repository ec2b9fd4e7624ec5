import { describe, expect, it, test } from "vitest";
import { languageOf } from "../../../../src/language/index.ts";

/** The word with its breaks: a syllable break is written „·“, an explicit one „|“. */
function broken(word: string): string {
  const points = languageOf("de-AT").breakPoints(word);
  return points.reduceRight(
    (text, { offset, kind }) => `${text.slice(0, offset)}${kind === "syllable" ? "·" : "|"}${text.slice(offset)}`,
    word,
  );
}

function check(word: string, expected: string): void {
  expect(broken(word)).toBe(expected);
}

describe("words part between syllables", () => {
  test.each([
    ["Verteidigungsministerium", "Ver·tei·di·gungs·mi·nis·te·rium"],
    ["Atomstreitkräfte", "Atom·streit·kräfte"],
    ["Nachrichtenagentur", "Nach·rich·ten·agen·tur"],
    ["Zucker", "Zu·cker"],
    ["Fenster", "Fens·ter"],
    ["waschen", "wa·schen"],
    ["Europa", "Eu·ropa"],
    ["Jänner", "Jän·ner"],
    ["kreischen", "krei·schen"],
    ["Urinstinkt", "Ur·instinkt"],
    ["Nachteilzug", "Nacht·eil·zug"],
    ["Blumentopferde", "Blu·men·topf·erde"],
    ["Schifffahrt", "Schiff·fahrt"],
    ["Maisturm", "Mais·turm"],
  ])("%s", check);
});

describe("exceptions stand before the patterns", () => {
  test.each([
    ["Druckerzeugnis", "Druck·er·zeug·nis"],
    ["Staubecken", "Stau·be·cken"],
    ["beinhaltet", "be·in·hal·tet"],
    ["Autorennens", "Au·to·ren·nens"],
    ["Altbauerhaltung", "Alt·bau·er·hal·tung"],
  ])("%s", check);
});

it("leaves a word of two readings whole at both joints", () => {
  check("Wachstube", "Wachstube");
});

describe("at least two letters stay and three go over", () => {
  test.each([
    ["Abend", "Abend"],
    ["Tage", "Tage"],
    ["Oper", "Oper"],
    ["Armee", "Ar·mee"],
    ["heuer", "heuer"],
  ])("%s", check);
});

describe("punctuation and quotes are no letters of the word", () => {
  test.each([
    ["„Volksarmee“,", "„Volks·ar·mee“,"],
    ["(Volksarmee).", "(Volks·ar·mee)."],
    ["„Ja“", "„Ja“"],
    ["…", "…"],
    ["", ""],
  ])("%s", check);
});

describe("no syllable breaks in abbreviations, capitals and figures", () => {
  test.each([
    ["NATO", "NATO"],
    ["ÖSTERREICH", "ÖSTERREICH"],
    ["WhatsApp", "WhatsApp"],
    ["McDonald’s", "McDonald’s"],
    ["8.850,34", "8.850,34"],
    ["2024/25", "2024/25"],
    ["2010–2024", "2010–2024"],
    ["0:2", "0:2"],
    ["einschl.", "einschl."],
    ["Univ.-Prof.", "Univ.-Prof."],
  ])("%s", check);
});

describe("after a hyphen that is there", () => {
  test.each([
    ["US-Präsident", "US-|Prä·si·dent"],
    ["Ukraine-Krieg", "Ukraine-|Krieg"],
    ["Rot-Weiß-Rot", "Rot-|Weiß-|Rot"],
    ["„Krone“-Interview", "„Krone“-|Inter·view"],
    ["(Nieder-)Österreich", "(Nie·der-)Öster·reich"],
    ["Atom-", "Atom-"],
    ["U‑Boot", "U‑Boot"],
    ["U-Boot", "U-Boot"],
    ["20‑jährige", "20‑jäh·rige"],
    ["Jong‑un", "Jong‑un"],
    ["Make-up", "Make-up"],
    ["Covid-19-Impfung", "Co·vid-19-|Imp·fung"],
    ["1:0-Sieg", "1:0-Sieg"],
    ["Wien–Salzburg", "Wien–|Salz·burg"],
  ])("%s", check);
});

describe("after a slash between words", () => {
  test.each([
    ["und/oder", "und/|oder"],
    ["APA/dpa", "APA/|dpa"],
    ["km/h", "km/h"],
    ["Mitarbeiter/-innen", "Mit·ar·bei·ter/-innen"],
  ])("%s", check);
});

describe("addresses of the net part at their own signs only", () => {
  test.each([
    ["ORF.at", "ORF|.at"],
    ["www.apa.at/kultur", "www|.apa|.at/|kultur"],
    ["max@apa.at", "max@|apa|.at"],
    ["(https://www.parlament.gv.at/).", "(https://|www|.parlament|.gv|.at/)."],
  ])("%s", check);
});

describe("what no-break spaces hold together", () => {
  it("parts inside its words", () => {
    check("8,5\u00A0Millionen", "8,5\u00A0Mil·lio·nen");
  });
});

describe("soft hyphens of the copy", () => {
  it("are the only breaks of their word", () => {
    check("Staub\u00ADecken", "Staub\u00AD·ecken");
  });
});

it("gives the same answer when asked again", () => {
  const { breakPoints } = languageOf("de-AT");
  expect(breakPoints("Volksarmee")).toEqual(breakPoints("Volksarmee"));
});
