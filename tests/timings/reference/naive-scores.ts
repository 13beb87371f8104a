import { normalQuantile } from '#kernel/model/statistics/signal-detection.ts';
import type { AdKey } from '#kinds/detection/model/derive-key.ts';
import type { DetectionResponse, Judgement, Mark } from '#kinds/detection/model/play.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import type { Market } from '#market/ads/model/market.ts';

/** Lookup tables of a market, built once before scoring attempts one by one. */
export interface NaiveKey {
  readonly ads: readonly AdKey[];
  readonly sentences: ReadonlyMap<string, readonly string[]>;
  readonly fields: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly indicators: ReadonlySet<string>;
}

export function naiveKey(key: readonly AdKey[], market: Market, indicators: Iterable<string>): NaiveKey {
  const standing = market.ads.map((ad) => [ad.id, ad.versions.at(-1)] as const);
  return {
    ads: key.filter((ad) => !ad.possibleMinor),
    sentences: new Map(standing.map(([id, shown]) => [id, shown?.sentences ?? []])),
    fields: new Map(standing.map(([id, shown]) => [id, shown?.fields ?? {}])),
    indicators: new Set(indicators),
  };
}

const BANDS = ['none', 'check', 'prioritise', 'urgent'];
const PROBABILITIES = [0.055, 0.175, 0.365, 0.745];
const POINTS = { 1: [1, 0], 2: [2, -2], 3: [3, -6] } as const;

/** The scores of one attempt by the straightforward implementation: objects, and repeated filtering of lists. */
export function naiveScores(response: DetectionResponse, key: NaiveKey): number[] {
  const answers = key.ads.map((ad) => {
    const judgement: Judgement = response.judgements[ad.ad] ?? { band: 'none', certainty: 1 };
    const looks = judgement.next === undefined || ['check-links', 'ask-records'].includes(judgement.next);
    const band = judgement.band === 'unknown' ? (looks ? 'check' : 'none') : judgement.band;
    return {
      ad,
      band: BANDS.indexOf(band),
      certainty: judgement.certainty,
      judged: ad.ad in response.judgements,
      controlled: isSought(ad.control),
      flagged: band === 'prioritise' || band === 'urgent',
      right: ad.acceptable.some((one) => one === band),
    };
  });
  const knowable = answers.filter(({ ad }) => !ad.notKnowable);
  const cost = knowable
    .filter(({ right }) => !right)
    .reduce((sum, { controlled, flagged }) => sum + (controlled ? 5 : flagged ? 1 : 0), 0);
  const points = certainty(knowable);
  const count = (controlled: boolean, flagged: boolean) =>
    answers.filter((answer) => answer.controlled === controlled && answer.flagged === flagged).length;
  const [hits, misses, falseAlarms, left] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const z = (part: number, of: number) => normalQuantile((part + 0.5) / (of + 1));
  const [zHit, zFalse] = [z(hits, hits + misses), z(falseAlarms, falseAlarms + left)];
  return [
    cost,
    signs(response, answers, key),
    kappa(knowable.map(({ ad, band }) => [band, nearest(ad, band)])),
    points,
    hits / (hits + misses),
    left / (left + falseAlarms),
    zHit - zFalse,
    (zHit + zFalse) / -2,
    brier(
      answers
        .filter(({ judged }) => judged)
        .map(({ band, controlled }) => [PROBABILITIES[band] ?? 0, Number(controlled)]),
    ),
    Math.max(
      ...['languages', 'origin', 'gender'].map((label) =>
        gap(answers, (ad) => key.fields.get(ad)?.[label]?.split(', ')[0] ?? ''),
      ),
    ),
  ];
}

/** Points of each judged ad, less the mean that the best certainty has which gives its answer to every ad alike. */
function certainty(
  knowable: readonly (Answer & { readonly judged: boolean; readonly certainty: 1 | 2 | 3 })[],
): number {
  const worth = (sure: 1 | 2 | 3, isRight: boolean) => POINTS[sure][isRight ? 0 : 1];
  const blindly = (flagged: boolean) =>
    Math.max(
      ...([1, 2, 3] as const).map(
        (sure) =>
          knowable.reduce((sum, { controlled }) => sum + worth(sure, controlled === flagged), 0) / knowable.length,
      ),
    );
  const par = { flag: blindly(true), leave: blindly(false) };
  return knowable
    .filter(({ judged }) => judged)
    .reduce(
      (sum, { controlled, flagged, certainty: sure }) =>
        sum + worth(sure, controlled === flagged) - (flagged ? par.flag : par.leave),
      0,
    );
}

interface Answer {
  readonly ad: AdKey;
  readonly controlled: boolean;
  readonly flagged: boolean;
}

