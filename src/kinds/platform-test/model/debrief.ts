import type { KindSays } from '#case/exercise/model/kind-says.ts';
import { goBackTo, type PageRules } from '#case/exercise/model/page-rules.ts';
import { when } from '#kernel/model/sentence.ts';
import type { PlatformTestFacts } from './facts.ts';
import type { PlatformTestKind } from './kind.ts';
import { PLATFORM_TEST_SENTENCES } from './sentences.ts';

/** Claims that name a platform which has no such fault. */
const wrongIn = (tests: readonly PlatformTestFacts[]) =>
  tests.flatMap(({ claims }) => claims.filter(({ word, soundness }) => word === 'pattern' && soundness === 'sound'));

/** Lines that were crossed: cards that stayed too long, or any other. A card is taken down; with the others the work stops. */
const crossedIn = (tests: readonly PlatformTestFacts[], isOfCards: boolean) =>
  tests.flatMap(({ crossed }) => crossed.filter(({ line }) => (line === 'card-up-too-long') === isOfCards));

const rightIn = (tests: readonly PlatformTestFacts[]) =>
  tests.flatMap(({ claims }) =>
    claims.filter(({ word, soundness, isProved }) => word === 'pattern' && soundness === 'fault' && isProved),
  );

/** What the first page of a debrief says about tests of platforms: who was named without cause, and what was found. */
const PLATFORM_TEST_PAGE: PageRules<PlatformTestFacts> = {
  keep: [
    {
      id: 'keep.checkathon-found',
      rank: 77,
      says: (tests) => {
        const right = rightIn(tests);
        return when(right.length > 0 && wrongIn(tests).length === 0, { params: { count: right.length } });
      },
    },
  ],
  change: [
    {
      id: 'change.checkathon-red',
      rank: 20,
      says: (tests) => {
        const crossed = crossedIn(tests, false);
        return when(crossed.length > 0, {
          params: { count: crossed.length },
          events: crossed.map(({ seq }) => seq),
        });
      },
      retry: (tests, { chances }) => {
        const seq = crossedIn(tests, false)[0]?.seq;
        const left = chances.find((chance) => chance.kind === 'platform-test' && seq !== undefined && chance.seq > seq);
        return seq === undefined ? [] : goBackTo(left && { seq, step: left.step });
      },
    },
    {
      id: 'change.checkathon-cards',
      rank: 25,
      says: (tests) => {
        const count = tests.reduce((sum, { overstayed }) => sum + overstayed, 0);
        return when(count > 0, { params: { count }, events: crossedIn(tests, true).map(({ seq }) => seq) });
      },
    },
    {
      id: 'change.checkathon-named',
      rank: 64,
      says: (tests) => {
        const wrong = wrongIn(tests);
        return when(wrong.length > 0, {
          params: { count: wrong.length },
          events: wrong.flatMap(({ seq }) => seq ?? []),
        });
      },
    },
    {
      id: 'change.checkathon-empty',
      rank: 83,
      says: (tests) => when(tests.some(({ acted }) => !acted)),
    },
  ],
  isSafe: (tests) => tests.every(({ acted, crossed }) => acted && crossed.length === 0) && wrongIn(tests).length === 0,
};

/** The debrief of a test of platforms. */
export const PLATFORM_TEST_SAYS: KindSays<PlatformTestKind> = {
  ground: 'truth',
  sentences: PLATFORM_TEST_SENTENCES,
  happened: { grave: (id) => id.startsWith('checkathon.red.'), short: (id) => id === 'checkathon.found' },
  page: PLATFORM_TEST_PAGE,
  units: {
    'checkathon.claims': 'points',
    'checkathon.coverage': 'of',
    'checkathon.proof': 'of',
    'checkathon.fairness': 'of',
    'checkathon.order': 'of',
    'checkathon.report': 'points',
  },
};
