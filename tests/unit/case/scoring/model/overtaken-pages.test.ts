import { describe, expect, it } from 'vitest';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { overtakenPages } from '#case/scoring/model/overtaken-pages.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';

const scenario = {
  states: {
    close: { type: 'decision', options: [{ id: 'dark', next: 'ring', minutes: 5 }] },
    ring: { type: 'decision', options: [{ id: 'now', act: 'contact', next: 'end', minutes: 5 }] },
  },
} as unknown as CompiledScenario;
const PATH = [
  { state: 'close', option: 'dark', title: 'The closing', seq: 2 },
  { state: 'ring', option: 'now', title: 'The call', seq: 5 },
];
const gone = (ad: string, at: string, cause: number) => ({ ad, at, cause, becomes: 'removed' }) as never;
const lostBy = (...world: readonly never[]) =>
  overtakenPages({ scenario, kinds: KINDS }, { world, clock: '2031-09-10T00:00:00Z', responses: {} }, PATH);

describe('pages lost by an own contact', () => {
  it('are the uncaptured pages that the contact removed', () => {
    expect(lostBy(gone('0308', '2031-09-08T08:00:00Z', 5))).toEqual([
      { act: 'contact', seq: 5, step: 'The call', ads: ['0308'] },
    ]);
  });

  it('exclude pages that an earlier choice had removed', () => {
    const early = gone('0308', '2031-09-05T08:00:00Z', 2);
    expect(lostBy(early, gone('0308', '2031-09-08T08:00:00Z', 5))).toEqual([]);
    expect(lostBy(early, gone('0308', '2031-09-08T08:00:00Z', 5), gone('0322', '2031-09-08T08:00:00Z', 5))).toEqual([
      { act: 'contact', seq: 5, step: 'The call', ads: ['0322'] },
    ]);
  });

  it('exclude changes after the end of the case', () => {
    expect(lostBy(gone('0308', '2031-09-11T08:00:00Z', 5))).toEqual([]);
  });
});
