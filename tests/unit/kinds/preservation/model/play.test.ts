import { describe, expect, it } from 'vitest';
import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { playPreservation } from '#kinds/preservation/model/play.ts';
import { aMarket, NOW, openAds } from '../../../../support/builders/a-market.ts';
import { aRecord } from '../../../../support/builders/a-record.ts';

const made = aMarket({ seed: 'bench' });
const targets = openAds(made)
  .slice(0, 2)
  .map(({ ad }) => ad.id);
const { response } = aRecord({ market: made.market, targets, begins: NOW });

describe('the capture bench', () => {
  it('numbers items in order of capture and stores what was checked before each', () => {
    expect(response.items.map(({ item }) => item)).toEqual(['EV-001', 'EV-002']);
    for (const item of response.items)
      expect(item).toMatchObject({
        childCheckBefore: true,
        clockCheckBefore: true,
        verified: true,
        sealed: true,
      });
  });

  it('logs every act in the custody log, with its time, its person and the hash of its object', () => {
    expect(response.custody.map(({ action }) => action)).toEqual([
      'authority.noted',
      'clock.checked',
      ...targets.flatMap(() => [
        'child-material.checked',
        'page.captured',
        'record.written',
        'hash.verified',
        'copy.sealed',
      ]),
    ]);
    expect(new Set(response.custody.map(({ actor, role }) => `${actor}, ${role}`))).toEqual(
      new Set(['Analyst 4, analyst']),
    );
    expect(response.custody.filter(({ sha256 }) => sha256 === response.items[0]?.sha256)).toHaveLength(4);
    expect(response.custody.map(({ utc }) => utc)).toEqual(response.custody.map(({ utc }) => utc).toSorted());
    expect(firstBrokenLink(response.custody)).toBeUndefined();
  });

  it('ignores an unknown act', () => {
    expect(playPreservation.reduce(response, { type: 'ad.opened', ad: '0301' } as never, { at: NOW, seq: 99 })).toBe(
      response,
    );
  });
});
