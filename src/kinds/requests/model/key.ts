import type { Channel, DataCategory, LetterKind, Office } from '#evidence/letters/model/letter.ts';
import type { LetterSubject } from '#evidence/letters/model/letter-subject.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import type { AnsweredLetter } from './answers-to.ts';
import type { ChannelStep } from './channels.ts';
import { lawOf, type RequestDesk, runsAds } from './desk.ts';

/** What the letters of a case have to name and to secure. */
export interface RequestsKey {
  /** The ads whose data are to be preserved. */
  readonly ads: readonly string[];
  readonly offences: readonly string[];
  /** Platforms that hold the data. */
  readonly custodians: readonly string[];
  readonly data: readonly DataCategory[];
  readonly letters: readonly LetterKind[];
  /** Data that each office has to order; data left out are ordered by the lowest office that may. */
  readonly orders?: Readonly<Partial<Record<Office, readonly DataCategory[]>>> | undefined;
  /** Channels that count for each step abroad; a step left out accepts every channel that leads there. */
  readonly channels?: Readonly<Partial<Record<ChannelStep, readonly Channel[]>>> | undefined;
  /** Words of this case for points of a letter, by name of the point; see `POINTS`. */
  readonly words?: Readonly<Partial<Record<string, readonly string[]>>> | undefined;
}

/** True if the case needs a letter that has data handed over. */
export const needsOrder = ({ letters }: Pick<RequestsKey, 'letters'>): boolean =>
  letters.some((kind) => kind === 'order' || kind === 'assistance');

/**
 * What the letters have to refer to, as the case knows it: its ads, accounts and addresses. With `to`, the data, the
 * language and the period are those of that holder.
 */
export function subjectOf(key: RequestsKey, desk: RequestDesk, market: Market, to?: string): LetterSubject {
  const accounts = key.ads.flatMap((id) => findAd(market, id)?.account ?? []);
  const all = desk.platforms.filter(({ id }) => key.custodians.includes(id));
  const holders = all.some(({ id }) => id === to) ? all.filter(({ id }) => id === to) : all;
  const [holder] = holders;
  const language = desk.states.find(({ id }) => id === holder?.state)?.language;
  const posted = key.ads.flatMap((id) => findAd(market, id)?.postedAt ?? []).sort();
  const [first, last] = [posted[0], posted.at(-1)];
  return {
    ads: key.ads,
    accounts: [...new Set(accounts)],
    urls: key.ads.map((id) => adUrl(market, id)),
    offences: key.offences,
    custodians: key.custodians,
    data: key.data.filter((data) => holders.some(({ holds }) => holds.includes(data))),
    law: lawOf(desk),
    runsAds: runsAds(desk, to),
    ...(key.words && { words: key.words }),
    ...(first !== undefined && last !== undefined && { posted: { first, last } }),
    ...(holder && {
      intent: holder.state === desk.home ? ('order' as const) : ('assistance' as const),
      longestDays: Math.max(...holders.map(({ longestDays }) => longestDays)),
    }),
    ...(language !== undefined && { language }),
  };
}

/** What the case says about one letter: about the data of its receiver, and when it was sent. */
export type SubjectOfLetter = (sent: Pick<AnsweredLetter, 'letter' | 'sentAt'>) => LetterSubject;

export function subjectOfLetter(key: RequestsKey, desk: RequestDesk, market: Market): SubjectOfLetter {
  const known = new Map<string, LetterSubject>();
  return ({ letter: { to }, sentAt }) => {
    const subject = known.get(to) ?? subjectOf(key, desk, market, to);
    known.set(to, subject);
    return { ...subject, sentAt };
  };
}
