import { Option, type Command } from "commander";
import { cannotWrite } from "./cannot-write.ts";
import { toMm } from "../base/index.ts";
import { drawTemplate, openTemplate, plainPdf, plainSvg, type World } from "../pipeline.ts";
import { renderPng, svgText } from "../render/svg/index.ts";
import type { Template } from "../template/index.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { inSettings, type Desk } from "./in-settings.ts";
import { drawing, input, pixels } from "./options/read-value.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { failsAt } from "./outlet.ts";
import { jsonDiagnostic } from "./report.ts";
import { codeOfUnusable } from "./run.ts";
import { DEFAULTS, type SettingFlags } from "./settings/settings.ts";
import { writeWhole } from "./workspace.ts";

interface ShowFlags extends ReportFlags, Pick<SettingFlags, "ppi"> {
  /** A file, and no folder as for pages. */
  readonly out?: string;
}

/** Adds `templates` and `templates show` to the command line. */
export function templatesCommand(program: Command, end: (code: ExitCode) => void): void {
  const templates = program
    .command("templates")
    .description("List the bundled templates.")
    .enablePositionalOptions()
    .action(async (flags: ReportFlags) => {
      end(await inSettings([], flags, listTemplates));
    });
  withReportOptions(templates);
  const show = templates
    .command("show")
    .argument("<name|file>", "a bundled template by name, or a template file", input)
    .description("Draw a template with its grid, columns and slots.")
    .addOption(
      new Option(
        "-o, --out <file>",
        "where to: a file ending in .pdf, .png or .svg (NAME.pdf when left out)",
      ).argParser(drawing),
    )
    .addOption(new Option("--ppi <number>", `pixels to an inch of a PNG (default: ${DEFAULTS.ppi})`).argParser(pixels))
    .action(async (name: string, flags: ShowFlags) => {
      end(await inSettings([], flags, (desk) => showTemplate(desk, name, flags.out)));
    });
  withReportOptions(show);
}

/** The version of the JSON objects; it rises when a field changes its meaning or goes. */
const REPORT_VERSION = 1;

interface Facts {
  readonly name: string;
  readonly title: string;
  readonly page: string;
  readonly typeArea: string;
  readonly columns: string;
  readonly body: string;
  readonly slots: readonly string[];
}

function factsOf({ name, title, page, typeArea, grid, styles, slots }: Template): Facts {
  const size = (width: number, height: number): string => `${millimetres(width)} × ${millimetres(height)} mm`;
  return {
    name,
    title,
    page: page.trim === "article" ? "the article" : size(page.width, page.height),
    typeArea: size(typeArea.width, typeArea.height),
    columns: `${grid.columns} × ${millimetres(grid.columnWidth)} / ${millimetres(grid.gutter)} mm`,
    body: `${styles.body.face} ${styles.body.size}/${styles.body.leading} pt`,
    slots: slots.map((slot) => slot.name),
  };
}

function millimetres(points: number): string {
  return String(Number(toMm(points).toFixed(1)));
}

function listTemplates({ world, outlet }: Desk): ExitCode {
  for (const name of world.templates) {
    const { value } = openTemplate(world, name);
    if (value === undefined) continue;
    const facts = factsOf(value);
    outlet.say({ human: humanOf(facts), json: { version: REPORT_VERSION, ...facts }, matters: true });
  }
  return EXIT.done;
}

function humanOf({ name, title, page, columns, body, slots }: Facts): string {
  const named = slots.length > 0 ? ` · slots: ${slots.join(", ")}` : "";
  return `${name.padEnd(12)} ${title}\n${" ".repeat(13)}${page} · ${columns} · ${body}${named}\n`;
}

async function showTemplate({ world, settings, outlet }: Desk, name: string, out?: string): Promise<ExitCode> {
  const { value: template, diagnostics } = openTemplate(world, name);
  outlet.complain(diagnostics);
  if (template === undefined) return codeOfUnusable(diagnostics);
  const path = out ?? `${template.name}.pdf`;
  const bytes = await drawn(world, template, endingOf(path), settings.ppi);
  try {
    writeWhole(path, bytes);
  } catch (error) {
    outlet.complain([cannotWrite(path, error)]);
    return EXIT.output;
  }
  const facts = { version: REPORT_VERSION, template: template.name, outputs: [path] };
  const human = `${template.name} → ${outlet.style.paint.cyan(path)}\n`;
  outlet.say({ human, json: { ...facts, diagnostics: diagnostics.map(jsonDiagnostic) }, matters: false });
  return failsAt(outlet.manner.failOn, diagnostics) ? EXIT.findings : EXIT.done;
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf(".")).toLowerCase();
}

async function drawn(world: World, template: Template, ending: string, ppi: number): Promise<Uint8Array> {
  const list = drawTemplate(world, template);
  if (ending === ".pdf") return plainPdf(world, list);
  const [sheet] = plainSvg(world, list);
  if (sheet === undefined) throw new Error("a template has one sheet");
  return ending === ".png" ? (await renderPng(sheet, ppi)).png : new TextEncoder().encode(svgText(sheet));
}
