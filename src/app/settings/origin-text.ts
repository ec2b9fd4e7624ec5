import type { Origin } from "./settings.ts";

/** Where a setting came from, as a person finds it: `--template`, `umbruch.config.yaml:3:11`, `default`. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case "flag":
      return origin.flag;
    case "environment":
      return origin.variable;
    case "file":
      return `${origin.place.source.name}:${origin.place.line}:${origin.place.column}`;
    case "default":
      return "default";
  }
}
