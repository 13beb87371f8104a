import { describe, expect, it } from 'vitest';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { DetectionAction } from '#kinds/detection/model/play.ts';
import { freeMark, markedText } from '#kinds/detection/model/stretch.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { placesOfAd } from '#market/ads/model/page-places.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** Length of the queue in these exercises. */
const BUDGET = 8;

/**
 * The share at FIELD is named, since a seed can draw one of 2 in 100: there seven ads of three actors are all that can be
 * found, too few to compare readers by.
 */
const MARKETS = [
  ...seeds('cheats', 12).map((seed) => aMarket({ seed, size: 'practice' })),
  ...seeds('cheats', 3).map((seed) => aMarket({ seed, size: 'field', prevalence: 'FIELD', share: 6 })),
];
const READERS = MARKETS.map((made) => ({ made, reader: aReaderOf(made, BUDGET) }));
const PLAYED = Object.fromEntries(
  (['oracle', 'honest', 'flag-all', 'flag-none', 'select-all-text', 'always-c3', 'count-flags'] as const).map(
    (policy) => [policy, READERS.map(({ reader }) => reader.plays(policy))],
  ),
) as Record<PolicyName, ReturnType<(typeof READERS)[number]['reader']['plays']>[]>;

/** The honest reader's number less the cheat's, market by market. */
const lead = (cheat: PolicyName, of: (play: (typeof PLAYED)[PolicyName][number]) => number | undefined) =>
  PLAYED.honest.map((play, n) => (of(play) ?? Number.NaN) - (of(PLAYED[cheat][n] as typeof play) ?? Number.NaN));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The part of the signs sought that stand in a line of at least half of the text. */
function inHalfOfText({ made, reader }: (typeof READERS)[number]): number {
  const textOf = new Map(made.market.ads.map(({ id, versions }) => [id, versions.at(-1)?.sentences ?? []]));
  const isHalf = (ad: string, at: string) => {
    const sentences = textOf.get(ad) ?? [];
    const line = at.startsWith('s') ? sentences[Number(at.slice(1)) - 1] : undefined;
    return line !== undefined && 2 * line.length >= sentences.join(' ').length;
  };
  const sought = reader.judged
    .filter(({ control, notKnowable }) => control === 'controlled' && !notKnowable)
    .flatMap(({ ad, labels }) => labels.filter(({ kind }) => kind === 'sign').map(({ at }) => isHalf(ad, at)));
  return sought.filter(Boolean).length / sought.length;
}

describe('each cheat is beaten by the honest reader on what it tries to cheat', () => {
  it.each(['flag-all', 'flag-none', 'count-flags'] as const)(
    '%s on flags and bands in every market, on the queue in all but one',
    (cheat) => {
      for (const id of ['detection.mark', 'detection.bands'])
        expect(Math.min(...lead(cheat, ({ scaled }) => scaled[id]))).toBeGreaterThan(0);
      // In one market five strangers and a fraud share traces in a chain, which reads as one network. Their posts fill the
      // queue of the honest reader, who earns as little there as the cheats, and nearly everything elsewhere.
      const queues = lead(cheat, ({ scaled }) => scaled['detection.queue']);
      expect(Math.min(...queues)).toBeGreaterThanOrEqual(0);
      expect(queues.filter((one) => one < 0.8).length).toBeLessThanOrEqual(1);
    },
  );

  it.each(['flag-all', 'flag-none', 'count-flags'] as const)('%s on telling apart', (cheat) => {
    expect(mean(lead(cheat, ({ figure }) => figure.matthews?.value ?? 0))).toBeGreaterThan(0.2);
  });

  it('select-all-text on the signs, in every market', () => {
    expect(Math.min(...lead('select-all-text', ({ scaled }) => scaled['detection.signs']))).toBeGreaterThan(0.3);
    for (const [n, { figure, scaled }] of PLAYED['select-all-text'].entries()) {
      expect(scaled['detection.signs']).toBeLessThan(0.02);
      // Many ads are a few short lines. Where one of them is half of the text, the whole text is the place of its
      // sign; no other sign is found in this way.
      const recall = figure['sign-recall']?.value;
      expect(recall).toBeLessThanOrEqual(inHalfOfText(READERS[n] as (typeof READERS)[number]));
      expect(recall).toBeLessThan(0.1);
    }
  });

  it('always-c3 on certainty, with the very same answers: in hardly any market worse, and better on average', () => {
    const points = lead('always-c3', ({ raw }) => raw['detection.certainty']);
    // In one market the honest reader errs on two ads of 145, so that its dozen doubts cost a little more than they save.
    expect(points.filter((one) => one < 0).length).toBeLessThanOrEqual(1);
    expect(mean(points)).toBeGreaterThan(20);
    expect(mean(lead('always-c3', ({ scaled }) => scaled['detection.certainty']))).toBeGreaterThan(0.05);
    expect(lead('always-c3', ({ raw }) => raw['detection.bands'])).toEqual(MARKETS.map(() => 0));
  });

  it.each(['flag-all', 'flag-none', 'count-flags'] as const)(
    '%s, with full certainty, on certainty, in every market',
    (cheat) => {
      expect(Math.min(...lead(cheat, ({ scaled }) => scaled['detection.certainty']))).toBeGreaterThan(0);
      for (const { scaled } of PLAYED[cheat]) expect(scaled['detection.certainty']).toBe(0);
    },
  );

  it('always-c3 is right less often than it claims', () => {
    const always = PLAYED['always-c3'].map(({ figure }) => figure['calibration-3']?.value ?? 1);
    const sure = PLAYED.honest.flatMap(({ figure }) => figure['calibration-3']?.value ?? []);
    const unsure = PLAYED.honest.flatMap(({ figure }) => figure['calibration-1']?.value ?? []);
    // Whoever is sure of everything is sure where nobody can be. The figure of one market may lie high by chance.
    expect(Math.max(...always)).toBeLessThan(1);
    expect(mean(always)).toBeLessThan(0.97);
    expect(mean(always)).toBeLessThan(mean(sure) - 0.01);
    expect(mean(sure)).toBeGreaterThan(mean(unsure) + 0.2);
  });
});

