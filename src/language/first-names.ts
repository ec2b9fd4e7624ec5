/**
 * First names that stand in agency copy so often that a headline line should not end between them and the
 * surname. Written down by hand for this purpose, from general knowledge and without a count behind it: heads of
 * state and government and other lasting names of the news, and common names of politics and sport in Austria,
 * Germany and Switzerland. Names that are everyday words as well („Mark“, „Ernst“) are left out.
 */
const names = `
Abdel Alain Albert Alexander Alexandra Alexej Ali Alma Andrea Andreas Andrej Andrzej Angela Anita Anna Annalena Antonio António
Anton Armin Arnold Barack Barbara Bashar Beate Benjamin Bernd Bernhard Bernie Bill Birgit Boris Brigitte Bruno Carl Carla
Caroline Charles Christian Christiane Christine Christoph Christopher Claudia Cornelia Cyril Daniel David Denis Dietmar
Dmitri Dmitrij Dominic Dominik Donald Doris Edward Elisabeth Elon Emmanuel Emmerich Erich Erik Erika Eva Evo Felix Ferdinand
Florian Franz Franziska Friedrich Fumio Gabriel Gabriele Georg George Gerhard Gernot Giorgia Gerald Giuseppe Gudrun Günther
Hannes Hans Harald Heidi Heinz Helga Helmut Herbert Hermann Hillary Horst Ilse Ingrid Jacques Jair Jan Jannik Jens Joe Johann
Johanna Johannes John Josef Joseph Juan Julia Jürgen Justin Kamala Karin Karl Karoline Katharina Keir Kim Klaus Klemens
Konrad Kurt Lars Laura Leonore Lloyd Luca Luis Lukas Magnus Manfred Manuel Marcel Marco Maria Mario Marie Marlene
Martin Martina Mateusz Matteo Matthias Max Maximilian Melania Michael Michail Michelle Mike Mohammed Monika Narendra Nancy
Nicola Nicolas Nicolás Niklas Nikolaus Norbert Olaf Olena Oliver Othmar Pamela Patrick Paul Pedro Peter Petra Petro Philipp
Pierre Rainer Ralf Ralph Recep Reinhold Renate Richard Rishi Robert Roland Roman Rudolf Sabine Sandra Sebastian Sergej Shigeru
Shinzo Silvia Silvio Simon Sonja Stefan Stefanie Stephan Stephen Susanne Theresa Thomas Tim Tobias Tony Ulrich
Ursula Ulrike Valerie Verena Viktor Viola Vladimir Volodymyr Walter Werner Wilhelm Wladimir Wolfgang Wolodymyr Xavier Yves
`;

const firstNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** Whether a word is a first name that is frequent in agency copy. */
export function isFirstName(word: string): boolean {
  return firstNames.has(word);
}
