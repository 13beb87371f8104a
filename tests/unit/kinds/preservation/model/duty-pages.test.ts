import { describe, expect, it } from 'vitest';
import { dutyPages } from '#kinds/preservation/model/duty-pages.ts';
import type { AdTruth, Label } from '#market/ads/model/ground-truth.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { fieldOrder } from '../../../../support/attack/seen-market.ts';

const { truth } = generateMarket(fieldOrder('BUY', 'duties'));
const pattern = truth.ads.find(({ control }) => control === 'controlled') as AdTruth;
const label = (kind: Label['kind'], indicator: string, peers: readonly string[] = [], at: Label['at'] = 's1') =>
  ({ indicator, kind, at, peers, why: '' }) satisfies Label;

/** The duties over ads of one network, each with these labels and worth so much. */
function dutiesOf(...ads: readonly (readonly [pageRatio: number, ...labels: Label[]])[]) {
  const network = ads.map(
    ([pageRatio, ...labels], n): AdTruth => ({ ...pattern, ad: `990${n}`, possibleMinor: false, pageRatio, labels }),
  );
  const stranger: AdTruth = { ...pattern, ad: '9999', actor: 'actor-9999', labels: [label('cue', 'rest-gaps')] };
  return dutyPages('9900', { marketId: 'm', ads: [...network, stranger] }).map(({ ad }) => ad);
}
const telling = [400, label('sign', 'shared-phone', ['9909'])] as const;

describe('the pages that belong in the locker', () => {
  it('are those with signs that tell them from others', () => {
    expect(dutiesOf(telling, [400, label('sign', 'third-person-voice')])).toEqual(['9900', '9901']);
  });

  it('are never pages without a sign, a link or a cue, nor those with a trap alone or with signs in records', () => {
    const inRecords = label('sign', 'phone-churn', [], 'r:phones');
    expect(dutiesOf(telling, [400], [400, label('trap', 'n-sex-work')], [400, inRecords])).toEqual(['9900']);
  });

  it('are those with a protective cue, whatever else tells little', () => {
    expect(dutiesOf(telling, [0.2, label('cue', 'own-limits-stated')])).toEqual(['9900', '9901']);
  });

  it('are those that lead to another ad of the actor, and not those that lead to strangers alone', () => {
    const linked = label('sign', 'shared-phone', ['9900'], 'f:phone');
    expect(dutiesOf(telling, [1.2, linked], [1.2, label('sign', 'shared-phone', ['9999'], 'f:phone')])).toEqual([
      '9900',
      '9901',
    ]);
  });

  it('are in whole markets never a closed card, and each shows a sign or a cue', () => {
    for (const { ads } of truth.actors.filter(({ control }) => control === 'controlled'))
      for (const { ad, signs, cues } of dutyPages(ads[0], truth)) {
        expect(signs.length + cues.length).toBeGreaterThan(0);
        expect(truth.ads.find((one) => one.ad === ad)?.possibleMinor).toBe(false);
      }
  });
});
