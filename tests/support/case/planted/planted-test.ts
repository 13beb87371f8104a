import type { PlatformTestFacts } from '#kinds/platform-test/model/facts.ts';
import { ofKind, type Planted } from './planted.ts';

const ofTest = ofKind<PlatformTestFacts>('platform-test');

/** False conditions about a test of platforms. */
export const PLANTED_TEST: readonly Planted[] = [
  {
    name: 'every pattern that was called one is a fault',
    ...ofTest(({ claims }) => ({
      claims: claims.map((claim) => (claim.word === 'pattern' ? { ...claim, soundness: 'fault' } : claim)),
    })),
  },
  {
    name: 'a pattern needs no items',
    ...ofTest(({ claims }) => ({ claims: claims.map((claim) => ({ ...claim, isProved: true })) })),
  },
  {
    name: 'harm that a test did is always written down',
    ...ofTest(({ harm }) => ({ harm: harm.map((one) => ({ ...one, isRecorded: true })) })),
  },
  {
    name: 'no line of a test was crossed',
    ...ofTest(() => ({ crossed: [] })),
  },
  {
    name: 'a platform that is named was always heard',
    ...ofTest(() => ({ shut: [] })),
  },
  {
    name: 'every worst case was tested',
    ...ofTest(({ covered }) => ({ covered: { ...covered, n: covered.of } })),
  },
];
