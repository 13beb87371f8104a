import { N_GRAM_PLACES, type NGrams } from './n-grams.ts';

const ROUNDS = 4;
const STEP = 0.25;
/** Weights shrink by this share of a step. */
const SHRINK = 1e-4;

/**
 * Logistic regression on n-grams by stochastic gradient descent, each weight with its own step (AdaGrad), both sides
 * weighing the same. Gives how strongly a text speaks for the one side. Texts are learned in leaps through the list, the
 * same in every run.
 */
export function learnNGrams(texts: readonly NGrams[], sides: readonly boolean[]): (text: NGrams) => number {
  const weights = new Float64Array(N_GRAM_PLACES);
  const squares = new Float64Array(N_GRAM_PLACES).fill(1e-6);
  const mine = Math.max(1, sides.filter(Boolean).length);
  const balance = [texts.length / (2 * (texts.length - mine)), texts.length / (2 * mine)] as const;
  let base = 0;
  const worth = (text: NGrams) => {
    let sum = 0;
    for (const place of text) sum += weights[place] as number;
    return base + sum / Math.sqrt(text.length + 1);
  };
  const leap = leapThrough(texts.length);
  for (let n = 0; n < ROUNDS * texts.length; n++) {
    const at = (n * leap) % texts.length;
    const text = texts[at] as NGrams;
    const own = sides[at] ? 1 : 0;
    const error = (own - 1 / (1 + Math.exp(-worth(text)))) * balance[own];
    const slope = error / Math.sqrt(text.length + 1);
    base += 0.01 * error;
    for (const place of text) {
      const change = slope - SHRINK * (weights[place] as number);
      const square = (squares[place] as number) + change * change;
      squares[place] = square;
      weights[place] = (weights[place] as number) + (STEP * change) / Math.sqrt(square);
    }
  }
  return worth;
}

/** A step that leads through a whole list before it meets a place again. */
function leapThrough(length: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let leap = Math.max(1, Math.floor(length * 0.618));
  while (divisor(length, leap) !== 1) leap += 1;
  return leap;
}
