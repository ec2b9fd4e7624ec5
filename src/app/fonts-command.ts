import type { Command } from "commander";
import { BUNDLED_FACES } from "../galley/index.ts";
import { openTemplate, type World } from "../pipeline.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { inSettings } from "./in-settings.ts";
import { licenceOfFace } from "./licences.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";

/** Adds `fonts` to the command line. */
export function fontsCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("fonts")
    .description("List the bundled faces by the names that templates use, with the templates that set with them.")
    .action(async (flags: ReportFlags) => {
      end(
        await inSettings([], flags, ({ world, outlet }) => {
          for (const facts of facesOf(world)) outlet.say({ human: humanOf(facts), json: facts, matters: true });
          return EXIT.done;
        }),
      );
    });
  withReportOptions(command);
}

interface FaceFacts {
  readonly face: string;
  readonly family: string;
  readonly licence: string;
  readonly licenceText: string;
  readonly templates: readonly string[];
}

function facesOf(world: World): readonly FaceFacts[] {
  const used = world.templates.map((name) => ({ name, faces: facesIn(openTemplate(world, name).value?.styles) }));
  return BUNDLED_FACES.map((face) => {
    const { family, licence, text } = licenceOfFace(face);
    const templates = used.filter(({ faces }) => faces.includes(face)).map(({ name }) => name);
    return { face, family, licence, licenceText: text, templates };
  });
}

/** Every face that styles name, for text as for emphasis. */
function facesIn(styles: unknown): readonly string[] {
  if (typeof styles === "string") return BUNDLED_FACES.some((face) => face === styles) ? [styles] : [];
  return typeof styles === "object" && styles !== null ? Object.values(styles).flatMap(facesIn) : [];
}

function humanOf({ face, family, licence, templates }: FaceFacts): string {
  const used = templates.length === 0 ? "in no bundled template" : templates.join(", ");
  return `${face.padEnd(30)} ${family} · ${licence}\n${" ".repeat(31)}${used}\n`;
}
