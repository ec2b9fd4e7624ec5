import type { PdfObject } from "../reader/index.ts";
import type { Machine } from "./machine.ts";

/** What operators do, by their names. */
export type Operators = Readonly<Record<string, (machine: Machine, operands: readonly PdfObject[]) => void>>;
