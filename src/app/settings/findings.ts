import type { Finding } from "../../base/index.ts";

export const CONFIG_SYNTAX = {
  code: "app/config-syntax",
  severity: "error",
  when: "The configuration file is neither YAML nor JSON, or more than one document.",
  hint: "look for a missing colon, quotation mark or indent just before this place",
} as const satisfies Finding;

export const CONFIG_UNREADABLE = {
  code: "app/config-unreadable",
  severity: "error",
  when: "The configuration file is not there or cannot be read; the message says why.",
  hint: "check the path; umbruch init writes a configuration to begin with",
} as const satisfies Finding;

export const CONFIG_UNKNOWN_KEY = {
  code: "app/config-unknown-key",
  severity: "error",
  when: "The configuration file has a key that is no setting.",
} as const satisfies Finding;

export const CONFIG_INVALID_VALUE = {
  code: "app/config-invalid-value",
  severity: "error",
  when: "A setting of the configuration file is of the wrong kind or out of its range.",
  hint: "umbruch schema config prints what each setting may be",
} as const satisfies Finding;

export const TWO_CONFIGS = {
  code: "app/two-configs",
  severity: "error",
  when: "The articles of one run lie under different configuration files, and a run has one.",
  hint: "name one of them with --config, or set the articles in runs of their own",
} as const satisfies Finding;
