import { describe, expect, it } from 'vitest';
import { sharedTraces } from '#kinds/preservation/model/shared-traces.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import { market } from '../../../../support/builders/a-bench.ts';

const [pattern] = market.ads.filter(({ withheld }) => !withheld) as [Ad];

/** An ad like the first of the market, with this spelling of a phone number. */
function adWith(id: string, phone: string): Ad {
  const [version] = pattern.versions.slice(-1);
  if (!version) throw new Error('The first ad has no version.');
  return { ...pattern, id, account: `account-${id}`, versions: [{ ...version, fields: { town: 'Ostrel', phone } }] };
}

function tracesOf(...phones: readonly string[]) {
  const ads = phones.map((phone, n) => adWith(`990${n}`, phone));
  const other: Market = { ...market, ads };
  const targets = ads.map(({ id }) => id);
  return sharedTraces({ key: { targets }, context: { market: other } as never });
}

describe('traces shared by the pages of one locker', () => {
  it('include a phone number whatever the spacing of its digits', () => {
    expect(tracesOf('+999 500 001 475', '+999-500-001-475', '+999 500001475')).toEqual({
      numbers: [['9900', '9901', '9902']],
      traces: [],
      none: [],
    });
  });

  it('do not include a phone number if one digit differs or the number is hidden', () => {
    expect(tracesOf('+999 500 001 475', '+999-500-001-476').numbers).toEqual([]);
    expect(tracesOf('▒▒▒ ▒▒▒', '▒▒▒ ▒▒▒').numbers).toEqual([]);
  });
});
