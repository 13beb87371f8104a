import { type SentenceRule, when } from '#core/exercise/sentence.ts';
import type { SignReading } from './reading.ts';

/** How often each sign was found, missed, and named where it is not, by its id. */
export type SignCounts = Readonly<Record<string, SignReading>>;
type Rule = SentenceRule<SignCounts>;

const wrongOf = ({ misses, falseFlags, traps }: SignReading) => misses + falseFlags + traps;

/** Every sentence that may be said about the signs of a round, each with its condition. */
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
    says: (counts) =>
      weakest(counts, ([sign, { misses }], count, others) =>
        when(others === 0, { params: { sign, count, misses, wrong: count - misses } }),
      ),
  },
  {
    id: 'sign.weakest.several',
    says: (counts) => weakest(counts, ([sign], count, others) => when(others > 0, { params: { sign, count, others } })),
  },
];

/** The sign that went wrong most often, the first by its id where several did, with the number of the others. */
function weakest(
  counts: SignCounts,
  say: (first: readonly [string, SignReading], count: number, others: number) => ReturnType<Rule['says']>,
): ReturnType<Rule['says']> {
  const count = Math.max(0, ...Object.values(counts).map(wrongOf));
  const [first, ...others] = Object.entries(counts)
    .filter(([, sign]) => wrongOf(sign) === count)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return first && count > 0 ? say(first, count, others.length) : [];
}
