import { Argument, type Command } from "commander";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { jsonSchemaOf } from "./schema/json-schemas.ts";
import { SCHEMA_NAMES, type SchemaName } from "./schema/schema-names.ts";

/** Adds `schema` to the command line. */
export function schemaCommand(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("schema")
    .addArgument(new Argument("<name>", "what the schema is of").choices(SCHEMA_NAMES))
    .description("Print a JSON Schema, for editors that complete and check while one writes.")
    .action((name: SchemaName) => {
      process.stdout.write(`${JSON.stringify(jsonSchemaOf(name), undefined, 2)}\n`);
      end(EXIT.done);
    });
}
