import { describe, expect, it, test } from "vitest";
import { check, codes } from "./check.ts";

// The same rules where they meet: in the middle of sentences, beside brackets, dashes and each other.

describe("a quotation over several paragraphs", () => {
  test.each([
    [`"Wir haben 'Halt!' gerufen.`, "„Wir haben ‚Halt!‘ gerufen."],
    [`"Niemand hat's gehört - 'niemand', sage ich.`, "„Niemand hat’s gehört⍽– ‚niemand‘, sage ich."],
    [`"Dann kam Hans' Bruder und rief: 'Wartet!'`, "„Dann kam Hans’ Bruder und rief: ‚Wartet!‘"],
    [`"'Wartet!' hat er gerufen", schloss sie. "So war's."`, "„‚Wartet!‘ hat er gerufen“, schloss sie. „So war’s.“"],
    [`"Das war's." Er ging.`, "„Das war’s.“ Er ging."],
  ])("opens each paragraph and keeps single marks inside: %s", check);
});

describe("an apostrophe is told from a closing single mark", () => {
  test.each([
    ["Er sagte: 'Das ist Hans' Auto.'", "Er sagte: ‚Das ist Hans’ Auto.‘"],
    ["Der Film 'Das Boot' läuft in Linz' Kino.", "Der Film ‚Das Boot‘ läuft in Linz’ Kino."],
    [`"Der Titel 'Schweigen' war's", so O'Neill.`, "„Der Titel ‚Schweigen‘ war’s“, so O’Neill."],
    ["Die '68er und Rock 'n' Roll, sagt's weiter!", "Die ’68er und Rock ’n’ Roll, sagt’s weiter!"],
    [`"So 'n Käse", sagte sie, "sagt kein Mensch."`, "„So ’n Käse“, sagte sie, „sagt kein Mensch.“"],
    [`"Die '68er waren's", rief Marx' Enkel.`, "„Die ’68er waren’s“, rief Marx’ Enkel."],
    ["Ein '68-er steigt in dem Max' seinen Wagen.", "Ein ’68-er steigt in dem Max’ seinen Wagen."],
    ["Den 'Hans'-Film mag Grass' Sohn.", "Den ‚Hans‘-Film mag Grass’ Sohn."],
    [`"Ist das Hans' Auto?", fragte sie.`, "„Ist das Hans’ Auto?“, fragte sie."],
    [`Sie nannte ihn "Hans' Schatten".`, "Sie nannte ihn „Hans’ Schatten“."],
  ])("%s", check);
});

describe("quotation marks beside brackets, dashes and full stops", () => {
  test.each([
    [`Das Magazin ("Der Bote", "Die Zeit") schrieb.`, "Das Magazin („Der Bote“, „Die Zeit“) schrieb."],
    [`"Das ist (so sagt man) gut."`, "„Das ist (so sagt man) gut.“"],
    [`"(Das) ist gut", sagte er.`, "„(Das) ist gut“, sagte er."],
    [`Er rief ("Halt!").`, "Er rief („Halt!“)."],
    [`Er - "ein Genie" - schwieg.`, "Er⍽– „ein Genie“⍽– schwieg."],
    [`"Nein" - so kurz war die Antwort.`, "„Nein“⍽– so kurz war die Antwort."],
    [`"Ich -", begann sie, "nein."`, "„Ich⍽–“, begann sie, „nein.“"],
    [`Er sprach von "Verrat".`, "Er sprach von „Verrat“."],
    [`Er sprach: "Verrat." Dann ging er.`, "Er sprach: „Verrat.“ Dann ging er."],
    [`Das sei "gut"; "besser" sei nichts.`, "Das sei „gut“; „besser“ sei nichts."],
    [`[im "Ö1"-Morgenjournal]`, "[im „Ö1“-Morgenjournal]"],
    [`Im "Ö1"-Morgenjournal und im "ZiB 2"-Studio.`, "Im „Ö1“-Morgenjournal und im „ZiB 2“-Studio."],
    [`die Anti-"Krone"-Rede im "Standard"`, "die Anti-„Krone“-Rede im „Standard“"],
    [`"... und jetzt?", fragte sie. "Jetzt ..."`, "„… und jetzt?“, fragte sie. „Jetzt⍽…“"],
  ])("%s", check);
});

describe("hyphen, dash and minus", () => {
  test.each([
    ["WIEN (APA/dpa) - Das Filmfest beginnt.", "WIEN (APA/dpa)⍽– Das Filmfest beginnt."],
    ["(APA/dpa) - ", "(APA/dpa)⍽– "],
    ["Er kam - sah - und siegte.", "Er kam⍽– sah⍽– und siegte."],
    ["Die 20-jährige Siegerin lief 1,5-mal so weit.", "Die 20‑jährige Siegerin lief 1,5-mal so weit."],
    ["Ein 8-köpfiges Team in Rot-Weiß-Rot.", "Ein 8‑köpfiges Team in Rot-Weiß-Rot."],
    ["Das 0:2 war bitter, das 1:0-Tor zählte nicht.", "Das 0:2 war bitter, das 1:0-Tor zählte nicht."],
    ["In Lech hatte es -12 Grad, in Wien -3.", "In Lech hatte es −12⍽Grad, in Wien −3."],
    ["Bei –12 Grad stand alles still.", "Bei −12⍽Grad stand alles still."],
    ["Es lag bei - 5 Grad, dann bei – 7 Grad.", "Es lag bei −5⍽Grad, dann bei −7⍽Grad."],
    ["Er traf zum - 5 Minuten vor Schluss - 2:1.", "Er traf zum⍽– 5⍽Minuten vor Schluss⍽– 2:1."],
    ["Er sprang - 5 Meter weit.", "Er sprang⍽– 5⍽Meter weit."],
    ["vom 1.-3.5. geschlossen", "vom 1.–3.5. geschlossen"],
    ["vom 30.4.-2.5. und 1.1.-31.12.2024", "vom 30.4.–2.5. und 1.1.–31.12.2024"],
    ["10. –12. Mai", "10. –12.⍽Mai"],
    ["zwischen -5 und +3 Grad", "zwischen −5 und +3⍽Grad"],
    ["Am 10.-12. Mai, 8-10 Uhr, Saison 2024/25.", "Am 10.–12.⍽Mai, 8–10⍽Uhr, Saison 2024/25."],
    ["Vom 10. - 12. Mai", "Vom 10.⍽– 12.⍽Mai"],
    ["Ein- und Ausgang, Vor- oder Nachteil", "Ein- und Ausgang, Vor- oder Nachteil"],
  ])("%s", check);
});

