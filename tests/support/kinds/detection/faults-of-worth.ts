import type { Ad, Market } from '#market/ads/model/market.ts';
import { haveOneText, type ReadMarket, required } from './read-market.ts';

/** What single signs and the page are said to be worth. */
export interface SaidOfWorth {
  readonly ad: string;
  readonly page: readonly string[];
  /** By indicator: the word for its strength, and the sentence with the number. */
  readonly signs: readonly { readonly indicator: string; readonly word: string; readonly sentence: string }[];
  /** Names of indicators, as the page lists them. */
  readonly names: Readonly<Record<string, string>>;
}

const BORDERS = { weak: [1, 2], moderate: [2, 5], strong: [5, Number.POSITIVE_INFINITY] } as const;

/** What is wrong with what is said of the worth of an ad's page and signs. */
export function faultsOfWorth(read: ReadMarket, { ad, page, signs, names }: SaidOfWorth): string[] {
  const { truth, prevalence } = read;
  const faults: string[] = [];
  const one = required(truth.ads.find((other) => other.ad === ad));
  const onPage = one.labels.filter(({ at }) => !at.startsWith('r:'));
  const shown = new Set(onPage.flatMap(({ kind, indicator }) => (kind === 'sign' ? [indicator] : [])));
  const hasSign = shown.size > 0;
  const ratio = hasSign ? one.pageRatio : Math.min(1, one.pageRatio);
  const all = page.join(' ');

  const times = timesIn(page.find((sentence) => sentence.startsWith('All that the page shows')) ?? '');
  const isUnsigned = /^The page shows no sign/.test(all);
  if (isUnsigned && (hasSign || ratio !== 1)) faults.push('the page is said to show no sign and to tell nothing');
  if (!isUnsigned && !agrees(times, ratio)) faults.push(`the page is worth ${ratio}, and it says: ${all}`);
  const [, before] = /Of 100 ads in markets like this one ([\d.]+) are/.exec(all) ?? [];
  const [, bound, after] = /Of 100 ads with such a page it is (more than |fewer than )?([\d.]+)\./.exec(all) ?? [];
  if (Math.abs(Number(before) - prevalence * 100) > 0.5)
    faults.push(`base rate ${before} instead of ${prevalence * 100}`);
  const odds = (ratio * prevalence) / (1 - prevalence);
  const exact = (100 * odds) / (1 + odds);
  const isAfter =
    bound === 'more than '
      ? after === '99' && exact > 99
      : bound === 'fewer than '
        ? after === '1' && exact < 1
        : Math.abs(Number(after) - exact) <= 0.5 && after !== '0' && after !== '100';
  if (!isUnsigned && !isAfter) faults.push(`${bound ?? ''}${after} in 100 instead of ${exact}`);
  if (/less than twice|hardly|much|a little/.test(all)) faults.push(`a loose word: ${all}`);

  const isSought = ['controlled', 'deceptive'].includes(one.control);
  const isRare = !isUnsigned && isSought && (bound === 'fewer than ' || Number(after) < Number(before));
  if (page.includes('This ad is one of them.') !== isRare) faults.push('whether the ad is one of the few is wrong');
  faults.push(...wrongSigns(all, isSought ? new Set() : shown, truth.weights, names), ...wrongTies(read, ad, all));

  for (const { indicator, word, sentence } of signs) {
    const measured = truth.weights[indicator];
    if (measured === undefined) {
      faults.push(`${indicator} is weighed and was not measured`);
      continue;
    }
    if (!agrees(timesIn(sentence), measured)) faults.push(`${indicator} is worth ${measured}: ${sentence}`);
    const said = timesIn(sentence)?.n ?? 1;
    const [from, to] = BORDERS[word as keyof typeof BORDERS] ?? [0, 0];
    const whole = Math.max(measured, 1 / measured);
    if (said < from || said >= to || whole < from || whole >= to)
      faults.push(`${indicator} is called ${word} beside ${said} times (${measured})`);
  }
  return faults;
}

