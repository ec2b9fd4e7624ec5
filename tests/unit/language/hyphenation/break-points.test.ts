import { describe, expect, it, test } from "vitest";
import { markedWord } from "../../../../src/language/hyphenation/index.ts";
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
    ["Zucker", "Zu·cker"],
    ["Fenster", "Fens·ter"],
    ["waschen", "wa·schen"],
    ["Europa", "Eu·ro·pa"],
    ["kreischen", "krei·schen"],
    ["Institut", "Ins·ti·tut"],
    ["territorialen", "ter·ri·to·ri·a·len"],
  ])("%s", check);
});

describe("a break says that it leaves too little of a part beside its joint", () => {
  const close = (word: string): string[] =>
    languageOf("de-AT")
      .breakPoints(word)
      .flatMap(({ offset, closeToJoint }) => (closeToJoint ? [`${word.slice(0, offset)}|${word.slice(offset)}`] : []));

  test.each([
    ["Energieabgaben", ["Energieab|gaben"]],
    ["Blütenangebot", ["Blütenan|gebot"]],
    ["Autominuten", ["Au|tominuten", "Automi|nuten"]],
    ["Linienbus", ["Lini|enbus"]],
    ["Bahnübergang", []],
    ["Tischlampe", []],
    ["Verbot", []],
    ["Zeitungs-Aufruf", []],
  ])("%s: %s", (word, expected) => {
    expect(close(word)).toEqual(expected);
  });
});

// `=` joint, `<` behind a prefix, `>` before a suffix, `-` syllable, `~` unpleasant, `*` inside a name.
describe("every break has its grade", () => {
  test.each([
    ["Verteidigungsministerium", "Ver<tei-di-gungs=mi-nis-te-ri-um"],
    ["Atomstreitkräfte", "Atom=streit=kräf-te"],
    ["Nachrichtenagentur", "Nach-rich-ten=agen-tur"],
    ["Gewerkschaftsbund", "Ge<werk>schafts=bund"],
    ["Rohstoffpreise", "Roh=stoff=prei-se"],
    ["Wahlbeobachter", "Wahl=be<ob<ach-ter"],
    ["Gegenmaßnahmen", "Ge-gen=maß=nah-men"],
    ["entgegengesetzt", "ent<ge-gen=ge<setzt"],
    ["Arbeitslosengeld", "Ar-beits=lo-sen=geld"],
    ["Freundschaftsspiel", "Freund>schafts=spiel"],
    ["Verantwortlichkeit", "Ver<ant-wort>lich>keit"],
    ["Klimaschutzministerin", "Kli-ma=schutz=mi-nis-te-rin"],
    ["Bundesverwaltungsgericht", "Bun-des=ver<wal-tungs=ge<richt"],
    ["Interesse", "In-ter-es-se"],
    ["Lärchen", "Lär-chen"],
  ])("%s", (word, expected) => {
    expect(markedWord(word)).toBe(expected);
  });
});

describe("words of two readings part where the news means it", () => {
  test.each([
    ["Druckerzeugnis", "Druck=er<zeug-nis"],
    ["Staubecken", "Stau=be-cken"],
    ["beinhaltet", "be<in=hal-tet"],
    ["Autorennens", "Au-to=ren-nens"],
    ["Altbauerhaltung", "Alt=bau=er<hal-tung"],
    ["Urinstinkt", "Ur<ins-tinkt"],
    ["Nachteilzug", "Nacht=eil=zug"],
    ["Blumentopferde", "Blu-men=topf=er-de"],
    ["Spargelder", "Spar=gel-der"],
    ["Maisturm", "Mais=turm"],
    ["Supplierstunden", "Sup-plier=stun-den"],
    ["Starkregenereignisse", "Stark=re-gen=er~eig-nis-se"],
    ["Schifffahrt", "Schiff=fahrt"],
    ["Wachstube", "Wach~stu-be"],
    ["Analphabet", "An<al-pha~bet"],
  ])("%s", (word, expected) => {
    expect(markedWord(word)).toBe(expected);
  });
});

describe("names part between syllables of their own language, if at all", () => {
  test.each([
    ["Shigeru", "Shi*ge*ru"],
    ["Pasterze", "Pas*ter*ze"],
    ["Pjöngjang", "Pjöng*jang"],
    ["Selenskyj", "Se*len*skyj"],
    ["Scholz", "Scholz"],
    ["Nehammer", "Ne*ham*mer"],
    ["Nagoshi", "Na*go*shi"],
    ["Hejkal", "Hej*kal"],
    ["Mezővásárhely", "Me*ző*vá*sár*he*ly"],
  ])("%s", (word, expected) => {
    expect(markedWord(word)).toBe(expected);
  });
});

describe("words of Austria are no names", () => {
  test.each([
    ["Jänner", "Jän-ner"],
    ["Maturantin", "Ma-tu-ran-tin"],
    ["Landeshauptfrau", "Lan-des=haupt=frau"],
    ["Nationalratswahl", "Na-tio-nal=rats=wahl"],
    ["Bankomatkarte", "Ban-ko-mat=kar-te"],
  ])("%s", (word, expected) => {
    expect(markedWord(word)).toBe(expected);
  });
});

describe("at least two letters stay and two go over", () => {
  test.each([
    ["Abend", "Abend"],
    ["Tage", "Tage"],
    ["Oper", "Oper"],
    ["Armee", "Ar·mee"],
    ["heuer", "heu·er"],
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

describe("words in capitals part if they are German", () => {
  test.each([
    ["ZUSATZ", "ZU·SATZ"],
    ["ÖSTERREICH", "ÖS·TER·REICH"],
    ["UNESCO", "UNESCO"],
    ["UNICEF", "UNICEF"],
  ])("%s", check);
});

describe("no syllable breaks in abbreviations and figures", () => {
  test.each([
    ["NATO", "NATO"],
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
    ["20‑jährige", "20‑jäh·ri·ge"],
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
    ["www.rufbus-suedost.at", "www|.rufbus|-suedost|.at"],
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

it("parts a run of letters that is too long for a word, and offers breaks all along it", () => {
  const { breakPoints } = languageOf("de-AT");
  const offsets = breakPoints("volksarmee".repeat(1000)).map(({ offset }) => offset);
  expect(offsets.length).toBeGreaterThan(1000);
  expect(offsets.at(-1)).toBeGreaterThan(9_980);
});

it("gives the same answer when asked again", () => {
  const { breakPoints } = languageOf("de-AT");
  expect(breakPoints("Volksarmee")).toEqual(breakPoints("Volksarmee"));
});
