/** Something that a user does, and what is to be seen in it. */
export interface Scene {
  readonly title: string;
  readonly says: string;
  readonly command: string;
  /** Whether a line that moves is shown in some of its moments, and not as it stood in the end. */
  readonly moves?: boolean;
  /** What must lie in the folder for it, beside `articles` and `wire`. */
  readonly files?: Readonly<Record<string, string>>;
}

const GOOD = `Innenpolitik

Gemeinden einigen sich auf neuen Verteilungsschlüssel

Datum: 2025-02-09

Die Gemeinden des Bezirks haben sich am Freitag auf einen neuen Schlüssel für die Verteilung der Ertragsanteile geeinigt. Er soll ab dem kommenden Jahr gelten und kleinere Orte besserstellen, die bisher für Straßen und Schulen kaum Spielraum hatten.

Der Bürgermeister der Bezirksstadt sprach von einem fairen Ausgleich. Die Opposition begrüßte den Beschluss, verlangte aber, die Zahlen nach zwei Jahren zu prüfen.
`;

const BROKEN = `{
  "section": "Innenpolitik",
  "headlin": "Gemeinden einigen sich",
  "body": [
    { "kind": "paragraph", "text": "Die Gemeinden des Bezirks haben sich geeinigt." },
    { "kind": "paragraf", "text": "Der Bürgermeister sprach von einem fairen Ausgleich." }
  ]
}
`;

export const SCENES: readonly Scene[] = [
  { title: "Help", says: "What there is.", command: "umbruch --help" },
  { title: "Help of a command", says: "Every option of `set`.", command: "umbruch set --help" },
  {
    title: "A good run",
    says: "Nothing to be said but what became of it.",
    command: "umbruch set gut.txt",
    files: { "gut.txt": GOOD },
  },
  {
    title: "A broken article",
    says: "An article that cannot be read says where and why, and what was probably meant.",
    command: "umbruch set kaputt.json",
    files: { "kaputt.json": BROKEN },
  },
  {
    title: "Copy that is too long",
    says: "The desk gives a space; what does not fit is said in lines, with the smallest cut.",
    command: "umbruch set articles/nordkorea-atomare-aufruestung.txt --height 90mm --columns 2",
  },
  {
    title: "A loose line",
    says: "A line that could not be set well is shown in the copy and on the page, with what would help.",
    command: "umbruch set articles/gemeindebudgets-sparpaket.txt --template a4-3",
  },
  {
    title: "A batch",
    says: "Reports into a file; how far it is stands on the terminal, in one line that moves: here some of its moments.",
    command: "umbruch set wire --jobs 2 > report.txt",
    moves: true,
  },
  {
    title: "The same batch again",
    says: "Nothing has changed, so nothing is set.",
    command: "umbruch set wire --jobs 2 | tail -1",
  },
  {
    title: "A day's copy in one file",
    says: "All articles in one PDF; each keeps its own report.",
    command: "umbruch set gut.txt articles/raumfahrt-frauen.json --one-file tag --date 2025-02-09",
  },
  { title: "Doctor", says: "What a run would work with, and where it came from.", command: "umbruch doctor" },
];
