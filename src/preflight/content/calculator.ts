import { Lexer } from "../reader/index.ts";

type Program = readonly Step[];
type Step = number | string | { readonly then: Program; readonly otherwise?: Program };

const MOST_STEPS = 1000;
const DEEPEST = 32;
const DEGREES = Math.PI / 180;

/** A PostScript calculator function (ISO 32000-1, 7.10.5); undefined when its program cannot be read. */
export function compileCalculator(
  bytes: Uint8Array,
): ((inputs: readonly number[]) => readonly number[] | undefined) | undefined {
  const lexer = new Lexer(bytes);
  const first = lexer.next();
  if (typeof first !== "object" || first.kind !== "keyword" || first.word !== "{") return undefined;
  const program = readProgram(lexer, 0);
  if (program === undefined) return undefined;
  return (inputs) => {
    const stack = [...inputs];
    return run(program, stack, { left: MOST_STEPS }) ? stack : undefined;
  };
}

function readProgram(lexer: Lexer, depth: number): Program | undefined {
  const steps: Step[] = [];
  const blocks: Program[] = [];
  while (depth < DEEPEST && steps.length < MOST_STEPS) {
    const token = lexer.next();
    if (typeof token === "number") steps.push(token);
    else if (token === undefined || token.kind !== "keyword") return undefined;
    else if (token.word === "}") return steps;
    else if (token.word === "{") {
      const block = readProgram(lexer, depth + 1);
      if (block === undefined) return undefined;
      blocks.push(block);
    } else if (token.word === "if" || token.word === "ifelse") {
      const otherwise = token.word === "ifelse" ? blocks.pop() : undefined;
      const then = blocks.pop();
      if (then === undefined) return undefined;
      steps.push({ then, ...(otherwise && { otherwise }) });
    } else steps.push(token.word);
  }
  return undefined;
}

interface Patience {
  left: number;
}

function run(program: Program, stack: number[], patience: Patience): boolean {
  for (const step of program) {
    if (--patience.left < 0 || stack.length > 200) return false;
    if (typeof step === "number") stack.push(step);
    else if (typeof step === "object") {
      const chosen = stack.pop() !== 0 ? step.then : step.otherwise;
      if (chosen && !run(chosen, stack, patience)) return false;
    } else if (!operate(step, stack)) return false;
  }
  return true;
}

function operate(word: string, stack: number[]): boolean {
  const unary = UNARY[word];
  const binary = BINARY[word];
  if (unary) stack.push(unary(stack.pop() ?? 0));
  else if (binary) {
    const second = stack.pop() ?? 0;
    stack.push(binary(stack.pop() ?? 0, second));
  } else if (word === "pop") stack.pop();
  else if (word === "true" || word === "false") stack.push(word === "true" ? 1 : 0);
  else if (word === "exch") stack.push(...stack.splice(-2).reverse());
  else if (word === "dup") stack.push(stack.at(-1) ?? 0);
  else if (word === "copy") stack.push(...lastOf(stack, stack.pop() ?? 0));
  else if (word === "index") stack.push(stack.at(-1 - (stack.pop() ?? 0)) ?? 0);
  else if (word === "roll") roll(stack);
  else return false;
  return true;
}

function lastOf(stack: readonly number[], count: number): readonly number[] {
  return count > 0 && count <= stack.length ? stack.slice(-count) : [];
}

function roll(stack: number[]): void {
  const by = stack.pop() ?? 0;
  const count = stack.pop() ?? 0;
  if (!(count > 0 && count <= stack.length)) return;
  const items = stack.splice(-count);
  const shift = ((by % count) + count) % count;
  stack.push(...items.slice(count - shift), ...items.slice(0, count - shift));
}

const truth = (value: boolean): number => (value ? 1 : 0);

const UNARY: Readonly<Record<string, (value: number) => number>> = {
  abs: Math.abs,
  neg: (value) => -value,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  cvi: Math.trunc,
  cvr: (value) => value,
  sqrt: (value) => Math.sqrt(Math.max(0, value)),
  sin: (value) => Math.sin(value * DEGREES),
  cos: (value) => Math.cos(value * DEGREES),
  ln: (value) => Math.log(value),
  log: (value) => Math.log10(value),
  not: (value) => truth(value === 0),
};

const BINARY: Readonly<Record<string, (one: number, other: number) => number>> = {
  add: (one, other) => one + other,
  sub: (one, other) => one - other,
  mul: (one, other) => one * other,
  div: (one, other) => (other === 0 ? 0 : one / other),
  idiv: (one, other) => (other === 0 ? 0 : Math.trunc(one / other)),
  mod: (one, other) => (other === 0 ? 0 : one % other),
  exp: (one, other) => one ** other,
  atan: (one, other) => (Math.atan2(one, other) / DEGREES + 360) % 360,
  eq: (one, other) => truth(one === other),
  ne: (one, other) => truth(one !== other),
  gt: (one, other) => truth(one > other),
  ge: (one, other) => truth(one >= other),
  lt: (one, other) => truth(one < other),
  le: (one, other) => truth(one <= other),
  and: (one, other) => one & other,
  or: (one, other) => one | other,
  xor: (one, other) => one ^ other,
  bitshift: (one, other) => (other > 0 ? one << other : one >> -other),
};
