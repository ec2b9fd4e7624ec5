import {
  foreignBytes,
  locateJson,
  repeatedKeys,
  report,
  schemaFindings,
  schemaWords,
  type Outcome,
  type Place,
  type Source,
} from "../../base/index.ts";
import { CONFIG_INVALID_VALUE, CONFIG_SYNTAX, CONFIG_UNKNOWN_KEY } from "./findings.ts";
import { configJsonSchema } from "./json-schema.ts";
import { locateYaml, NO_UTF_8, type LocatedYaml, type YamlSyntaxError } from "./locate-yaml.ts";
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
  const located = source.name.endsWith(".json") ? locateConfigJson(source) : locateYaml(source);
  if (!("value" in located)) {
    return { value: undefined, diagnostics: [report(CONFIG_SYNTAX, located.message, located.place, located.hint)] };
  }
  const parsed = configSchema.safeParse(located.value, { error: schemaWords });
  if (!parsed.success) return { value: undefined, diagnostics: schemaFindings(parsed.error.issues, located, KIND) };
  const value = { source, values: parsed.data, placeOf: (key: keyof Config) => located.placeAt([key]) };
  return { value, diagnostics: [] };
}

/** As JSON, a configuration may have comments, as templates may; as YAML it would read them as keys. */
function locateConfigJson(source: Source): LocatedYaml | YamlSyntaxError {
  const foreign = foreignBytes(source);
  if (foreign !== undefined) return { ...NO_UTF_8, place: foreign };
  const json = locateJson(source);
  const [again] = "value" in json ? repeatedKeys(source, json) : [];
  if (again === undefined) return json;
  return { message: `“${again.key}” is given twice`, hint: "take one of them out", place: again.place };
}
