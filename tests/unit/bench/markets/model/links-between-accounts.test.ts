import { describe, expect, it } from 'vitest';
import { linksBetweenAccounts } from '#bench/markets/model/links-between-accounts.ts';
import { stream } from '#kernel/model/rng.ts';

interface OneAd {
  readonly actor: number;
  readonly account: string;
  readonly cluster: string | undefined;
}

const linksIn = (ads: readonly OneAd[], weights: readonly number[]) =>
  linksBetweenAccounts({
    count: ads.length,
    actor: ads.map(({ actor }) => actor),
    actors: weights.length,
    accountOf: (ad) => (ads[ad] as OneAd).account,
    clusterOf: (ad) => ads[ad]?.cluster,
  })(weights);

/** The same by going through all pairs of ads, and looking at what they say of each pair of ends. */
function byPairsOfAds(ads: readonly OneAd[], weights: readonly number[]) {
  const pairs = new Map<string, { isRight: boolean; isSaid: boolean; weight: number }>();
  for (const one of ads)
    for (const other of ads) {
      const names = [one, other].map(({ actor, account }) => `${actor}/${account}`);
      if (one.account === other.account || (names[0] as string) >= (names[1] as string)) continue;
      const known = pairs.get(names.join());
      const [a, b] = [weights[one.actor] as number, weights[other.actor] as number];
      pairs.set(names.join(), {
        isRight: one.actor === other.actor,
        isSaid: (known?.isSaid ?? false) || (one.cluster !== undefined && one.cluster === other.cluster),
        weight: one.actor === other.actor ? a : a * b,
      });
    }
  const sum = (isCounted: (pair: { isRight: boolean; isSaid: boolean }) => boolean) =>
    [...pairs.values()].filter(isCounted).reduce((all, { weight }) => all + weight, 0);
  const [both, said, right] = [
    sum(({ isRight, isSaid }) => isRight && isSaid),
    sum(({ isSaid }) => isSaid),
    sum(({ isRight }) => isRight),
  ];
  return {
    'link-precision': said > 0 ? both / said : undefined,
    'link-recall': right > 0 ? both / right : undefined,
    'link-f1': right > 0 ? (2 * both) / (said + right) : undefined,
  };
}

describe('links between accounts', () => {
  it('are counted as all pairs of ads count them, whatever actors weigh', () => {
    const rng = stream('links', 'between accounts');
    for (let round = 0; round < 60; round++) {
      const ads = Array.from({ length: 25 }, (): OneAd => {
        const cluster = rng.int(8);
        return { actor: rng.int(5), account: `a${rng.int(9)}`, cluster: cluster === 0 ? undefined : `c${cluster}` };
      });
      const weights = Array.from({ length: 5 }, () => rng.int(3));
      const [found, counted] = [linksIn(ads, weights), byPairsOfAds(ads, weights)];

      for (const [name, value] of Object.entries(counted))
        if (value === undefined) expect(found[name]).toBeUndefined();
        else expect(found[name]).toBeCloseTo(value, 12);
    }
  });

  it('need two accounts: ads of one account link nothing', () => {
    const ads = [0, 0, 1].map((actor) => ({ actor, account: `a${actor}`, cluster: `c${actor}` }));

    expect(linksIn(ads, [1, 1])).toEqual({});
  });
});
