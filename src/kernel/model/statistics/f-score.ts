/**
 * (1 + b^2) P R / (b^2 P + R): below a `beta` of 1 precision weighs more, above it recall does; 0 where both are 0.
 * Precision and recall are shares from 0 to 1.
 * @see C. J. van Rijsbergen, Information Retrieval, 1979, chapter 7.
 */
export function fScore(precision: number, recall: number, beta: number): number {
  const weight = beta * beta;
  const both = weight * precision + recall;
  return both > 0 ? ((1 + weight) * precision * recall) / both : 0;
}
