/**
 * First names that stand in agency copy so often that a headline line should not end between them and the
 * surname. Written down by hand for this purpose, from general knowledge and without a count behind it: heads of
 * state and government and other lasting names of the news, and common names of politics and sport in Austria,
 * Germany and Switzerland. Names that are everyday words as well („Mark“, „Ernst“) are left out.
 */
const names = `
Abdel Adam Adrian Agnes Alain Albert Aleksandar Aleksander Alessandro Alex Alexander Alexandra Alexej Alfred Ali Alice
Alma Alois Amelie André Andrea Andreas Andrej Andrzej Angela Anita Anja Anke Anna Annalena Anne Annemarie Anton
Antonia António Antonio Armin Arno Arnold Arthur Astrid Axel Barack Barbara Bashar Beate Benjamin Bernd Bernhard
Bernie Bettina Bill Birgit Björn Bob Boris Brigitte Bruce Bruno Burkhard Camilla Carina Carl Carla Carlos Caroline Cem
Charles Charlotte Chiara Christian Christiane Christine Christoph Christopher Claudia Clemens Constantin Cornelia
Cyril Dagmar Daniel Daniela Dario David Denis Diego Dieter Dietmar Dirk Dmitri Dmitrij Dominic Dominik Dominique
Donald Doris Dorothea Eduard Edward Elena Eleonore Elfriede Elias Elisabeth Ella Elon Emil Emma Emmanuel Emmerich
Erich Erik Erika Erwin Esther Eugen Eva Evo Fabian Fabio Felix Ferdinand Florentina Florian Francesco Franz Franziska
Frederik Friedrich Fritz Fumio Gabriel Gabriele Georg George Gerald Gerda Gerfried Gerhard Gernot Gertrude Giorgia
Giovanni Giuseppe Gottfried Gregor Greta Gudrun Guido Günther Gustav Hanna Hannah Hannes Hans Harald Harry Hedwig
Heidi Heike Heiner Heinrich Heinz Helene Helga Helmut Henrik Herbert Hermann Hillary Horst Hubert Hugo Ignaz Igor Ilse
Ines Ingrid Irene Irmgard Isabel Isabella Ivan Jacques Jair Jakob James Jan Jana Janine Jannik Jasmin Jean Jeff
Jennifer Jens Jessica Jimmy Joachim Jochen Joe Johann Johanna Johannes John Jonas Jörg José Josef Joseph Juan Judith
Julia Julian Juliane Jürgen Justin Kai Kamala Karim Karin Karl Karoline Katharina Kathrin Katja Katrin Keir Kerstin
Kevin Kilian Kim Klaus Klemens Konrad Konstantin Korinna Kristina Kurt Lara Larissa Lars Laura Lea Lena Leo Leon
Leonore Leopold Linda Lisa Lloyd Lorenz Lothar Louis Luca Lucas Lucia Ludwig Luis Luise Lukas Lutz Magdalena Magnus
Maja Manfred Manuel Manuela Marc Marcel Marco Marcus Margarete Margit Margot Maria Mariana Marie Marina Mario Marion
Markus Marlene Marlies Marta Martha Martin Martina Mateusz Matteo Matthias Max Maximilian Melania Melanie Michael
Michaela Michail Michelle Mike Mirjam Mirko Mohammed Monika Moritz Nadine Nancy Narendra Natalie Nicola Nicolas
Nicolás Niklas Nikolaus Nina Nora Norbert Olaf Olena Olga Oliver Oscar Oskar Othmar Otto Pablo Pamela Pascal Patrick
Paul Paula Pauline Pedro Peter Petra Petro Philip Philipp Philippe Pierre Rainer Ralf Ralph Raphael Rebecca Recep
Regina Reinhard Reinhold Renate Renato Richard Rishi Robert Robin Roger Roland Rolf Roman Romana Ronald Roswitha
Rüdiger Rudolf Rupert Ruth Sabine Sandra Sara Sarah Saskia Sebastian Sergej Shigeru Shinzo Siegfried Sigrid Silvia
Silvio Simon Simone Sonja Sophie Stefan Stefanie Stephan Stephanie Stephen Susanna Susanne Sven Sylvia Tamara Tanja
Theo Theodor Theresa Theresia Thomas Thorsten Tim Tina Tobias Tom Tony Ulla Ulrich Ulrike Ursula Ute Uwe Valerie
Verena Veronika Victor Viktor Vincent Vinzenz Viola Vladimir Volker Volodymyr Walter Waltraud Wendelin Werner Wilhelm
Willi Wladimir Wolfgang Wolodymyr Xavier Xenia Yves Yvonne
`;

const firstNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** Whether a word is a first name that is frequent in agency copy. */
export function isFirstName(word: string): boolean {
  return firstNames.has(word);
}
