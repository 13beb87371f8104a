import type { Table } from '#case/reference-players/use-cases/table.ts';
import { type Rng, stream } from '#kernel/model/rng.ts';
import { type AdKey, deriveKey } from '#kinds/detection/model/derive-key.ts';
import { DETECTION } from '#kinds/detection/model/kind.ts';
import type { Certainty, DetectionAction, NextStep } from '#kinds/detection/model/play.ts';
import { certaintyThatPays } from '#kinds/detection/model/points.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { placesOfAd } from '#market/ads/model/page-places.ts';
import { type Band, bandOf } from '#market/signs/model/bands.ts';
import { posterior } from '#market/signs/model/weigh-evidence.ts';

/** Percent chance of marking a sign that is there, and of marking a place that shows none. */
const HIT_PERCENT = 70;
const FALSE_ALARM_PERCENT = 5;

/** Standard deviation of the log of the reader's likelihood ratio around the ideal one. */
const LOG_RATIO_DEVIATION = 0.7;

/** The first step that follows from each band. */
const STEP_AFTER: Readonly<Record<Band, NextStep>> = {
  none: 'keep',
  check: 'check-links',
  prioritise: 'preserve',
  urgent: 'welfare-contact',
};

/**
 * An honest reader of medium skill: finds 70 % of the signs, marks 5 % of the places without one, weighs each ad
 * approximately as the ideal observer does, reports the certainty that follows and takes the next step of the band.
 * Deterministic for a market; with `certainty`, a reader of equal skill who always reports the same certainty.
 */
export function readHonestly(table: Table, certainty?: Certainty): DetectionAction[] {
  const { truth, catalogue, prevalence } = table.answers;
  const rng = stream('honest reader', truth.seed);
  // A page on which something points to a child is a withheld card, so that nobody can mark such a sign.
  const named = [...catalogue.values()]
    .filter(({ kind, singleAd, group }) => kind === 'sign' && singleAd && group !== 'possible-minor')
    .map(({ id }) => id);
  const ads = new Map(table.material.market.ads.map((ad) => [ad.id, ad]));
  const pressing: { readonly ad: string; readonly own: number }[] = [];
  const read = deriveKey(truth, prevalence).flatMap((ad): DetectionAction[] => {
    if (ad.possibleMinor) return [{ type: 'card.escalated', ad: ad.ad }];
    const marks = [...findSigns(ad, rng), ...takeForSigns(ad, ads.get(ad.ad), named, rng)];
    const own = posterior(ad.ratio * Math.exp(LOG_RATIO_DEVIATION * roughlyNormal(rng)), prevalence);
    const band = bandOf(own);
    const right = band === 'none' || band === 'check' ? 1 - own : own;
    const judged = { band, certainty: certainty ?? certaintyThatPays(right), next: STEP_AFTER[band] };
    pressing.push({ ad: ad.ad, own });
    return [...marks, { type: 'ad.judged', ad: ad.ad, ...judged }];
  });
  const { budget = 0 } = DETECTION.briefOf(table.material.scenario, table.attempt.state);
  const queue = pressing.sort((a, b) => b.own - a.own).slice(0, budget);
  return [...read, ...queue.map(({ ad }, place): DetectionAction => ({ type: 'queue.placed', ad, place }))];
}

function findSigns({ ad, labels }: AdKey, rng: Rng): DetectionAction[] {
  return labels
    .filter(({ kind }) => kind === 'sign')
    .filter(() => rng.int(100) < HIT_PERCENT)
    .map(({ at, indicator }) => ({ type: 'ad.marked', ad, at, indicator }));
}

/** False marks: at a trap the sign that it resembles, elsewhere a random sign. */
function takeForSigns(
  { ad, labels }: AdKey,
  shown: Ad | undefined,
  named: readonly string[],
  rng: Rng,
): DetectionAction[] {
  return (shown ? placesOfAd(shown) : []).flatMap((at): DetectionAction[] => {
    const here = labels.filter((label) => label.at === at);
    if (here.some(({ kind }) => kind === 'sign') || rng.int(100) >= FALSE_ALARM_PERCENT) return [];
    const trap = here.find(({ kind }) => kind === 'trap')?.indicator;
    const indicator = trap ?? named[rng.int(named.length)];
    return indicator === undefined ? [] : [{ type: 'ad.marked', ad, at, indicator }];
  });
}

/** Approximate standard normal draw: the sum of twelve uniform draws, minus 6; always within ±6. */
function roughlyNormal(rng: Rng): number {
  const STEPS = 65_536;
  let sum = -6;
  for (let n = 0; n < 12; n++) sum += rng.int(STEPS) / STEPS;
  return sum;
}
