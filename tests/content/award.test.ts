import { describe, expect, it } from 'vitest';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { paymentsIn } from '#evidence/court-file/model/places.ts';
import { required } from '#kernel/model/invariant.ts';
import { courtroomKey } from '#kinds/courtroom/model/key.ts';
import { LIVING_SIM } from '#kinds/ledger/model/judge-request.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { LIBRARY, PROJECT } from '../support/builders/the-library.ts';

const numberIn = (text: string, pattern: RegExp) =>
  Number(required(pattern.exec(text)?.[1], `${pattern} in: ${text}`).replaceAll(',', ''));

/** What each month of a freeze costs by the law card of a State. */
const livingIn = (state: string) => {
  const card = required(lawCardOf(LIBRARY.courts, state), state);
  const freeze = required(
    card.common.find(({ id }) => id === 'freeze'),
    'the rule on a freeze',
  );
  return numberIn(freeze.text, /holder is paid SIM ([\d,]+) out of it for living/);
};

const FERRY = ['rooms-above-the-ferry', 'rooms-above-the-ferry-2'].map((id) => {
  const { bundle } = required(LIBRARY.bundles.get(id), id);
  return {
    id,
    bundle,
    key: courtroomKey({ key: required(readCase(PROJECT, `scenarios/${id}`, KINDS).key, id).value }),
  };
});

/** Takes coins of SIM 1 out of the held money one after the other: for living, earnings, costs and harm in this order. */
function payOut(held: number, claims: readonly number[]): number[] {
  let purse = held;
  return claims.map((claim) => {
    let open = claim;
    while (open > 0 && purse > 0) {
      purse--;
      open--;
    }
    return open;
  });
}

describe('the award of the ferry files', () => {
  it.each(FERRY)('$id leaves open what the held money does not reach after a month of living', ({ bundle, key }) => {
    const [promise = '', costs = '', harm = ''] = required(
      bundle.exhibits.find(({ title }) => title === 'Claim of Mira-3'),
      'the claim',
    ).places.map(({ text }) => text);
    const between = (from: string, to: string) =>
      paymentsIn(bundle).reduce((sum, one) => sum + (one.from === from && one.to === to ? one.sim : 0), 0);
    const came = paymentsIn(bundle).reduce((sum, one) => sum + (one.to === 'W01' ? one.sim : 0), 0);
    const taken = between('W01', 'W02');
    const wage = (numberIn(promise, /SIM ([\d,]+) a month/) / 30) * numberIn(promise, /there are (\d+) days/);
    const earnings = Math.max(taken, Math.round(wage) - (came - taken));
    const living = livingIn(bundle.state);

    const [unpaidLiving = 0, ...open] = payOut(between('W02', 'W03'), [
      living,
      earnings,
      numberIn(costs, /SIM ([\d,]+)/),
      numberIn(harm, /SIM ([\d,]+)/),
    ]);

    expect(unpaidLiving).toBe(0);
    expect(key.sums['open']?.amount).toBe(open.reduce((sum, one) => sum + one, 0));
    expect(bundle.sums.find(({ id }) => id === 'open')?.asks).toMatch(/for one month.*paid for living/);
    expect(key.sums['open']?.working).toContain(`less ${living} for a month of living`);
  });

  it('rests on the sum for living that the requests of a ledger are held to', () => {
    for (const { state } of LIBRARY.courts.cards) expect([state, livingIn(state)]).toEqual([state, LIVING_SIM]);
  });
});
