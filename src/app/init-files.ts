import { CONFIG_NAMES } from "./settings/find-config.ts";
import { DEFAULTS } from "./settings/settings.ts";

/** A file to begin with: its name and its text. */
export interface InitFile {
  readonly name: string;
  readonly text: string;
}

const CONFIG = `# Settings of this desk. What the command line says goes before what stands here.
# "umbruch doctor" prints every setting with its value and where it came from; paths are seen from this file.

# The design: a bundled template ("umbruch templates" lists them), or a file of your own.
template: ${DEFAULTS.template}

# The press: a bundled print condition, or a file of your own.
condition: ${DEFAULTS.condition}

# Where the pages go.
out: pages

# What else can be set; take the # away.
# for: [press, archive]        # what the files are for; "umbruch watch" writes them beside its proof
# title: Bodensee Kurier       # the newspaper's name, for file names
# singlePages: true            # a file for each page
# name: "{title}_{date}_{page}"
# marks: crop,registration     # what stands around the page; all, none
# icc: press.icc               # the profile of your press, in the place of the condition's
# failOn: warning              # end with 1 for warnings, too
# format: json                 # reports for machines
`;

const ARTICLE = `Vorarlberg

Neue Fähre nimmt Betrieb auf

Dachzeile: Verkehr am Bodensee
Unterzeile?: Das Schiff fährt elektrisch und fasst 60 Fahrräder.
Autor: Von Anna Gruber
Ort: Bregenz
Datum: 2025-02-09
Quellen: Land Vorarlberg, Werft Fußach
Agentur: APA
Kennung: APA0123
Stichwörter: Fähre, Bodensee

Vorspann: Ab Mai legt die Fähre im Stundentakt ab. Land und Gemeinden teilen sich die Kosten.

Die Fähre bei der Probefahrt auf dem Bodensee
© APA/Sommer

Das Schiff fasst 250 Fahrgäste und 60 Fahrräder. "Wir haben lange darauf gewartet", sagte die Bürgermeisterin am Sonntag bei der Taufe. Es fährt mit Strom, der aus dem Kraftwerk am Ufer kommt - 42 km weit, ehe die Akkus geladen werden müssen.

Ein Wort wie _Fährhafen_ kann kursiv stehen.

Zwischentitel?: Von Mai an stündlich

Von Bregenz nach Lindau sind es 20 Minuten. Die erste Fähre legt um 6.30 Uhr ab, die letzte um 22 Uhr. An Wochenenden kommt im Sommer eine Nachtfahrt hinzu.

Zitat?:
Das ist mehr als ein Schiff.
– Anna Gruber

Liste:
- Bregenz und Lindau, stündlich
- Lindau und Rorschach, zweimal am Tag

Tabelle?: Was die Überfahrt kostet
Strecke | einfach | retour
Bregenz–Lindau | 6,50 | 11,00
Lindau–Rorschach | 14,00 | 24,00

Kasten?: Die Fähre in Zahlen

Sie ist 42 m lang und 10 m breit.

Kasten Ende

Die Gemeinden am Ufer hoffen auf weniger Autos. Wie viele Pendler umsteigen, soll eine Zählung im Herbst zeigen.
`;

/** What a new desk begins with: a configuration that explains itself, and an article with every part there is. */
export const INIT_FILES: readonly InitFile[] = [
  { name: CONFIG_NAMES[0], text: CONFIG },
  { name: "articles/neue-faehre.txt", text: ARTICLE },
];
