/** Measures the accuracy of each way of judging ads over whole markets. */

import { stream } from '#kernel/model/rng.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { indicatorsAt } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type DrawnMarket, typeAt } from '#market/generator/model/drawn-market.ts';
import { ratiosOf } from '#market/generator/model/truth-at.ts';
import { type Ratios, weighEvidence } from '#market/signs/model/weigh-evidence.ts';

import { measuredMarket } from './measuring.ts';

const SEEDS = 50;

/** Number of bootstrap resamples of actors for an interval. */
const RESAMPLES = 200;

/** Ways of judging an ad: counting its signs, weighing its signs, weighing all evidence that checks can reach. */
export const WAYS = ['counting', 'oneAd', 'allChecks'] as const;
type Way = (typeof WAYS)[number];

/** Ten signs from lists of red flags that a visitor can see on a single ad for services. */
export const CLASSIC_SIGNS = [
  'third-person-voice',
  'no-limits-offer',
  'ethnicity-selling-point',
  'trust-assurance-wording',
  'language-mismatch',
  'persona-inconsistency',
  'obscured-phone',
  'price-below-market',
  'always-available',
  'confined-location',
] as const;

const HOW_MANY = ['none', 'one', 'two', 'more'] as const;
type BySigns = Readonly<Record<(typeof HOW_MANY)[number], number>>;

/** Percent of ads with none, one, two, three or more of ten signs. @see Giommoni and Ikwu, 2021 (GI21, abstract). */
const STUDY: BySigns = { none: 19, one: 58, two: 21, more: 2 };

export type JudgedAd = Readonly<Record<Way, number>> & {
  readonly type: ActorType;
  /** Number of the actor, unique over the markets. */
  readonly actor: number;
  readonly classic: number;
};

/** An area under the ROC curve with its 95 % interval over resamples of actors. */
interface Area {
  readonly area: number;
  readonly from: number;
  readonly to: number;
}
type Areas = Readonly<Record<Way, Area>> & { readonly ads: number };

export interface ProfileFigures {
  readonly controlled: number;
  /** Controlled ads against all others, and against each type of actor. */
  readonly against: Readonly<Record<string, Areas>>;
  /** Percent of ads with 0, 1, 2, 3 or more classic signs, and the total variation distance from the study. */
  readonly signsPerAd: { readonly found: BySigns; readonly study: BySigns; readonly distance: number };
}

export interface Figures {
  readonly generatorVersion: number;
  readonly seeds: number;
  readonly profiles: Readonly<Record<string, ProfileFigures>>;
}

/** All open ads of fifty markets of a profile, judged in each way. */
export function judgedAds(profile: MarketProfile, library: Library): JudgedAd[] {
  const judged: JudgedAd[] = [];
  let actors = 0;
  for (let n = 0; n < SEEDS; n++) {
    const drawn = drawMarket(measuredMarket(library, profile, `figures-${n}`));
    judged.push(...judgedMarket(drawn, actors));
    actors += drawn.districts.reduce((sum, district) => sum + district.actors.length, 0);
  }
  return judged;
}

/** All open ads of one market, judged in each way; its actors are numbered from `actors`. */
export function judgedMarket(drawn: DrawnMarket, actors = 0): JudgedAd[] {
  const ratios = ratiosOf(drawn);
  return Array.from({ length: drawn.size }, (_, at) => at)
    .filter((at) => drawn.columns.withheld[at] === 0)
    .map((at) => judge(drawn, at, actors, ratios));
}

function judge(drawn: DrawnMarket, at: number, actors: number, ratios: Ratios): JudgedAd {
  const { catalogue } = drawn.order;
  const all = [...indicatorsAt(drawn, at)];
  const seen = all.filter((id) => catalogue.get(id)?.singleAd);
  return {
    type: typeAt(drawn.columns, at),
    actor: actors + (drawn.columns.actor[at] as number),
    counting: seen.filter((id) => catalogue.get(id)?.kind === 'sign').length,
    oneAd: weighEvidence(seen, catalogue, ratios),
    allChecks: weighEvidence(all, catalogue, ratios),
    classic: CLASSIC_SIGNS.filter((id) => all.includes(id)).length,
  };
}

