import {
  locateDeskJson,
  report,
  schemaFindings,
  schemaWords,
  type Outcome,
  type Place,
  type Source,
} from "../../base/index.ts";
import { CONFIG_INVALID_VALUE, CONFIG_SYNTAX, CONFIG_UNKNOWN_KEY } from "./findings.ts";
import { configJsonSchema } from "./json-schema.ts";
import { locateYaml } from "./locate-yaml.ts";
import { configSchema, type Config } from "./schema.ts";

/** The settings of a configuration file, each with its place. */
export interface ReadConfig {
  readonly source: Source;
  readonly values: Config;
  readonly placeOf: (key: keyof Config) => Place;
}

const KIND = { invalidValue: CONFIG_INVALID_VALUE, unknownKey: CONFIG_UNKNOWN_KEY, jsonSchema: configJsonSchema };

/** Reads a configuration file, YAML or JSON; undefined with the reasons when anything in it is wrong. */
export function readConfig(source: Source): Outcome<ReadConfig | undefined> {
  // As YAML it would read the comments of JSON as keys.
  const located = source.name.endsWith(".json") ? locateDeskJson(source) : locateYaml(source);
  if (!("value" in located)) {
    return { value: undefined, diagnostics: [report(CONFIG_SYNTAX, located.message, located.place, located.hint)] };
  }
  const parsed = configSchema.safeParse(located.value, { error: schemaWords });
  if (!parsed.success) return { value: undefined, diagnostics: schemaFindings(parsed.error.issues, located, KIND) };
  const value = { source, values: parsed.data, placeOf: (key: keyof Config) => located.placeAt([key]) };
  return { value, diagnostics: [] };
}
