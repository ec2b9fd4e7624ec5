import { describe, expect, it, test } from "vitest";
import { check, codes } from "./check.ts";

describe("numbers", () => {
  test.each([
    ["11.000 Soldaten", "11.000 Soldaten"],
    ["11 Soldaten", "11⍽Soldaten"],
    ["10 000", "10⎵000"],
    ["1 250 000 Menschen", "1⎵250⎵000 Menschen"],
    ["3 m2 10 000 Menschen", "3⎵m2 10⎵000 Menschen"],
    ["im Jahr 2024 100 Menschen", "im Jahr 2024 100 Menschen"],
    ["Platz 3 und Platz 4", "Platz 3 und Platz 4"],
    ["Nr. 3", "Nr.⎵3"],
    ["Nr. 3 Verteidigung", "Nr.⎵3 Verteidigung"],
    ["2024/25", "2024/25"],
    ["24/7", "24/7"],
    ["3 x 4", "3⎵×⎵4"],
    ["2 x 3 x 4", "2⎵×⎵3⎵×⎵4"],
    ["1/2", "1/2"],
    ["+43 1 360 60-0", "+43⎵1⎵360⎵60-0"],
    ["Tel. 01/360 60-10", "Tel.⍽01/360⎵60-10"],
    ["4. Bezirk", "4.⍽Bezirk"],
    ["Er kam am 4. Danach ging er.", "Er kam am 4. Danach ging er."],
    ["am 3. und 4. Mai", "am 3. und 4.⍽Mai"],
  ])("%s", check);

  it("ties long numbers where the house wants it", () => {
    check("11.000 Soldaten", "11.000⍽Soldaten", { tieNumbers: true });
  });

  it("sets fractions where the house wants them", () => {
    check("1/2 Liter und 3/4 Liter am 1/2/2025", "½ Liter und ¾ Liter am 1/2/2025", { fractions: true });
  });
});

describe("units", () => {
  test.each([
    ["8.850,34 Euro", "8.850,34⍽Euro"],
    ["100 Euro", "100⍽Euro"],
    ["€ 5,-", "€⎵5,–"],
    ["5,- Euro", "5,–⍽Euro"],
    ["8,5 Millionen Euro", "8,5⍽Millionen Euro"],
    ["20 %", "20⎵%"],
    ["20%", "20⎵%"],
    ["20%ige", "20%ige"],
    ["5 km", "5⎵km"],
    ["5km", "5⎵km"],
    ["30 km/h", "30⎵km/h"],
    ["20 °C", "20⎵°C"],
    ["3 m2", "3⎵m2"],
    ["die A4 und 5G", "die A4 und 5G"],
  ])("%s", check);

  it("report a plain exponent, or convert it where the house wants it", () => {
    expect(codes("3 m2")).toEqual(["language/plain-exponent"]);
    check("3 m2 und 5km3", "3⎵m² und 5⎵km³", { exponents: true });
    expect(codes("3 m2", { exponents: true })).toEqual([]);
  });
});

describe("dates and times", () => {
  test.each([
    ["8. Februar 2025", "8.⍽Februar 2025"],
    ["am 8.2.", "am 8.2."],
    ["8. 2. 2025", "8.⎵2.⎵2025"],
    ["14.30 Uhr", "14.30⍽Uhr"],
    ["14:30 Uhr", "14:30⍽Uhr"],
    ["18.30 Uhr", "18.30⍽Uhr"],
  ])("%s", check);
});

describe("references", () => {
  test.each([
    ["§ 5 Abs. 2", "§⎵5 Abs.⎵2"],
    ["§§ 5-7", "§§⎵5–7"],
    ["Art. 8", "Art.⎵8"],
    ["S. 12", "S.⎵12"],
    ["Art. II", "Art.⎵II"],
    ["BGBl. I Nr. 5", "BGBl.⎵I Nr.⎵5"],
    ["§ 7 Abs. 1 Z 3 lit. a", "§⎵7 Abs.⎵1 Z⎵3 lit.⎵a"],
    ["Generation Z 3 Jahre später", "Generation Z 3⍽Jahre später"],
  ])("%s", check);
});

describe("what is read as a word of its own holds on to its number with a whole space", () => {
  test.each([
    ["Tel. 01 406 43 43", "Tel.⍽01⎵406⎵43⎵43"],
    ["Tel.: (04352) 530-218", "Tel.:⍽(04352)⎵530-218"],
    ["Fax +43 1 360", "Fax⍽+43⎵1⎵360"],
    ["ca. 300 Leute", "ca.⍽300 Leute"],
    ["Jg. 1975", "Jg.⍽1975"],
    ["Mariahilfer Str. 12", "Mariahilfer Str.⍽12"],
    ["Er hat kein Tel. Nun ruft er an.", "Er hat kein Tel. Nun ruft er an."],
  ])("%s", check);
});