function figuresOfProfile(profile: MarketProfile, library: Library): ProfileFigures {
  const ads = judgedAds(profile, library);
  const controlled = ads.filter(({ type }) => type === 'controlled');
  const others = ads.filter(({ type }) => type !== 'controlled');
  const times = resampled(ads);
  const against = (rest: readonly JudgedAd[]): Areas => {
    const areas = WAYS.map((way) => [way, areaOf(controlled, rest, way, times)] as const);
    return { ads: rest.length, ...(Object.fromEntries(areas) as Record<Way, Area>) };
  };
  const types = [...new Set(others.map(({ type }) => type))].sort();
  return {
    controlled: controlled.length,
    against: {
      all: against(others),
      ...Object.fromEntries(types.map((type) => [type, against(others.filter((ad) => ad.type === type))])),
    },
    signsPerAd: signsPerAd(ads),
  };
}

/**
 * For each resample, how often each actor is drawn. Draws with replacement, keeping the number of actors of each type.
 */
function resampled(ads: readonly JudgedAd[]): Uint16Array[] {
  const rng = stream('figures', 'actors');
  const groups = new Map<ActorType, Set<number>>();
  for (const { type, actor } of ads) groups.set(type, (groups.get(type) ?? new Set()).add(actor));
  const actors = [...groups.values()].map((group) => [...group]);
  const most = Math.max(...actors.flat());
  return Array.from({ length: RESAMPLES }, () => {
    const times = new Uint16Array(most + 1);
    for (const group of actors) for (const _ of group) (times[group[rng.int(group.length)] as number] as number) += 1;
    return times;
  });
}

function areaOf(mine: readonly JudgedAd[], rest: readonly JudgedAd[], way: Way, times: readonly Uint16Array[]): Area {
  const sorted = [...mine, ...rest].sort((a, b) => a[way] - b[way]);
  const worth = Float64Array.from(sorted, (ad) => ad[way]);
  const actor = Uint32Array.from(sorted, (ad) => ad.actor);
  const isMine = Uint8Array.from(sorted, (ad) => Number(ad.type === 'controlled'));
  const areas = times
    .map((drawn) => weighedArea(worth, isMine, (n) => drawn[actor[n] as number] as number))
    .sort((a, b) => a - b);
  const tail = Math.floor(RESAMPLES * 0.025);
  return {
    area: rounded(weighedArea(worth, isMine, () => 1)),
    from: rounded(areas[tail] as number),
    to: rounded(areas[RESAMPLES - 1 - tail] as number),
  };
}

/** Weighted area under the ROC curve of `isMine` against the rest; ties count half, each ad counts `timesOf` times. */
function weighedArea(worth: Float64Array, isMine: Uint8Array, timesOf: (n: number) => number): number {
  let [pairs, all, below] = [0, 0, 0];
  for (let from = 0; from < worth.length; ) {
    let [mine, rest, to] = [0, 0, from];
    for (; to < worth.length && worth[to] === worth[from]; to++) {
      if (isMine[to] === 1) mine += timesOf(to);
      else rest += timesOf(to);
    }
    pairs += mine * (below + rest / 2);
    all += mine;
    below += rest;
    from = to;
  }
  return pairs / (all * below);
}

function signsPerAd(ads: readonly JudgedAd[]): ProfileFigures['signsPerAd'] {
  const shares = HOW_MANY.map((name, signs) => {
    const count = ads.filter(({ classic }) => Math.min(3, classic) === signs).length;
    return [name, Math.round((count / ads.length) * 1000) / 10] as const;
  });
  const found = Object.fromEntries(shares) as BySigns;
  const distance = HOW_MANY.reduce((sum, name) => sum + Math.abs(STUDY[name] - found[name]), 0) / 2;
  return { found, study: STUDY, distance: Math.round(distance * 10) / 10 };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The figures of the current generator and weights, for every profile of services. */
export function figuresOf(library: Library): Figures {
  const services = [...library.profiles.values()].filter(({ family }) => family === 'services');
  const profiles = Object.fromEntries(services.map((profile) => [profile.id, figuresOfProfile(profile, library)]));
  return { generatorVersion: GENERATOR_VERSION, seeds: SEEDS, profiles };
}
