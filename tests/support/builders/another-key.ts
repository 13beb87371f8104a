import type { Act } from '#case/exercise/model/acts.ts';
import { DATA_CATEGORIES, type LetterKind } from '#evidence/letters/model/letter.ts';
import { dutyPages } from '#kinds/preservation/model/duty-pages.ts';
import { chances } from './chances.ts';
import type { KeyedAnswers } from './kinds.ts';

const OTHERS: readonly LetterKind[] = ['notice', 'order', 'assistance'];
const ACTS: readonly Act[] = ['preserve', 'request', 'notify', 'contact'];

/** A variant of a case's key that asks for another order, rates fewer decisions, or wants other pages. */
export function anotherKey({ key, truth }: KeyedAnswers, seed: string): KeyedAnswers['key'] {
  const draw = chances(seed, 'another key');
  const pairs = ACTS.flatMap((first) => ACTS.map((second): [Act, Act] => [first, second]));
  const before = draw.mixed(pairs.filter(([first, second]) => first !== second)).slice(0, 1 + draw.int(5));
  const rated = draw.some(Object.entries(key.decisions), draw.one([20, 100]));
  // In a case that the checker lets pass, at least one page belongs in the locker.
  const ads = truth.ads
    .filter(({ ad, possibleMinor }) => !possibleMinor && dutyPages(ad, truth).length > 0)
    .map(({ ad }) => ad);
  return {
    ...key,
    decisions: Object.fromEntries(rated),
    ...(key.order && { order: { ...key.order, before } }),
    ...(key.preserve && draw.often(50) && { preserve: { sameActorAs: draw.one(ads) } }),
    ...(key.requests && {
      requests: {
        ...key.requests,
        letters: ['preservation', ...draw.some(OTHERS, 60)],
        ...(draw.often(20) && { data: [draw.one(DATA_CATEGORIES)] }),
      },
    }),
  };
}
