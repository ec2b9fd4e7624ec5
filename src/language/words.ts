// Small words that carry a sentence but name nothing. They bind to what follows, they count nothing behind a
// number, and at the start of a sentence they tell that the full stop before them was the end of one.
const articles = "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner";
const pronouns =
  "er sie es wir ihr ich du man dies diese dieser dieses diesen diesem jene jener jenes sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere mein meine";
const determiners =
  "sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere mein meine diese dieser dieses diesen diesem";
const prepositions =
  "ab am an ans auf aufs aus außer bei beim bis durch für fürs gegen gegenüber gemäß hinter im in ins infolge inklusive je kontra laut mit mithilfe nach nahe neben ohne per pro samt seit statt trotz über übers um ums unter unters via vom von vor vors während wegen zu zum zur zwischen";
const conjunctions =
  "aber als da dass denn doch ehe falls indem ob obwohl oder sobald sodass sondern sowie sowohl und weder weil wenn wie wo";
const particles = "nicht nur auch noch sehr so zu mehr weniger rund etwa fast knapp kaum";
const openers =
  "am an auch dabei dafür damit danach dann daraufhin darunter dazu deshalb dort ferner hier hingegen insgesamt jedoch laut nun schließlich seither später weiters weiter zudem zuletzt zuvor bereits erst allerdings anders anschließend außerdem bald besonders bislang bisher da damals darum davor dennoch doppelt ebenfalls ebenso freilich gestern gleichzeitig heuer heute immer immerhin inzwischen künftig manche mehrere mittlerweile schon somit sonst stattdessen trotzdem viele wann warum was wer wieder ziemlich zumindest zunächst zusätzlich zwar";
const verbs = "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann soll will gab gibt";

/** Words after which a headline line must not end. */
const forwardBinding = setOf(articles, prepositions, conjunctions, particles, determiners);

const functionWords = setOf(articles, pronouns, prepositions, conjunctions, openers, verbs);

/** Whether a word (in any case) is an article, preposition, conjunction or the like. */
export function bindsAsFunctionWord(word: string): boolean {
  return forwardBinding.has(word.toLowerCase());
}

/** Whether a word is no noun or adjective that a number could count. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word.toLowerCase());
}

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}
