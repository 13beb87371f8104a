import { describe, expect, it } from 'vitest';
import { stream } from '#kernel/model/rng.ts';
import { CONTROL_OF } from '#market/ads/model/actor-types.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import { indicatorsAt } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { familyAt, typeAt } from '#market/generator/model/drawn-market.ts';
import { aMarket, anOrder, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** Three points of a hundred: what rule C18 allows. */
const TOLERANCE = 0.03;

describe('the same order with other labels of persons (C18)', () => {
  const orders = [
    ...[...LIBRARY.profiles.values()].map((profile) => anOrder({ profile, size: 'field', prevalence: 'FIELD' })),
    anOrder({ size: 'capstone', prevalence: 'FIELD' }),
    anOrder({ size: 'mini' }),
  ];

  it.each(orders.map((order) => [`${order.profile.id} ${order.size}`, order] as const))(
    '%s: every column except those of the labels is the same',
    (_, order) => {
      const { name, other, origin, gender, language, ...facts } = drawMarket(order).columns;
      const swapped = drawMarket({ ...order, labels: 'other labels' }).columns;
      const { name: n, other: o, origin: or, gender: g, language: l, ...same } = swapped;

      expect(same).toEqual(facts);
      for (const [one, before] of [
        [n, name],
        [o, other],
        [or, origin],
        [g, gender],
        [l, language],
      ] as const)
        expect(one).not.toEqual(before);
    },
  );

  it('has the same signs, traps, cues, actors, links and prices in its documents', () => {
    const order = { size: 'field', prevalence: 'FIELD', seed: 'swap' } as const;
    const [one, other] = [aMarket(order), aMarket({ ...order, labels: 'other labels' })];
    const facts = ({ market, truth }: typeof one) => ({
      prices: market.ads.map(({ versions }) => versions.map(({ fields }) => fields.price)),
      // A longer name may move no sentence to another place.
      ads: truth.ads.map(({ groups: _, post, ...rest }) => ({ ...rest, post: { ...post, name: '' } })),
      actors: truth.actors,
      edges: truth.edges,
      promises: truth.promises,
    });

    expect(facts(other)).toEqual(facts(one));
    expect(other.truth.ads.map(({ groups }) => groups)).not.toEqual(one.truth.ads.map(({ groups }) => groups));
  });
});

describe('planted signs among ads that are not controlled, over two hundred markets', () => {
  interface Row {
    readonly actor: number;
    readonly labels: readonly number[];
    readonly signs: ReadonlySet<string>;
  }
  const isSign = (id: string) => LIBRARY.catalogue.get(id)?.kind === 'sign';
  const ROWS: Row[] = seeds('fair', 200).flatMap((seed, market) => {
    const drawn = drawMarket(anOrder({ size: 'field', prevalence: 'FIELD', seed }));
    const { columns } = drawn;
    return Array.from({ length: drawn.size }, (_, at) => at)
      .filter((at) => columns.withheld[at] === 0 && CONTROL_OF[typeAt(columns, at)] !== 'controlled')
      .map((at) => ({
        actor: market * 1000 + (columns.actor[at] as number),
        labels: [columns.language[at], columns.origin[at], columns.gender[at]] as number[],
        signs: new Set([...indicatorsAt(drawn, at)].filter(isSign)),
      }));
  });
  const DIMENSIONS = ['language', 'origin', 'gender'] as const;
  const ids = [...new Set(ROWS.flatMap(({ signs }) => [...signs]))];

  /** The largest gap between one label's rate of a sign and the rate of all, each ad counting so many times. */
  function widestGap(dimension: number, shows: (row: Row) => boolean, times: (actor: number) => number): number {
    const ads = new Map<number, number>();
    const shown = new Map<number, number>();
    let [all, found] = [0, 0];
    for (const row of ROWS) {
      const weight = times(row.actor);
      const label = row.labels[dimension] as number;
      ads.set(label, (ads.get(label) ?? 0) + weight);
      all += weight;
      if (!shows(row)) continue;
      shown.set(label, (shown.get(label) ?? 0) + weight);
      found += weight;
    }
    return Math.max(...[...ads].map(([label, count]) => Math.abs((shown.get(label) ?? 0) / count - found / all)));
  }

  it.each(DIMENSIONS)('no sign is seen more often on one label of %s than on all', (dimension) => {
    const gaps = ids.map(
      (id) =>
        [
          id,
          widestGap(
            DIMENSIONS.indexOf(dimension),
            ({ signs }) => signs.has(id),
            () => 1,
          ),
        ] as const,
    );

    expect(ids.length).toBeGreaterThan(25);
    expect(gaps.filter(([, gap]) => gap > TOLERANCE)).toEqual([]);
  });

  it.each(DIMENSIONS)('nor is any sign at all, whichever actors are drawn again (%s)', (dimension) => {
    const rng = stream('fair', dimension);
    const actors = [...new Set(ROWS.map(({ actor }) => actor))];
    const gaps = Array.from({ length: 20 }, () => {
      const times = new Map<number, number>();
      for (const _ of actors) {
        const actor = actors[rng.int(actors.length)] as number;
        times.set(actor, (times.get(actor) ?? 0) + 1);
      }
      return widestGap(
        DIMENSIONS.indexOf(dimension),
        ({ signs }) => signs.size > 0,
        (actor) => times.get(actor) ?? 0,
      );
    });

    expect(Math.max(...gaps)).toBeLessThanOrEqual(TOLERANCE);
  });
});

describe('traps', () => {
  it.each([...LIBRARY.profiles.values()])(
    'of every kind that a $id market can show fall on ads of a field market',
    (profile) => {
      const drawn = drawMarket(anOrder({ profile, size: 'field', prevalence: 'FIELD', seed: 'traps' }));
      const shown = new Set(Array.from({ length: drawn.size }, (_, at) => [...indicatorsAt(drawn, at)]).flat());
      const traps = FAMILIES[familyAt(drawn.columns, 0)].said.filter(({ kind }) => kind === 'trap').map(({ id }) => id);

      expect(traps.filter((id) => !shown.has(id))).toEqual([]);
    },
  );
});