function signs({ marks }: DetectionResponse, answers: readonly Answer[], key: NaiveKey): number {
  let [right, given, found, wanted, penalty] = [0, 0, 0, 0, 0];
  for (const { ad, controlled, flagged } of answers) {
    const sentences = key.sentences.get(ad.ad) ?? [];
    const own = marks.filter((mark) => mark.ad === ad.ad && key.indicators.has(mark.indicator));
    const byName = new Set<number>();
    const otherwise = new Set<number>();
    const places = own.length === 0 ? [] : ad.labels.map((label) => place(label.at, sentences));
    const verdicts = own.map((mark) => {
      const marked = place(mark.at, sentences);
      const near = ad.labels
        .map((label, n) => ({ label, n, common: overlap(marked, places[n] as Place) }))
        .filter(({ common }) => common > 0)
        .sort((a, b) => b.common - a.common);
      const named = near.find(({ label }) => label.indicator === mark.indicator);
      if (named) {
        if (byName.has(named.n)) return 'again';
        byName.add(named.n);
        return named.label.kind;
      }
      const other = near.find(({ label }) => label.kind === 'sign');
      if (!other || otherwise.has(other.n)) return 'wrong';
      otherwise.add(other.n);
      return 'half';
    });
    const of = (verdict: string) => verdicts.filter((one) => one === verdict).length;
    right += of('sign') + of('half') / 2;
    given += of('sign') + of('half') + of('wrong') + of('trap');
    const sole = flagged && verdicts.every((one) => one === 'trap' || one === 'again');
    penalty += of('trap') * (sole ? 2 : 1);
    if (!controlled || ad.notKnowable) continue;
    ad.labels.forEach((label, n) => {
      if (label.kind !== 'sign') return;
      wanted += 1;
      found += byName.has(n) ? 1 : otherwise.has(n) ? 0.5 : 0;
    });
  }
  const precision = given > 0 ? right / given : Number(wanted === 0);
  const recall = wanted > 0 ? found / wanted : 1;
  const f = precision + recall > 0 ? (1.25 * precision * recall) / (0.25 * precision + recall) : 0;
  return f - penalty / Math.max(1, wanted);
}

type Place = readonly [from: number, to: number, where: string];

/** A place as characters of the text, or as a field or record of that name. */
function place(at: Mark['at'], sentences: readonly string[]): Place {
  if (at.startsWith('t:')) {
    const [from = 0, to = 0] = at.slice(2).split('-').map(Number);
    return [from, Math.min(to, sentences.join(' ').length), 'text'];
  }
  if (!at.startsWith('s')) return [0, 100, at];
  const number = Number(at.slice(1));
  const before = sentences.slice(0, number - 1).reduce((sum, sentence) => sum + sentence.length + 1, 0);
  return [before, before + (sentences[number - 1] ?? '').length, 'text'];
}

function overlap([from, to, where]: Place, [signFrom, signTo, signWhere]: Place): number {
  if (where !== signWhere) return 0;
  const common = Math.min(to, signTo) - Math.max(from, signFrom);
  const isEnough = common / (to - from) >= 0.5 && common >= Math.min(8, signTo - signFrom);
  return isEnough ? common : 0;
}

function nearest(ad: AdKey, band: number): number {
  const places = ad.acceptable.map((one) => BANDS.indexOf(one));
  return places.toSorted((a, b) => Math.abs(a - band) - Math.abs(b - band))[0] ?? 0;
}

/** Weighted kappa by its definition: disagreement seen over disagreement by chance. */
function kappa(pairs: readonly (readonly [number, number])[]): number {
  const share = (side: 0 | 1, band: number) => pairs.filter((pair) => pair[side] === band).length / pairs.length;
  const observed = pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0) / pairs.length;
  let expected = 0;
  for (let a = 0; a < 4; a++) for (let b = 0; b < 4; b++) expected += (a - b) ** 2 * share(0, a) * share(1, b);
  return expected === 0 ? Number(observed === 0) : 1 - observed / expected;
}

function brier(told: readonly (readonly [probability: number, truth: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const share = mean(told.map(([, truth]) => truth));
  return share > 0 && share < 1
    ? 1 - mean(told.map(([probability, truth]) => (probability - truth) ** 2)) / (share * (1 - share))
    : Number.NaN;
}

function gap(answers: readonly Answer[], groupOf: (ad: string) => string): number {
  const others = answers.filter(({ controlled }) => !controlled);
  const share = (ads: readonly Answer[]) => ads.filter(({ flagged }) => flagged).length / ads.length;
  const groups = [...new Set(others.map(({ ad }) => groupOf(ad.ad)))]
    .filter((name) => name !== '')
    .map((name) => others.filter(({ ad }) => groupOf(ad.ad) === name))
    .filter(({ length }) => length >= 5);
  return Math.max(0, ...groups.map((group) => Math.abs(share(group) - share(others))));
}
