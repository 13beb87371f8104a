/**
 * Brier skill, 1 - B / (p (1 - p)), from the mean squared distance B between stated probability and truth and the share
 * p of positives: 1 is perfect, 0 as good as stating p each time, below 0 worse. Undefined if all are positive or all
 * negative.
 * @see G. W. Brier, 1950, Monthly Weather Review 78.
 */
export function probabilitySkill(meanSquaredError: number, share: number): number | undefined {
  return share > 0 && share < 1 ? 1 - meanSquaredError / (share * (1 - share)) : undefined;
}
