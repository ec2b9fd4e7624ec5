import { Option, type Command } from "commander";
import { report, toMm } from "../base/index.ts";
import { drawTemplate, openTemplate, plainPdf, plainSvg, type World } from "../pipeline.ts";
import { renderPng } from "../render/svg/index.ts";
import type { Template } from "../template/index.ts";
import { openPaint } from "./colour.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { pixels } from "./options/read-value.ts";
import { humanDiagnostic } from "./report-human.ts";
import { CANNOT_WRITE } from "./run.ts";
import { openWorld, writeWhole } from "./workspace.ts";

/** Adds `templates` and `templates show` to the command line. */
export function templatesCommand(program: Command, end: (code: ExitCode) => void): void {
  const templates = program
    .command("templates")
    .description("List the bundled templates.")
    .addOption(new Option("--format <format>", "a table, or JSON").choices(["human", "json"]).default("human"))
    .action(({ format }: { format: "human" | "json" }) => {
      process.stdout.write(listTemplates(openWorld(), format));
    });
  templates
    .command("show")
    .argument("<name|file>", "a bundled template by name, or a template file")
    .description("Draw a template with its grid, columns and slots.")
    .option("-o, --out <file>", "where to: a file ending in .pdf, .png or .svg (NAME.pdf when left out)")
    .addOption(new Option("--ppi <number>", "pixels to an inch of a PNG").argParser(pixels).default(100))
    .action(async (name: string, options: { out?: string; ppi: number }) => {
      end(await showTemplate(openWorld(), name, options));
    });
}

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

function listTemplates(world: World, format: "human" | "json"): string {
  const all = world.templates.flatMap((name) => {
    const { value } = openTemplate(world, name);
    return value ? [factsOf(value)] : [];
  });
  if (format === "json") return all.map((facts) => `${JSON.stringify(facts)}\n`).join("");
  return all
    .map(({ name, title, page, columns, body, slots }) => {
      const named = slots.length > 0 ? ` · slots: ${slots.join(", ")}` : "";
      return `${name.padEnd(12)} ${title}\n${" ".repeat(13)}${page} · ${columns} · ${body}${named}\n`;
    })
    .join("");
}

async function showTemplate(
  world: World,
  name: string,
  { out, ppi }: { out?: string; ppi: number },
): Promise<ExitCode> {
  const style = { width: 100, paint: openPaint(false) };
  const { value: template, diagnostics } = openTemplate(world, name);
  if (template === undefined) {
    for (const diagnostic of diagnostics) process.stderr.write(`${humanDiagnostic(diagnostic, style)}\n`);
    return EXIT.input;
  }
  const path = out ?? `${template.name}.pdf`;
  const ending = /\.(pdf|png|svg)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) {
    process.stderr.write(`error: ${path}: the file must end in .pdf, .png or .svg\n`);
    return EXIT.usage;
  }
  const list = drawTemplate(world, template);
  const [svg = ""] = ending === "pdf" ? [] : plainSvg(world, list);
  try {
    if (ending === "pdf") writeWhole(path, plainPdf(world, list));
    else writeWhole(path, ending === "png" ? await renderPng(svg, ppi) : new TextEncoder().encode(svg));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${humanDiagnostic(report(CANNOT_WRITE, `${path}: ${reason}`), style)}\n`);
    return EXIT.output;
  }
  process.stdout.write(`${template.name} → ${path}\n`);
  return EXIT.done;
}
