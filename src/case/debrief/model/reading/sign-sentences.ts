import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { SignReading } from './reading.ts';

/** How often each sign was found, missed, and named where it is not, by id. */
export type SignReadings = Readonly<Record<string, SignReading>>;
type Rule = SentenceRule<SignReadings>;

const wrongOf = ({ misses, falseFlags, traps }: SignReading) => misses + falseFlags + traps;

/** Every sentence about the signs of a round, each with its condition. */
export const SIGN_SENTENCES: readonly Rule[] = [
  {
    id: 'sign.clean',
    says: (counts) => {
      const all = Object.values(counts);
      const found = all.reduce((sum, { hits }) => sum + hits, 0);
      return when(found > 0 && all.every((sign) => wrongOf(sign) === 0), { params: { count: found } });
    },
  },
  {
    id: 'sign.unmarked',
    says: (counts) => {
      const all = Object.values(counts);
      const missed = all.reduce((sum, { misses }) => sum + misses, 0);
      const given = all.some(({ hits, falseFlags, traps }) => hits + falseFlags + traps > 0);
      return when(missed > 0 && !given, { params: { count: missed } });
    },
  },
  {
    id: 'sign.weakest',
    says: (counts) => {
      const { count, signs } = weakest(counts);
      const [sign, another] = signs;
      if (sign === undefined || another !== undefined) return [];
      const misses = counts[sign]?.misses ?? 0;
      return [{ params: { sign, misses, wrong: count - misses } }];
    },
  },
  {
    id: 'sign.weakest.several',
    says: (counts) => {
      const { count, signs } = weakest(counts);
      return when(signs.length > 1, { params: { signs: signs.join(', '), count } });
    },
  },
];

/** The signs with most errors, by id; several in case of a tie. */
function weakest(counts: SignReadings): { readonly count: number; readonly signs: readonly string[] } {
  const count = Math.max(0, ...Object.values(counts).map(wrongOf));
  const signs = Object.entries(counts).filter(([, sign]) => count > 0 && wrongOf(sign) === count);
  return { count, signs: signs.map(([sign]) => sign).sort() };
}
