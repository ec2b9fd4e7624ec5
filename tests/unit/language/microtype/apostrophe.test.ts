import { describe, test } from "vitest";
import { check } from "./check.ts";

describe("the apostrophe", () => {
  test.each([
    ["O'Neill", "O’Neill"],
    ["McDonald's", "McDonald’s"],
    ["geht's", "geht’s"],
    ["geht´s und geht`s", "geht’s und geht’s"],
    ["Hans' Auto", "Hans’ Auto"],
    ["'68er", "’68er"],
    ["So 'n Tag", "So ’n Tag"],
    ["wie 's ist", "wie ’s ist"],
    ["Rock 'n' Roll", "Rock ’n’ Roll"],
    [`"Hans' Auto"`, "„Hans’ Auto“"],
    ["'Das ist Hans' Auto', sagte er", "‚Das ist Hans’ Auto‘, sagte er"],
    ["10'000 Franken", "10’000⍽Franken"],
    ["Die ‘68er und der ‘n Tag", "Die ’68er und der ’n Tag"],
    ["‚Krone‘s", "‚Krone‘s"],
  ])("%s", check);
});