describe("numbers in sentences", () => {
  test.each([
    ["Rund 11.000 Soldaten kamen um 18.30 Uhr.", "Rund 11.000 Soldaten kamen um 18.30⍽Uhr."],
    ["Laut § 5 Abs. 2 und Nr. 3 gilt das z.B. hier.", "Laut §⎵5 Abs.⎵2 und Nr.⎵3 gilt das z.⎵B. hier."],
    ["(Tel. +43 1 360 60-0)", "(Tel.⍽+43⎵1⎵360⎵60-0)"],
    ["Unter +43 1 360 60-0 hilft man.", "Unter +43⎵1⎵360⎵60-0 hilft man."],
    ["+43/1/360 60-0 oder +43 (0)1 360 60-0", "+43/1/360⎵60-0 oder +43⎵(0)1⎵360⎵60-0"],
    ["0043 1 36060-0", "0043⎵1⎵36060-0"],
    ["Laut §§ 3g ff. und Art. 5m sind 5g erlaubt.", "Laut §§⎵3g ff. und Art.⎵5m sind 5⎵g erlaubt."],
    ["Kirchdorf a. d. Krems und Frankfurt a.M. feiern.", "Kirchdorf a.⎵d. Krems und Frankfurt a.⎵M. feiern."],
    ["Im I. Weltkrieg regierte Karl I. noch.", "Im I.⍽Weltkrieg regierte Karl⍽I. noch."],
    ["Mag.a Huber, Dr.in Maier und MMag. Gruber", "Mag.a⍽Huber, Dr.in⍽Maier und MMag.⍽Gruber"],
    ["Er kam (u.a. wegen Nr. 3) um 9 Uhr.", "Er kam (u.⎵a. wegen Nr.⎵3) um 9⍽Uhr."],
  ])("%s", check);
});

describe("a number is tied to what it counts", () => {
  test.each([
    ["Die Falcon 9 hebt ab.", "Die Falcon 9 hebt ab."],
    ["Die Falcon 9 brachte Satelliten ins All.", "Die Falcon 9 brachte Satelliten ins All."],
    ["Platz 3 ging an Wien.", "Platz 3 ging an Wien."],
    ["Um 9 begann die Sitzung.", "Um 9 begann die Sitzung."],
    ["Von 15 haben 12 überlebt.", "Von 15 haben 12 überlebt."],
    ["Mit 17 debütierte sie.", "Mit 17 debütierte sie."],
    ["Sie übt pro Tag 8 Stunden.", "Sie übt pro Tag 8⍽Stunden."],
    ["Es waren 11 Soldaten.", "Es waren 11⍽Soldaten."],
    ["Es kamen 3 neue Züge.", "Es kamen 3⍽neue Züge."],
    ["Es kamen 3 neue, schnelle Züge.", "Es kamen 3⍽neue, schnelle Züge."],
    ["Es kamen 12 weitere schwer verletzte Soldaten.", "Es kamen 12⍽weitere schwer verletzte Soldaten."],
    ["5 mal", "5⍽mal"],
    ["Ein Schild, 30 mal 12 Zentimeter groß.", "Ein Schild, 30 mal 12⍽Zentimeter groß."],
    ["Bei den übrigen war es jedes 58. Anders als erwartet.", "Bei den übrigen war es jedes 58. Anders als erwartet."],
    ["Sie wurde auf 41 erhöht.", "Sie wurde auf 41 erhöht."],
    ["Von 20 starben 8. Insgesamt 12 erlitten Brüche.", "Von 20 starben 8. Insgesamt 12 erlitten Brüche."],
    ["Mit 19 gewann sie in Tokio.", "Mit 19 gewann sie in Tokio."],
    [
      "Die Ariane 6 Europas fliegt, die Formel 1 Österreichs fährt.",
      "Die Ariane 6 Europas fliegt, die Formel 1 Österreichs fährt.",
    ],
    ["Am 5. verloren Wiens Spieler.", "Am 5. verloren Wiens Spieler."],
    [
      "Platz 3. Österreich jubelte über den 2. großen Erfolg.",
      "Platz 3. Österreich jubelte über den 2.⍽großen Erfolg.",
    ],
    ["3 Kinder und 2 „Gäste“", "3⍽Kinder und 2 „Gäste“"],
  ])("%s", check);
});

describe("ordinary sentences", () => {
  it("give nothing to report", () => {
    expect(codes(`"Ja", sagte O'Neill (68), "im 'Ö1'-Studio." Er ging - um 9 Uhr.`)).toEqual([]);
  });
});
