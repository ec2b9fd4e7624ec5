import * as archive from "../src/archive/findings.ts";
import * as batch from "../src/app/batch/findings.ts";
import * as doctor from "../src/app/doctor.ts";
import * as extract from "../src/app/extract-command.ts";
import * as outlet from "../src/app/outlet.ts";
import * as preflightCommand from "../src/app/preflight-command.ts";
import * as rights from "../src/app/rights.ts";
import * as cannotWrite from "../src/app/cannot-write.ts";
import * as settings from "../src/app/settings/findings.ts";
import * as article from "../src/article/findings.ts";
import type { Finding } from "../src/base/index.ts";
import * as condition from "../src/condition/findings.ts";
import * as galley from "../src/galley/findings.ts";
import * as language from "../src/language/findings.ts";
import * as page from "../src/page/findings.ts";
import * as picture from "../src/picture/findings.ts";
import * as pipeline from "../src/pipeline/findings.ts";
import { RULES } from "../src/preflight/index.ts";
import * as template from "../src/template/findings.ts";

// Whatever one of these files declares is in the list; a test looks for codes in files that are not here.
const FILES: readonly object[] = [
  language,
  article,
  template,
  condition,
  galley,
  page,
  picture,
  RULES,
  archive,
  pipeline,
  settings,
  cannotWrite,
  batch,
  rights,
  outlet,
  preflightCommand,
  extract,
  doctor,
];

/** Every finding that a room declares, in the order of the rooms. (The order of exports is the bundler's.) */
export const FINDINGS: readonly Finding[] = FILES.flatMap(declaredIn);

function declaredIn(value: unknown): readonly Finding[] {
  if (typeof value !== "object" || value === null) return [];
  return isFinding(value) ? [value] : Object.values(value).flatMap(declaredIn);
}

function isFinding(value: object): value is Finding {
  return "code" in value && "severity" in value && "when" in value;
}

/** All findings as text for docs/findings.md, a table for each room; a test holds that it stands there as it is here. */
export function findingTables(): string {
  const rooms = [...new Set(FINDINGS.map(({ code }) => roomOf(code)))];
  return rooms
    .map((room) => `## ${room}\n\n${tableOf(FINDINGS.filter(({ code }) => roomOf(code) === room).toSorted(byCode))}`)
    .join("\n\n");
}

function byCode(one: Finding, other: Finding): number {
  return one.code < other.code ? -1 : 1;
}

function roomOf(code: string): string {
  return code.split("/")[0] ?? "";
}

function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(
    ({ code, severity, when, hint = "the report says it where it occurs" }) =>
      `| \`${code}\` | ${severity} | ${cell(when)} | ${cell(hint)} |`,
  );
  return ["| code | severity | when | what to try |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** Text that a table of Markdown shows as it is. */
function cell(text: string): string {
  return text.replace(/[|<>*_`[\]]/g, (sign) => `\\${sign}`);
}
