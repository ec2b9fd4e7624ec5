import type { Command } from "commander";
import { hasErrors } from "../base/index.ts";
import { examine, type Health } from "./doctor.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { withDeliveryOptions, type DeliveryFlags } from "./options/delivery-options.ts";
import { withJobOptions, type JobFlags } from "./options/job-options.ts";
import { withReportOptions, type ReportFlags } from "./options/report-options.ts";
import { failsAt, openOutlet } from "./outlet.ts";
import { humanDiagnostic, type HumanStyle } from "./report-human.ts";
import { jsonDiagnostic } from "./report.ts";
import { DOCTOR_VERSION } from "./schema/versions.ts";
import { openSettings, withoutConfig } from "./settings/open-settings.ts";
import { openWorld } from "./workspace.ts";

type DoctorFlags = JobFlags & DeliveryFlags & ReportFlags;

/** Adds `doctor` to the command line. */
export function doctorCommand(program: Command, end: (code: ExitCode) => void): void {
  const command = program
    .command("doctor")
    .argument("[article]", "an article or a folder, for the settings that hold there; otherwise this folder")
    .description(
      "Say what a run would work with: every setting and where it came from, what is there, what is missing.",
    )
    .action((article: string | undefined, flags: DoctorFlags) => {
      end(doctor(article ?? ".", flags));
    });
  withReportOptions(withJobOptions(withDeliveryOptions(command)));
}

/** A configuration that cannot be used is a finding; the rest is then as without it. */
function doctor(article: string, flags: DoctorFlags): ExitCode {
  const world = openWorld();
  const opened = openSettings(world, [article], flags);
  const { settings, config } = opened.value ?? withoutConfig(world, flags);
  const health = examine(world, { settings, config }, opened.diagnostics);
  const outlet = openOutlet({
    format: settings.format.value,
    failOn: settings.failOn.value,
    quiet: flags.quiet === true,
    color: flags.color,
    ...(flags.report !== undefined && { report: flags.report }),
  });
  const failed = failsAt(settings.failOn.value, health.diagnostics);
  outlet.say({
    human: humanHealth(health, outlet.style),
    json: { version: DOCTOR_VERSION, ...health, diagnostics: health.diagnostics.map(jsonDiagnostic) },
    matters: failed,
  });
  return outlet.end(failed ? EXIT.findings : EXIT.done);
}

function humanHealth(health: Health, style: HumanStyle): string {
  const { paint } = style;
  const { umbruch, node, platform, config, settings, fonts, templates, conditions, programs, diagnostics } = health;
  const section = (title: string, rows: readonly (readonly string[])[]): string =>
    `\n${paint.bold(title)}\n${table(rows)}`;
  const verdict = hasErrors(diagnostics)
    ? paint.red("Something is wrong.")
    : paint.green("All that a run needs is here.");
  return [
    `umbruch ${umbruch} · node ${node} · ${platform}\n`,
    section(
      `Settings (${config ?? "no configuration file"})`,
      settings.map(({ name, value, origin }) => [name, valueText(value), origin]),
    ),
    section(
      "Fonts",
      fonts.map(({ family, faces, licence }) => [family, counted(faces.length, "face"), licence]),
    ),
    section(
      "Templates",
      templates.map(({ name, title }) => [name, title]),
    ),
    section(
      "Print conditions",
      conditions.flatMap(({ name, title, profile, description, licence }) => [
        [name, title],
        ["", `${description}: ${profile}`],
        ["", licence],
      ]),
    ),
    section(
      "Programs, where installed",
      programs.map(({ name, version, use, without }) =>
        version === undefined ? [name, "missing", `lost: ${without}`] : [name, version, use],
      ),
    ),
    "\n",
    ...diagnostics.map((diagnostic) => `${humanDiagnostic(diagnostic, style)}\n`),
    `${verdict}\n`,
  ].join("");
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1].map((column) =>
    Math.max(...rows.map((row) => (row.length > column + 1 ? lengthOf(row[column]) : 0))),
  );
  return rows
    .map(
      (row) =>
        `  ${row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join("  ")}\n`,
    )
    .join("");
}

function lengthOf(text = ""): number {
  return text.length;
}

function valueText(value: unknown): string {
  if (value === null) return "–";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
