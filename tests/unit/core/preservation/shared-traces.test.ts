import { describe, expect, it } from 'vitest';
import type { Ad, Market } from '#core/market/market.ts';
import { sharedTraces } from '#core/preservation/shared-traces.ts';
import { market } from '../../../support/builders/a-bench.ts';

const [pattern] = market.ads.filter(({ withheld }) => !withheld) as [Ad];

/** An ad like the first of the market, with a number of its own writing. */
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

describe('what pages share that belong in one locker', () => {
  it('is one number however its digits are set apart', () => {
    expect(tracesOf('+999 500 001 475', '+999-500-001-475', '+999 500001475')).toEqual({
      numbers: [['9900', '9901', '9902']],
      traces: [],
      none: [],
    });
  });

  it('is no number where one digit differs, or where the number is hidden', () => {
    expect(tracesOf('+999 500 001 475', '+999-500-001-476').numbers).toEqual([]);
    expect(tracesOf('▒▒▒ ▒▒▒', '▒▒▒ ▒▒▒').numbers).toEqual([]);
  });
});
