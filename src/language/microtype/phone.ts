import type { Edit } from "../../base/index.ts";
import { guarded, narrow, replaceAll } from "./rule.ts";

/**
 * The groups of a telephone number hold together (DIN 5008). Numbers are known by their country code or by a
 * leading zero; the hyphen before the extension stays.
 */
export function phone(text: string): readonly Edit[] {
  return replaceAll(text, number, "phone", (found) => found[0].replaceAll(" ", narrow));
}

const number = guarded(
  /\+\d|(?<![A-Za-z\d.,:/])0\d+\)?[ /(]/,
  String.raw`(?<![\p{L}\p{N}.,:/+])(?:(?:\+\d{1,3}|00[1-9]\d)(?:[ /]?\(\d{1,5}\) ?\d*|[ /]\d{1,5})|\(?0\d{1,4}\)?[ /]\d{2,})(?:[ /]\d{2,})*(?:-\d+)?(?!\p{N})`,
);
