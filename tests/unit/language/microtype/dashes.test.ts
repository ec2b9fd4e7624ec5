import { describe, test } from "vitest";
import { check } from "./check.ts";

describe("the dash between words", () => {
  test.each([
    ["vorgeworfen - im Gegenzug für Truppen - und", "vorgeworfen⍽– im Gegenzug für Truppen⍽– und"],
    ["vorgeworfen - im Gegenzug im Ukraine-Krieg", "vorgeworfen⍽– im Gegenzug im Ukraine-Krieg"],
    ["Wort -- Wort", "Wort⍽– Wort"],
    ["Wort — Wort", "Wort⍽– Wort"],
    ["Wort—Wort", "Wort⍽– Wort"],
    ["Wort – Wort", "Wort⍽– Wort"],
    ["(APA/dpa) - Das Filmfest", "(APA/dpa)⍽– Das Filmfest"],
    ["Er kam - , sagte sie", "Er kam⍽–, sagte sie"],
    ["Wien-Graz", "Wien-Graz"],
    ["Wien - Graz", "Wien⍽– Graz"],
    ["Rot-Weiß-Rot", "Rot-Weiß-Rot"],
    ["Atom- und Raketenprogramm", "Atom- und Raketenprogramm"],
    ["Ein- und -ausfuhr", "Ein- und -ausfuhr"],
    ["US-Präsident", "US-Präsident"],
  ])("%s", check);
});

describe("the dash between figures", () => {
  test.each([
    ["2010-2024", "2010–2024"],
    ["2010-24", "2010–24"],
    ["S. 10-12", "S.⎵10–12"],
    ["8-10 Uhr", "8–10⍽Uhr"],
    ["8.30-10 Uhr", "8.30–10⍽Uhr"],
    ["10.-12. Mai", "10.–12.⍽Mai"],
    ["10.000-12.000 Menschen", "10.000–12.000 Menschen"],
    ["5-10%", "5–10⎵%"],
    ["am 2025-02-09", "am 2025-02-09"],
    ["Boeing 737-800", "Boeing 737-800"],
    ["Airbus A320-500", "Airbus A320-500"],
  ])("%s", check);
});

describe("hyphens that hold", () => {
  test.each([
    ["1:0-Sieg", "1:0-Sieg"],
    ["20-jährige", "20‑jährige"],
    ["1,5-mal", "1,5-mal"],
    ["Covid-19", "Covid-19"],
    ["A-4", "A‑4"],
    ["U-Boot", "U‑Boot"],
    ["F-16", "F‑16"],
    ["Kim Jong-un", "Kim Jong‑un"],
    ["Kim Jong-uns Bruder", "Kim Jong-uns Bruder"],
    ["0:2", "0:2"],
    ["6:4, 7:5", "6:4, 7:5"],
  ])("%s", check);
});

describe("the minus", () => {
  test.each([
    ["-5 Grad", "−5⍽Grad"],
    ["minus 5", "minus⍽5"],
    ["bei minus 5 Grad", "bei minus⍽5⍽Grad"],
    ["Dort betrug das Plus 5,3 Prozent.", "Dort betrug das Plus 5,3⍽Prozent."],
    ["Minus 5 Grad hatte es.", "Minus⍽5⍽Grad hatte es."],
    ["zwischen -5 und -10 Grad", "zwischen −5 und −10⍽Grad"],
    ["die F-15 und -16", "die F‑15 und -16"],
  ])("%s", check);
});
