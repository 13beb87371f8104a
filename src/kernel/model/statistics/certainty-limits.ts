/**
 * Probabilities of being right from which two points of certainty, and three, have the highest expected score. They
 * follow from the points 1, 2 and 3 for a right answer and 0, -2 and -6 for a wrong one.
 * @see A. Gardner-Medwin, certainty-based marking.
 */
export const FAIRLY_PAYS_FROM = 2 / 3;
export const SURE_PAYS_FROM = 0.8;