describe('the honest reader, step by step', () => {
  it('takes a next step that fits most ads', () => {
    const steps = PLAYED.honest.map(({ figure }) => figure['next-steps']?.value ?? 0);
    expect(Math.min(...steps)).toBeGreaterThan(0.7);
  });
});

describe('marking more than the sign', () => {
  const made = aMarket({ seed: 'cheats-0' });
  const reader = aReaderOf(made);
  const signs = [...LIBRARY.catalogue.values()].filter(({ kind, singleAd }) => kind === 'sign' && singleAd);
  const everywhere = (placesOf: (sentences: readonly string[], ad: Ad) => readonly string[]) =>
    made.market.ads.flatMap((ad) =>
      placesOf(ad.versions.at(-1)?.sentences ?? [], ad).flatMap((at) =>
        signs.map((sign): DetectionAction => ({ type: 'ad.marked', ad: ad.id, at, indicator: sign.id })),
      ),
    );
  const honest = reader.plays('honest').scaled['detection.signs'] ?? 0;

  it.each([
    ['every place of every page under every name', (_: readonly string[], ad: Ad) => placesOfAd(ad)],
    ['every sentence under every name', (sentences: readonly string[]) => sentences.map((_, n) => `s${n + 1}`)],
    [
      'every half of the text under every name',
      (sentences: readonly string[]) => {
        const end = markedText(sentences).length;
        return [freeMark(0, end >> 1), freeMark(end >> 1, end)];
      },
    ],
  ])('%s is worth far less than honest reading', (_, placesOf) => {
    expect(reader.score(everywhere(placesOf)).scaled['detection.signs']).toBeLessThan(honest / 3);
  });
});

describe('the oracle', () => {
  it('reaches the best of every criterion, with a queue too', () => {
    for (const { criteria } of PLAYED.oracle) {
      expect(criteria.map(({ id }) => id)).toContain('detection.queue');
      for (const { id, scaled } of criteria) expect([id, scaled]).toEqual([id, expect.closeTo(1, 12)]);
    }
  });
});

describe('the honest reader', () => {
  it('is deterministic, finds 70 % of the signs and marks 5 % of the other places', () => {
    const counts = READERS.map(({ made, reader }) => {
      const actions = reader.actionsOf('honest');
      expect(reader.actionsOf('honest')).toEqual(actions);
      const marks = actions.filter((action) => action.type === 'ad.marked');
      const shown = new Set(
        reader.judged.flatMap(({ ad, labels }) =>
          labels.filter(({ kind }) => kind === 'sign').map(({ at, indicator }) => `${ad} ${at} ${indicator}`),
        ),
      );
      const places = new Set(made.market.ads.flatMap((ad) => placesOfAd(ad).map((at) => `${ad.id} ${at}`)));
      const signPlaces = new Set([...shown].map((name) => name.split(' ').slice(0, 2).join(' ')));
      const found = marks.filter(({ ad, at, indicator }) => shown.has(`${ad} ${at} ${indicator}`)).length;
      return { found, shown: shown.size, wrong: marks.length - found, others: places.size - signPlaces.size };
    });
    const sum = (of: (count: (typeof counts)[number]) => number) =>
      counts.reduce((total, count) => total + of(count), 0);

    expect(sum(({ found }) => found) / sum(({ shown }) => shown)).toBeCloseTo(0.7, 1);
    expect(sum(({ wrong }) => wrong) / sum((count) => count.others)).toBeCloseTo(0.05, 2);
  });
});
