import { Lexer, parseObject, startsWith, isWhite, type Budget, type PdfDict, type PdfObject } from "../reader/index.ts";

/** An operator with its operands (ISO 32000-1, 7.8.2); an inline picture comes as `BI` with its keys and data. */
export interface Instruction {
  readonly operator: string;
  readonly operands: readonly PdfObject[];
  readonly inline?: { readonly dict: PdfDict; readonly data: Uint8Array };
}

/** Stands for the operator that is missing behind operands. */
const NO_OPERATOR = "";
/** More operands than any operator has (DeviceN takes 32) are junk. */
const MOST_OPERANDS = 64;

/** The instructions of a content stream, as long as the budget lasts. */
export function* instructionsOf(bytes: Uint8Array, budget: Budget): Generator<Instruction> {
  const lexer = new Lexer(bytes);
  let operands: PdfObject[] = [];
  for (;;) {
    lexer.skipWhite();
    const { at } = lexer;
    const token = lexer.next();
    if (token === undefined) {
      if (operands.length > 0) yield { operator: NO_OPERATOR, operands: [] };
      return;
    }
    if (typeof token === "number" || token.kind !== "keyword") {
      if (operands.length < MOST_OPERANDS) operands.push(token);
      else if (operands.length === MOST_OPERANDS) {
        yield { operator: NO_OPERATOR, operands: [] };
        operands.push(token);
      }
      continue;
    }
    const { word } = token;
    if (word === "[" || word === "<<") {
      lexer.at = at;
      const parsed = parseObject(lexer);
      if ("object" in parsed) operands.push(parsed.object);
      else yield { operator: NO_OPERATOR, operands: [] };
      continue;
    }
    if (word === "true" || word === "false" || word === "null") {
      operands.push(word === "null" ? null : word === "true");
      continue;
    }
    if (!budget.spend("operators")) return;
    if (word === "BI") {
      const inline = readInline(lexer);
      yield { operator: "BI", operands: [], ...(inline && { inline }) };
    } else yield { operator: word, operands };
    if (operands.length > 0) operands = [];
  }
}

function readInline(lexer: Lexer): Instruction["inline"] {
  const entries = new Map<string, PdfObject>();
  for (;;) {
    const key = parseObject(lexer);
    if ("keyword" in key) {
      if (key.keyword !== "ID") return undefined;
      break;
    }
    const value = parseObject(lexer);
    if (!("object" in key) || !("object" in value)) return undefined;
    if (typeof key.object === "object" && key.object?.kind === "name") entries.set(key.object.name, value.object);
  }
  const start = lexer.at + 1;
  const end = endOfInline(lexer.bytes, start, lexer.end);
  lexer.at = Math.min(lexer.end, (end ?? lexer.end) + 3);
  if (end === undefined) return undefined;
  return { dict: { kind: "dict", entries }, data: lexer.bytes.subarray(start, end) };
}

/** The white space before `EI`, behind which stands white space or the end, and then no binary data. */
function endOfInline(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let at = from; at + 2 < to; at++) {
    if (!isWhite(bytes[at]) || !startsWith(bytes, "EI", at + 1)) continue;
    const behind = bytes.subarray(at + 3, Math.min(to, at + 13));
    if (behind.length > 0 && !isWhite(behind[0])) continue;
    if (behind.every((byte) => byte < 128 && (byte >= 32 || isWhite(byte)))) return at;
  }
  return undefined;
}
