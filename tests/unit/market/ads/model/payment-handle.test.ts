import { describe, expect, it } from 'vitest';
import { readTraces, sharedTraces } from '#kinds/linking/model/shown-traces.ts';
import { SHARED_TRACES } from '#market/ads/model/families.ts';
import { handleIn } from '#market/ads/model/payment-handle.ts';
import { facetValue } from '#market/search/model/market-query.ts';
import { comparable } from '#market/search/screens/market-rows.ts';
import { POST } from '../../../../support/market/story-market.ts';

describe('the handle of a payment field', () => {
  it.each([
    ['$sim-0041', '$sim-0041'],
    ['cash, $sim-0041', '$sim-0041'],
    ['cash or wallet', undefined],
    [undefined, undefined],
  ])('in %j is %j', (payment, handle) => {
    expect(handleIn(payment)).toBe(handle);
  });

  it('is what ads are compared by, on every list', () => {
    expect(comparable('payment', 'cash, $sim-0041')).toBe(comparable('payment', '$sim-0041'));
    expect(facetValue('handle', 'wallet, $sim-0041')).toBe('$sim-0041');
  });

  it('joins two ads, and cash joins nobody', () => {
    const paidBy = (id: string, payment: string) =>
      readTraces(
        {
          ...POST,
          id,
          account: id,
          versions: [{ from: POST.postedAt, sentences: [`Ad ${id}.`], fields: { payment } }],
        },
        false,
      );
    const share = (one: string, other: string) =>
      sharedTraces(paidBy('a', one), paidBy('b', other)).has(SHARED_TRACES.handle);
    expect(share('cash, $sim-0041', '$sim-0041')).toBe(true);
    expect(share('cash', 'cash')).toBe(false);
    expect(share('cash, $sim-0041', 'cash, $sim-0042')).toBe(false);
  });
});
