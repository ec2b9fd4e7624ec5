// Writes docs/terminal.md: what the command says on a terminal of 100 columns, as it came, without its colours. Needs script (util-linux).
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { format } from "prettier";
import { SCENES, type Scene } from "./recordings/scenes.ts";

const COLUMNS = 100;
/** Moments of a line that moves which are kept, from its first to its last. */
const MOMENTS = 6;

/** Where the package lies for the reader, whoever recorded it. */
const PACKAGE = "/opt/umbruch";

const desk = mkdtempSync(join(tmpdir(), "desk-"));

/** Runs a command line as a user would type it in the folder; gives what the terminal got, and the exit code. */
function record({ command, moves = false }: Scene): string {
  const shell = `stty cols ${COLUMNS} rows 50; umbruch() { node ${resolve("dist/umbruch.js")} "$@"; }; ${command}; echo "exit code $?"`;
  const { error, stdout } = spawnSync("script", ["-qec", `bash -c '${shell.replaceAll("'", `'\\''`)}'`, "/dev/null"], {
    cwd: desk,
    encoding: "utf8",
    env: { ...process.env, TERM: "xterm" },
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw new Error(`script is not there (Debian: util-linux): ${error.message}`);
  const plain = stdout.replaceAll("\r\n", "\n").replace(/\u001B\[\d*(?:;\d+)*m/g, "");
  return momentsOf(plain.replaceAll(resolve("."), PACKAGE), moves ? MOMENTS : 1);
}

/** A line that moves, as so many of the lines that it was, of which the last is what it ends as. */
function momentsOf(said: string, most: number): string {
  return said
    .split("\n")
    .map((line) => {
      const moments = line.split(/\r?\u001B\[K/).filter((moment) => moment !== "");
      if (most === 1) return moments.at(-1) ?? "";
      const step = Math.max(1, (moments.length - 1) / (most - 1));
      const kept = new Set(Array.from({ length: most }, (_, index) => moments[Math.round(index * step)]));
      return [...kept].filter((moment) => moment !== undefined).join("\n");
    })
    .join("\n");
}

function chapter(scene: Scene): string {
  const { title, says, command } = scene;
  return `## ${title}\n\n${says}\n\n\`\`\`\`console\n$ ${command}\n${record(scene).trimEnd()}\n\`\`\`\`\n`;
}

try {
  cpSync("articles", join(desk, "articles"), { recursive: true });
  cpSync("bench/articles", join(desk, "wire"), { recursive: true });
  for (const { files = {} } of SCENES) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(desk, path, ".."), { recursive: true });
      writeFileSync(join(desk, path), text);
    }
  }
  const head = `# On the terminal\n\nWhat the command says on a terminal of ${COLUMNS} columns, as it came on one machine and without its colours; times and programs are that machine's, the package is said to lie in ${PACKAGE}. \`npm run recordings\` makes this page anew.\n`;
  writeFileSync("docs/terminal.md", await format([head, ...SCENES.map(chapter)].join("\n"), { parser: "markdown" }));
} finally {
  rmSync(desk, { recursive: true });
}
