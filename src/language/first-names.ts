/**
 * First names that stand in agency copy so often that a headline line should not end between them and the
 * surname. Written down by hand for this purpose, from general knowledge and without a count behind it: heads of
 * state and government and other lasting names of the news, and common names of politics and sport in Austria,
 * Germany and Switzerland. Names that are everyday words as well („Mark“, „Ernst“) are left out.
 */
const names = `
Abdel Adam Adrian Agnes Ahmed Alain Albert Aleksandar Aleksander Alessandro Alex Alexander Alexandra Alexej Alfred Ali
Alice Alma Alois Amelie André Andrea Andreas Andrej Andrzej Angela Anita Anja Anke Anna Annalena Anne Annemarie Anton
Antonia Antonio António Armin Arno Arnold Arthur Astrid Axel Ayşe Barack Barbara Bashar Beate Benjamin Bernd Bernhard
Bernie Bettina Bill Birgit Björn Bob Boris Brigitte Bruce Bruno Burkhard Camilla Carina Carl Carla Carlos Caroline Cem
Charles Charlotte Chiara Christian Christiane Christine Christoph Christopher Claudia Clemens Constantin Cornelia
Cyril Dagmar Daniel Daniela Dario David Denis Diego Dieter Dietmar Dirk Dmitri Dmitrij Dominic Dominik Dominique
Donald Doris Dorothea Dragan Dušan Edith Eduard Edward Egon Elena Eleonore Elfi Elfriede Elias Elisabeth Ella Elon
Emil Emma Emmanuel Emmerich Engelbert Erich Erik Erika Erna Erwin Esther Eugen Eva Eveline Evelyn Evo Ewald Fabian
Fabio Fatima Felix Ferdinand Florentina Florian Francesco Franz Franziska Frederik Friedrich Fritz Fumio Gabriel
Gabriele Georg George Gerald Gerd Gerda Gerfried Gerhard Gernot Gertrude Giorgia Giovanni Giuseppe Goran Gottfried
Gregor Greta Gudrun Guido Günther Gustav Hamza Hanna Hannah Hannes Hans Harald Harry Hartwig Hedwig Heidi Heike Heiner
Heinrich Heinz Helene Helga Helmut Henrik Herbert Heribert Hermann Hillary Horst Hubert Hugo Ibrahim Ignaz Igor Ilse
Ines Ingrid Irene Irmgard Isabel Isabella Ismail István Ivan Jacques Jair Jakob James Jan Jana Janine Jānis Jannik
Jaroslav Jasmin Jean Jeff Jennifer Jens Jessica Jimmy Jiří Joachim Jochen Joe Johann Johanna Johannes John Jonas Jörg
José Josef Joseph Juan Judith Julia Julian Juliane Jürgen Justin Kai Kamala Karim Karin Karl Karol Karoline Katharina
Kathrin Katja Katrin Keir Kerstin Kevin Kilian Kim Klaus Klemens Konrad Konstantin Korinna Kristina Kurt Lara Larissa
Lars László Laura Lea Lena Leo Leon Leonore Leopold Linda Lisa Lisbeth Lloyd Loïc Lorenz Lothar Louis Luca Lucas Lucia
Ludwig Luis Luise Lukas Lutz Magdalena Magnus Maja Manfred Manuel Manuela Marc Marcel Marco Marcus Margarete
Margarethe Margit Margot Maria Mariana Marie Marina Mario Marion Markus Marlene Marlies Marta Martha Martin Martina
Mateusz Mathilde Matteo Matthias Max Maximilian Mehmet Melania Melanie Michael Michaela Michail Michelle Mike Miloš
Mirja Mirjam Mirko Mohammed Monika Moritz Muhammad Mustafa Nadine Nancy Narendra Natalie Nicola Nicolás Nicolas Niklas
Nikola Nikolaus Nina Noël Nora Norbert Novak Olaf Oleg Olena Olga Oliver Omar Oscar Oskar Othmar Otto Pablo Pamela
Pascal Patrick Paul Paula Pauline Pavel Pedro Petar Peter Petra Petro Philip Philipp Philippe Pierre Rainer Ralf Ralph
Raphael Rebecca Recep Regina Reinhard Reinhold Renate Renato René Renée Richard Rishi Robert Robin Roger Roland Rolf
Roman Romana Ronald Roswitha Rüdiger Rudolf Rupert Ruth Sabine Sandra Sara Sarah Saskia Sebastian Sergej Shigeru
Shinzo Siegfried Siegmar Sigmar Sigrid Silvia Silvio Simon Simone Slobodan Sonja Sophie Stefan Stefanie Stephan
Stephanie Stephen Susanna Susanne Sven Sylvia Tamara Tanja Theo Theodor Theresa Theresia Thomas Thorsten Tim Tina
Tobias Tom Tomáš Tony Ulla Ulrich Ulrike Ursula Ute Uwe Václav Valerie Verena Veronika Victor Viktor Vincent Vinzenz
Viola Vladan Vladimir Volker Volodymyr Walter Waltraud Wendelin Werner Wilhelm Willi Wladimir Wolfgang Wolodymyr
Xavier Xenia Yusuf Yves Yvonne Zoltán Zoran
`;

const firstNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** Whether a word is a first name that is frequent in agency copy, or two of them with a hyphen. */
export function isFirstName(word: string): boolean {
  return word.split(/[-\u2011]/).every((name) => firstNames.has(name));
}