/** What is wrong with the list of signs on the page of an ad that is not sought. */
function wrongSigns(
  all: string,
  shown: ReadonlySet<string>,
  weights: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>>,
): string[] {
  const measured = [...shown].filter((id) => weights[id] !== undefined);
  const [, , list = ''] =
    /The page shows (this sign|these signs), although [^:]+: (.+?\))\. (?:Each|It) can have/.exec(all) ?? [];
  const told = list === '' ? [] : list.split('; ');
  const faults: string[] = [];
  if (told.length !== measured.length) faults.push(`${told.length} signs are listed, and the page shows ${measured}`);
  for (const id of measured) {
    const name = required(names[id]);
    const said = told.find((one) => one.startsWith(`${name} (`))?.slice(name.length);
    const n = Number(/([\d.,]+) times/.exec(said ?? '')?.[1]?.replaceAll(',', ''));
    const isMore = /among (?:controlled ads|ads of recruiters who deceive)/.test(said ?? '');
    if (said === undefined) faults.push(`${id} is not among the signs of the page`);
    else if (!agrees(Number.isNaN(n) ? undefined : { n, isMore }, weights[id] as number))
      faults.push(`${id} is worth ${weights[id]}: ${said}`);
  }
  return faults;
}

/** What is wrong with the pages that are said to be weighed together with that of an ad. */
function wrongTies({ market, truth }: ReadMarket, ad: string, all: string): string[] {
  const [, list] = /The page is weighed together with [^:]+: ([^.]+)\./.exec(all) ?? [];
  const said = list?.split(', ') ?? [];
  // All ads begin alone; whoever shares a label joins the group with the lower number, until nothing changes.
  const open = truth.ads.filter(({ possibleMinor }) => !possibleMinor);
  const group = new Map(open.map((one, n) => [one.ad, n]));
  const pairs = open.flatMap(({ ad: one, labels }) =>
    labels.flatMap(({ at, peers }) =>
      at.startsWith('r:') ? [] : peers.filter((peer) => group.has(peer)).map((peer) => [one, peer] as const),
    ),
  );
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const pair of pairs) {
      const least = Math.min(...pair.map((one) => group.get(one) as number));
      for (const one of pair) hasChanged ||= group.get(one) !== least;
      for (const one of pair) group.set(one, least);
    }
  }
  const tied = open.filter((one) => one.ad !== ad && group.get(one.ad) === group.get(ad)).map((one) => one.ad);
  const faults = said.toSorted().join() === tied.toSorted().join() ? [] : [`weighed with ${tied}, and it says ${said}`];
  for (const other of said)
    if (![ad, ...said].some((one) => one !== other && doShare(market, one, other)))
      faults.push(`${other} shares nothing visible with the pages that are weighed with it`);
  return faults;
}

const SHARED_FIELDS = ['phone', 'picture', 'room', 'account', 'payment'] as const;

/** True if two ads have a number in one field in common, such as that of a room or of a mark in a picture, or one text. */
function doShare(market: Market, a: string, b: string): boolean {
  const [first, second] = [a, b].map((id) => required(market.ads.find((ad) => ad.id === id))) as [Ad, Ad];
  const numbersOf = (ad: Ad, field: string): readonly string[] => {
    const value = (ad.versions.at(-1)?.fields as Readonly<Record<string, string>> | undefined)?.[field] ?? '';
    return (field === 'phone' ? value.replaceAll(/\D/g, '') : value).match(/\d{4,}/g) ?? [];
  };
  return (
    SHARED_FIELDS.some((field) => numbersOf(first, field).some((one) => numbersOf(second, field).includes(one))) ||
    haveOneText(first, second)
  );
}

/** The number of times in a sentence, and the side on which something is more common. */
interface Times {
  readonly n: number;
  readonly isMore: boolean;
  /** True for "more than" so many. */
  readonly isLeast?: boolean;
}

function timesIn(sentence: string): Times | undefined {
  const [, least, n] = /(more than )?([\d.,]+) times as common/.exec(sentence) ?? [];
  if (n === undefined) return undefined;
  return {
    n: Number(n.replaceAll(',', '')),
    isMore: !/times as common among other ads/.test(sentence),
    isLeast: least !== undefined,
  };
}

function agrees(times: Times | undefined, ratio: number): boolean {
  const exact = Math.max(ratio, 1 / ratio);
  if (!times) return exact < 1.15;
  if (times.isMore !== ratio > 1) return false;
  if (times.isLeast) return times.n === 1000 && exact > 1000;
  return exact <= 1050 && Math.abs(times.n - exact) <= Math.max(0.05, exact * 0.05);
}
