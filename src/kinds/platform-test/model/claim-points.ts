import { type Soundness, soundnessOf } from '#market/platforms/model/claims.ts';
import type { FindingWord } from './actions.ts';

/**
 * Points of a word by whether the platform has the fault, partly or not. Training values: a wrong pattern costs most.
 */
const POINTS: Readonly<Record<Soundness, Readonly<Record<FindingWord, number>>>> = {
  fault: { pattern: 3, once: 1, 'not-seen': -1, 'not-tested': 0 },
  sound: { pattern: -9, once: -1, 'not-seen': 0.5, 'not-tested': 0 },
  grey: { pattern: -1, once: 1, 'not-seen': 0, 'not-tested': 0 },
};

/**
 * Points of one finding. Without items a finding earns nothing, a wrong accusation costs as much as with them, and
 * "not seen" counts as "not tested".
 */
export function claimPoints(word: FindingWord, chance: number, isProved: boolean): number {
  if (isProved) return POINTS[soundnessOf(chance)][word];
  return word === 'not-seen' ? 0 : Math.min(0, POINTS[soundnessOf(chance)][word]);
}
