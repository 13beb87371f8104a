import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toEpoch } from '#kernel/model/instant.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import type { DrawnMarket } from '#market/generator/model/drawn-market.ts';
import { orderFromPages, orderRows, type PublicAd } from '../support/attack/join-state.ts';
import { anOrder } from '../support/builders/a-market.ts';
import { inFull } from '../support/in-full.ts';

/** The public half of a market of version 7 of the generator, which drew with xoshiro128**, as far as the attack reads it, and whose ads are controlled. */
interface Stored {
  /** Announced share of controlled ads, in per cent. */
  readonly share: number;
  /** Five ads in the order in which they were drawn. */
  readonly five: readonly string[];
  readonly controlled: readonly string[];
  readonly ads: readonly PublicAd[];
}

const { share, five, controlled, ads } = JSON.parse(
  readFileSync(new URL('market-of-version-7.json', import.meta.url), 'utf8'),
) as Stored;

const idsOf = (some: readonly PublicAd[]) => some.map(({ id }) => id);

describe('an attack that joins the state of the draws from times, accounts and phones', () => {
  it('reads the label of every ad of a stored market of version 7 from its public half alone', () => {
    const rows = orderFromPages(ads) ?? expect.fail('no state was found');
    // Version 7 places controlled actors first, and their share is announced.
    const first = rows.slice(0, Math.round((ads.length * share) / 100));

    expect(idsOf(rows).toSorted()).toEqual(idsOf(ads).toSorted());
    expect(idsOf(first).toSorted()).toEqual(controlled.toSorted());
  });

  describe('in a market of the generator of today, of the same profile and size', () => {
    const drawn = drawMarket(anOrder({ size: 'practice', prevalence: 'PRACTICE', seed: 'joined-37' }));
    const now = Array.from({ length: drawn.size }, (_, at) => publicAd(drawn, at));

    it('finds no state, even if it is told five ads in the order in which they were drawn', () => {
      const rows = Array.from(now, (_, row) => now[drawn.places.at(row)] as PublicAd);
      const pattern = patternOf(five.map((id) => ads.find((ad) => ad.id === id) ?? expect.fail(`no ad ${id}`)));
      const neighbours = rows
        .map((_, row) => rows.slice(row, row + five.length))
        .find((some) => some.length === five.length && patternOf(some) === pattern);

      expect(orderRows(neighbours ?? expect.fail('no neighbours of that pattern'), now)).toBeUndefined();
    });

    it.runIf(inFull(true, false))('finds no state from the public half alone', () => {
      expect(orderFromPages(now)).toBeUndefined();
    });
  });
});

/** Which of some ads have one account with the one before. */
const patternOf = (ads: readonly PublicAd[]) =>
  ads.map(({ account }, n) => (account === ads[n - 1]?.account ? 'same' : 'other')).join(' ');

function publicAd(drawn: DrawnMarket, at: number): PublicAd {
  const { id, account, postedAt, versions } = drawn.ad(at);
  const phone = (versions.at(-1)?.fields.phone ?? '').replaceAll(/\D/g, '');
  return { id, account, posted: toEpoch(postedAt) - drawn.fromEpoch, phone };
}
