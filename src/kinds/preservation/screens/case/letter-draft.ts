import { emptyLetter, type Letter, MAX_DAYS } from '#evidence/letters/model/letter.ts';
import { isInstant } from '#kernel/model/instant.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';

/** A request to keep data as its form holds it: lists as lines of text, the period as written. */
export interface LetterDraft {
  readonly letter: Letter;
  readonly ads: string;
  readonly accounts: string;
  readonly urls: string;
  readonly days: string;
}

export const emptyDraft = (): LetterDraft => ({
  letter: emptyLetter('preservation'),
  ads: '',
  accounts: '',
  urls: '',
  days: '',
});

export type LetterProblem = 'field.moment' | 'field.number';

/** What keeps a letter from going out: the form of a time and of the period. A letter may leave anything out. */
export function letterProblems({
  letter,
  days,
}: LetterDraft): Partial<Record<'from' | 'until' | 'days', LetterProblem>> {
  const isMoment = (text: string) => text === '' || isInstant(text);
  return {
    ...(!isMoment(letter.from) && { from: 'field.moment' }),
    ...(!isMoment(letter.until) && { until: 'field.moment' }),
    ...(!isPeriod(days.trim()) && { days: 'field.number' }),
  };
}

const isPeriod = (days: string) => /^\d{0,4}$/.test(days) && Number(days) <= MAX_DAYS;

/** The letter as it goes out. */
export function letterOf({ letter, ads, accounts, urls, days }: LetterDraft): Letter {
  return {
    ...letter,
    ads: linesOf(ads),
    accounts: linesOf(accounts),
    urls: linesOf(urls),
    days: Number(days.trim()),
  };
}

/** The draft with ads, accounts and addresses of what is kept, and nothing of anything else. */
export function withKept(draft: LetterDraft, market: Market, kept: readonly string[]): LetterDraft {
  const ads = [...new Set(kept)];
  const accounts = [...new Set(ads.flatMap((ad) => findAd(market, ad)?.account ?? []))];
  return {
    ...draft,
    ads: ads.join('\n'),
    accounts: accounts.join('\n'),
    urls: ads.map((ad) => adUrl(market, ad)).join('\n'),
  };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
