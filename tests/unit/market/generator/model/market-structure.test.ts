import { describe, expect, it } from 'vitest';
import { type ActorType, CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type DrawnMarket, typeAt } from '#market/generator/model/drawn-market.ts';
import { FLAG } from '#market/generator/model/market-columns.ts';
import { actorId } from '#market/generator/model/truth-at.ts';
import { areaUnderCurve } from '../../../../support/area-under-curve.ts';
import { anOrder, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

describe('who writes, posts and shares', () => {
  const MARKETS = seeds('structures', 60).map((seed) =>
    drawMarket(anOrder({ size: 'field', prevalence: 'PRACTICE', seed })),
  );

  /** For each actor type the share of its units of which something holds; those of fewer than 150 are left out. */
  function shares(of: (market: DrawnMarket) => Iterable<readonly [type: ActorType, holds: boolean]>) {
    const counts = new Map<ActorType, [number, number]>();
    for (const market of MARKETS)
      for (const [type, holds] of of(market)) {
        const count = counts.get(type) ?? [0, 0];
        counts.set(type, [count[0] + Number(holds), count[1] + 1]);
      }
    return [...counts].filter(([, [, all]]) => all >= 150).map(([type, [found, all]]) => [type, found / all] as const);
  }

  /** The places of ads that are neither closed nor copies, by a number of theirs. */
  function placesBy({ columns, size }: DrawnMarket, column: 'persona' | 'actor' | 'author'): Map<number, number[]> {
    const places = new Map<number, number[]>();
    for (let at = 0; at < size; at++) {
      if (columns.withheld[at] !== 0 || ((columns.flags[at] as number) & FLAG.mirrored) !== 0) continue;
      const number = columns[column][at] as number;
      places.set(number, [...(places.get(number) ?? []), at]);
    }
    return places;
  }

  it('an account holds several ads equally often, whoever stands behind it', () => {
    const found = shares(function* (market) {
      for (const [first, ...others] of placesBy(market, 'persona').values())
        yield [typeAt(market.columns, first as number), others.length > 0];
    });

    expect(found.map(([type]) => type)).toEqual(
      expect.arrayContaining(['independent', 'controlled', 'scammer', 'bot']),
    );
    for (const [type, share] of found) expect([type, Math.abs(share - 0.3) < 0.06]).toEqual([type, true]);
  });

  it('a text has a writer of several personas equally often, whoever stands behind it', () => {
    const found = shares(function* ({ columns, ...market }) {
      const personas = new Map<number, Set<number>>();
      const places = placesBy({ columns, ...market }, 'persona');
      for (const [persona, [at]] of places) {
        const author = columns.author[at as number] as number;
        personas.set(author, (personas.get(author) ?? new Set()).add(persona));
      }
      for (const [at] of places.values()) {
        if (columns.groups.template[at as number] !== 0) continue;
        const clients = personas.get(columns.author[at as number] as number) as Set<number>;
        yield [typeAt(columns, at as number), clients.size > 1];
      }
    });

    expect(found.length).toBeGreaterThan(4);
    for (const [type, share] of found) expect([type, Math.abs(share - 0.24) < 0.09]).toEqual([type, true]);
  });

  it('all ads of one writer are typed by one hand, as far as there are such ads', () => {
    const handOf = ({ order, columns }: DrawnMarket, at: number) =>
      order.posts.genres[columns.genre[at] as number]?.ads[columns.whole[at] as number]?.hand;
    const [same, all] = MARKETS.slice(0, 10).reduce(
      ([same, all], market) => {
        const several = [...placesBy(market, 'author').values()].filter(({ length }) => length > 1);
        const one = several.filter((places) => new Set(places.map((at) => handOf(market, at))).size === 1);
        return [same + one.length, all + several.length];
      },
      [0, 0],
    );

    expect(all).toBeGreaterThan(500);
    expect(same / all).toBeGreaterThan(0.9);
  });

  it('nobody posts on other days, and in the week of an event nobody travels there more often', () => {
    const profile = [...LIBRARY.profiles.values()].find(({ event }) => event) ?? expect.fail('no profile has an event');
    const inTown = new Map<boolean, number[]>([true, false].map((sought) => [sought, []]));
    for (const seed of seeds('event', 60)) {
      const market = drawMarket(anOrder({ profile, size: 'field', prevalence: 'PRACTICE', seed }));
      const town = profile.towns.findIndex(({ name }) => name === profile.event?.town);
      for (let at = 0; at < market.size; at++)
        inTown.get(isSought(CONTROL_OF[typeAt(market.columns, at)]))?.push(Number(market.columns.town[at] === town));
    }
    const mean = (list: readonly number[] = []) => list.reduce((sum, one) => sum + one, 0) / list.length;

    expect(inTown.get(true)?.length).toBeGreaterThan(5000);
    expect(Math.abs(mean(inTown.get(true)) - mean(inTown.get(false)))).toBeLessThan(0.03);
  });

  it('persons who work alone share an account for money and a mark on pictures, too', () => {
    for (const [trace, share] of [
      ['collector', 0.5],
      ['mark', 0.1],
    ] as const) {
      const sharing = { sought: 0, others: 0 };
      for (const market of MARKETS)
        for (let at = 0; at < market.size; at++)
          if (market.columns.groups[trace][at] !== 0)
            sharing[isSought(CONTROL_OF[typeAt(market.columns, at)]) ? 'sought' : 'others'] += 1;

      expect(sharing.sought).toBeGreaterThan(100);
      expect([trace, sharing.others > share * sharing.sought]).toEqual([trace, true]);
    }
  });
});

describe('numbers and places of a market of many districts', () => {
  const SIZE = 12_000;
  const drawn = drawMarket(anOrder({ size: SIZE, prevalence: 'FIELD', seed: 'districts' }));
  const { columns, districts } = drawn;
  const all = Array.from({ length: SIZE }, (_, at) => at);

  /** Pairs of neighbours of one actor in this order, with two accounts. */
  const neighboursOfOneActor = (order: readonly number[]) =>
    order.filter((at, n) => {
      const before = order[n - 1];
      return (
        before !== undefined &&
        columns.actor[before] === columns.actor[at] &&
        columns.persona[before] !== columns.persona[at]
      );
    }).length;

  /** As many of them as a shuffled list has. */
  const byChance = [...Map.groupBy(all, (at) => columns.actor[at]).values()].reduce(
    (sum, { length }) => sum + (length * (length - 1)) / SIZE,
    0,
  );

  it('every district has its share of every part of the list', () => {
    const places = districts.map((district) => drawn.placesOf(district));

    expect(districts.length).toBeGreaterThan(4);
    expect(places.flatMap((one) => [...one]).toSorted((a, b) => a - b)).toEqual(all);
    for (const one of places) {
      const early = one.filter((at) => at < SIZE / 4).length / one.length;
      expect(Math.abs(early - 0.25)).toBeLessThan(0.05);
    }
  });

  it('ads next to each other in the list are of one actor no more often than by chance', () => {
    expect(byChance).toBeLessThan(20);
    expect(neighboursOfOneActor(all)).toBeLessThan(byChance + 5 * Math.sqrt(byChance) + 5);
    // The same count where ads stand as they were drawn.
    const rows = all.map((row) => drawn.places.at(row));
    expect(neighboursOfOneActor(rows)).toBeGreaterThan(50 * byChance);
  });

  it.each(['account', 'phone', 'picture', 'room', 'payment'] as const)(
    'nor are those whose numbers of %s are next to each other',
    (name) => {
      const numberOf = (at: number) => {
        const ad = drawn.ad(at);
        const text = name === 'account' ? ad.account : ad.versions.at(-1)?.fields[name];
        return /\d/.test(text ?? '') ? Number(text?.split(/[,:]/)[0]?.replaceAll(/\D/g, '')) : Number.NaN;
      };
      // One ad for each number: what two ads share is a link.
      const firsts = new Map(all.map((at) => [numberOf(at), at] as const).filter(([number]) => !Number.isNaN(number)));
      const order = [...firsts].toSorted(([a], [b]) => a - b).map(([, at]) => at);

      expect(order.length).toBeGreaterThan(2000);
      expect(neighboursOfOneActor(order)).toBeLessThan(byChance + 5 * Math.sqrt(byChance) + 5);
    },
  );

  it('actors in the truth are numbered in no order: neither by type nor as they were drawn', () => {
    const actors = [...new Set(columns.actor)];
    const numbers = actors.map((actor) => Number(actorId(drawn, actor).slice('actor-'.length)));
    const sought = new Set(all.filter((at) => typeAt(columns, at) === 'controlled').map((at) => columns.actor[at]));
    const split = (isMine: boolean) => numbers.filter((_, n) => sought.has(actors[n]) === isMine);
    const rising = numbers.filter((number, n) => n > 0 && number > (numbers[n - 1] as number)).length;

    expect(new Set(numbers).size).toBe(actors.length);
    expect(Math.abs(areaUnderCurve(split(true), split(false)) - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(rising / numbers.length - 0.5)).toBeLessThan(0.05);
  });

  it('numbers of houses differ between seeds, and do not count actors', () => {
    const codesOf = (seed: string) => {
      const market = drawMarket(anOrder({ size: 4000, prevalence: 'FIELD', seed }));
      const codes = new Map<number, number>();
      for (let at = 0; at < market.size; at++) {
        const version = market.ad(at).versions.at(-1);
        const shown = [version?.fields.register, ...(version?.sentences ?? [])].join(' ');
        const code = /(?<!\$)\bSIM-(\d+)/i.exec(shown)?.[1];
        if (code) codes.set(market.columns.actor[at] as number, Number(code));
      }
      return codes;
    };
    const [one, other] = [codesOf('a'), codesOf('b')];
    const inOrder = [...one].toSorted(([a], [b]) => a - b).map(([, code]) => code);
    const rising = inOrder.filter((code, n) => n > 0 && code > (inOrder[n - 1] as number)).length;

    expect(Math.min(one.size, other.size)).toBeGreaterThan(80);
    expect([...one].filter(([actor, code]) => other.get(actor) === code)).toEqual([]);
    expect(Math.abs(rising / inOrder.length - 0.5)).toBeLessThan(0.2);
  });
});
