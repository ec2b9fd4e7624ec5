import { expect, test } from "vitest";
import { dumpArticle } from "../../../src/article/index.ts";
import { articleOf } from "./reading.ts";

test("an article reads back with its places, its marks and what microtype changed", () => {
  const text = `Chronik

Neue Fähre

Datum: 2025-02-09

Die Fähre
Datei: faehre.jpg
Bildmitte: 0.5 0.3
© APA

Sie ist _sehr_ "leise" und 5 km weit.

Zitat: Gut so.
– Anna Gruber

Kasten: Zahlen

- eins
- zwei

Kasten Ende
`;
  expect(dumpArticle(articleOf("faehre.txt", text))).toBe(`faehre (faehre.txt)

          language       de-AT
          date           2025-02-09
     1:1  section        Chronik
     3:1  headline       Neue Fähre

     8:8  picture 1      faehre.jpg
     7:1    caption      Die Fähre
    10:1    credit       ©⎵APA
            focal point  0.5 0.3

    12:1  paragraph      Sie ist _sehr_ „leise“ und 5⎵km weit.
    14:8  quotation      Gut so.
    15:3    said by      Anna Gruber
    17:9  box            Zahlen
    19:3    item •       eins
    20:3    item •       zwei

4 changes by microtype
    10:2  signs            → ⎵
   12:16  quotes         " → „
   12:22  quotes         " → “
   12:29  units            → ⎵
`);
});
