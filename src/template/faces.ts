import { nearestWord, report, type Diagnostic, type LocatedJson, type Place } from "../base/index.ts";
import { UNKNOWN_FACE } from "./findings.ts";
import type { Template } from "./template.ts";

/** Faces that a template names and that are not among those that can be had, each with the nearest right name. */
export function unknownFaces(template: Template, faces: readonly string[], json: LocatedJson): Diagnostic[] {
  const inStyles = Object.entries(template.styles).flatMap(([name, style]) =>
    (["face", "emphasis", "strong"] as const).map((role) => ({ face: style[role], path: ["styles", name, role] })),
  );
  const initial = template.initial ? [{ face: template.initial.face, path: ["initial", "face"] }] : [];
  return [...inStyles, ...initial]
    .filter(({ face }) => !faces.includes(face))
    .map(({ face, path }) => unknownFace(face, faces, json.placeAt(path)));
}

function unknownFace(face: string, faces: readonly string[], place: Place): Diagnostic {
  const near = nearestWord(face, faces);
  const hint = near ? `did you mean “${near}”?` : `there are: ${faces.join(", ")}`;
  return report(UNKNOWN_FACE, `there is no face “${face}”`, place, hint);
}
