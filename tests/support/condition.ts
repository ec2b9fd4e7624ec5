import { readFileSync } from "node:fs";
import { openProfile, readCondition, type Condition, type PressProfile } from "../../src/condition/index.ts";
import { projectPath } from "./desk.ts";

const BUNDLED = {
  names: ["austria-newsprint", "coated"],
  find: (name: string) => ({ name, text: readFileSync(projectPath(`conditions/${name}.json`), "utf8") }),
};

/** A bundled print condition. */
export function bundledCondition(name: "austria-newsprint" | "coated"): Condition {
  return conditionLike(name, { name });
}

/** A print condition of a test's own that extends a bundled one. */
export function conditionLike(parent: string, changes: object): Condition {
  const text = JSON.stringify({ extends: parent, name: "test", ...changes });
  const { value, diagnostics } = readCondition({ name: "test", text }, BUNDLED);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

/** The profile that a condition names, from the project's own. */
export function profileOf({ outputIntent }: Condition): PressProfile {
  const path = projectPath(`conditions/${outputIntent.profile}`);
  const { value } = openProfile(path, readFileSync(path));
  if (value === undefined) throw new Error(`${path} is unfit`);
  return value;
}
