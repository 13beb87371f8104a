/** How many numbers 32 bits can be. */
const ALL = 2 ** 32;

/** Draws a whole number from 0 to, but not including, `below`, each as likely as the others; nobody can foresee it. */
export function drawBelow(below: number): number {
  // Beyond the last whole round, the first numbers would be likelier.
  const fair = ALL - (ALL % below);
  const [drawn = ALL] = crypto.getRandomValues(new Uint32Array(1));
  return drawn < fair ? drawn % below : drawBelow(below);
}
