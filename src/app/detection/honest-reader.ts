import { briefAt, type Table } from '#app/reference/table.ts';
import { type AdKey, deriveKey } from '#core/detection/derive-key.ts';
import type { Certainty, DetectionAction, NextStep } from '#core/detection/play.ts';
import { certaintyThatPays } from '#core/detection/points.ts';
import type { DetectionBrief } from '#core/detection/schemas.ts';
import { type Band, bandOf } from '#core/indicators/bands.ts';
import { posterior } from '#core/indicators/weigh-evidence.ts';
import { type Rng, stream } from '#core/kernel/rng.ts';
import type { AdVersion } from '#core/market/market.ts';

/** Chances in a hundred to mark a sign that is there, and to mark what is none. */
const FINDS = 70;
const MISTAKES = 5;

/** How far its weight of an ad strays from the ideal one, as a standard deviation of its logarithm. */
const STRAYS = 0.7;

/** The first step that follows from each band. */
const STEP_AFTER: Readonly<Record<Band, NextStep>> = {
  none: 'keep',
  check: 'check-links',
  prioritise: 'preserve',
  urgent: 'welfare-contact',
};

/**
 * An honest reader of middling skill: finds seven signs of ten, takes one place of twenty for a sign that is none, weighs
 * each ad about as the ideal observer does, says how sure that makes it and takes the first step that follows. The same
 * market is always read alike; `certainty` makes a reader of equal skill who is always equally sure.
 */
export function readHonestly(table: Table, certainty?: Certainty): DetectionAction[] {
  const { truth, catalogue, prevalence } = table.answers;
  const rng = stream('honest reader', truth.seed);
  // A page on which something points to a child is a withheld card, so that nobody can mark such a sign.
  const named = [...catalogue.values()]
    .filter(({ kind, singleAd, group }) => kind === 'sign' && singleAd && group !== 'possible-minor')
    .map(({ id }) => id);
  const standing = new Map(table.material.market.ads.map((ad) => [ad.id, ad.versions.at(-1)]));
  const pressing: { readonly ad: string; readonly own: number }[] = [];
  const read = deriveKey(truth, catalogue, prevalence).flatMap((ad): DetectionAction[] => {
    if (ad.possibleMinor) return [{ type: 'card.escalated', ad: ad.ad }];
    const marks = [...findSigns(ad, rng), ...takeForSigns(ad, standing.get(ad.ad), named, rng)];
    const own = posterior(ad.ratio * Math.exp(STRAYS * aboutNormal(rng)), prevalence);
    const band = bandOf(own);
    const right = band === 'none' || band === 'check' ? 1 - own : own;
    const judged = { band, certainty: certainty ?? certaintyThatPays(right), next: STEP_AFTER[band] };
    pressing.push({ ad: ad.ad, own });
    return [...marks, { type: 'ad.judged', ad: ad.ad, ...judged }];
  });
  const { budget = 0 } = briefAt(table) as DetectionBrief;
  const queue = pressing.sort((a, b) => b.own - a.own).slice(0, budget);
  return [...read, ...queue.map(({ ad }, place): DetectionAction => ({ type: 'queue.placed', ad, place }))];
}

function findSigns({ ad, labels }: AdKey, rng: Rng): DetectionAction[] {
  return labels
    .filter(({ kind }) => kind === 'sign')
    .filter(() => rng.int(100) < FINDS)
    .map(({ at, indicator }) => ({ type: 'ad.marked', ad, at, indicator }));
}

/** Where something stands that looks like a sign it is named by that; elsewhere by any sign. */
function takeForSigns(
  { ad, labels }: AdKey,
  shown: AdVersion | undefined,
  named: readonly string[],
  rng: Rng,
): DetectionAction[] {
  const places = [
    ...(shown?.sentences ?? []).map((_, n) => `s${n + 1}`),
    ...Object.keys(shown?.fields ?? {}).map((name) => `f:${name}`),
  ];
  return places.flatMap((at): DetectionAction[] => {
    const here = labels.filter((label) => label.at === at);
    if (here.some(({ kind }) => kind === 'sign') || rng.int(100) >= MISTAKES) return [];
    const trap = here.find(({ kind }) => kind === 'trap')?.indicator;
    const indicator = trap ?? named[rng.int(named.length)];
    return indicator === undefined ? [] : [{ type: 'ad.marked', ad, at, indicator }];
  });
}

/** Twelve even draws, added and centred: near enough to a normal one with a deviation of 1, and never beyond 6. */
function aboutNormal(rng: Rng): number {
  const STEPS = 65_536;
  let sum = -6;
  for (let n = 0; n < 12; n++) sum += rng.int(STEPS) / STEPS;
  return sum;
}
