import { describe, test } from "vitest";
import { check } from "./check.ts";

describe("abbreviations of several words", () => {
  test.each([
    ["z.B.", "z.⎵B."],
    ["z. B.", "z.⎵B."],
    ["Z. B. in Wien", "Z.⎵B. in Wien"],
    ["d.h.", "d.⎵h."],
    ["u.a.", "u.⎵a."],
    ["i.d.R.", "i.⎵d.⎵R."],
    ["i. d. R. Huber", "i.⎵d.⎵R. Huber"],
    ["o.Ä.", "o.⎵Ä."],
    ["v.a.", "v.⎵a."],
    ["s.o.", "s.⎵o."],
    ["u.v.a.m.", "u.⎵v.⎵a.⎵m."],
    ["n.Chr.", "n.⎵Chr."],
    ["USA, NATO, DVRK, ÖVP, KCNA", "USA, NATO, DVRK, ÖVP, KCNA"],
  ])("%s", check);
});

describe("titles, initials and monarchs", () => {
  test.each([
    ["Dr. Mustermann", "Dr.⍽Mustermann"],
    ["Prof. Dr. A. Huber", "Prof.⍽Dr.⍽A.⍽Huber"],
    ["Prim. Dr. Eva Huber", "Prim.⍽Dr.⍽Eva Huber"],
    ["Gen.-Dir. Huber", "Gen.-Dir.⍽Huber"],
    ["Dr. med. Huber", "Dr.⍽med.⍽Huber"],
    ["Dr. med. univ. Huber", "Dr.⍽med. univ. Huber"],
    ["St. Pölten", "St.⍽Pölten"],
    ["Gemüse und Obst. Danach", "Gemüse und Obst. Danach"],
    ["J. R. R. Tolkien", "J.⎵R.⎵R.⍽Tolkien"],
    ["J.R.R. Tolkien", "J.⎵R.⎵R.⍽Tolkien"],
    ["Papst Franziskus I.", "Papst Franziskus⍽I."],
    ["Karl V.", "Karl⍽V."],
    ["Elisabeth II. Danach", "Elisabeth⍽II. Danach"],
    ["Karl I. Der Kaiser", "Karl⍽I. Der Kaiser"],
  ])("%s", check);
});

describe("addresses of the net stay as they are", () => {
  test.each([
    ["ORF.at", "ORF.at"],
    ["www.apa.at/kultur", "www.apa.at/kultur"],
    ["max@apa.at", "max@apa.at"],
    ["u-boot@a-b.at", "u-boot@a-b.at"],
    ["https://apa.at/2010-2024/z.B./x--y", "https://apa.at/2010-2024/z.B./x--y"],
    ["auf www.apa.at/2010-2024...", "auf www.apa.at/2010-2024…"],
    [`("www.apa.at")`, `(„www.apa.at“)`],
  ])("%s", check);
});
