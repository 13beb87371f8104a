import type { DataCategory } from '#evidence/letters/model/letter.ts';
import { findAd, siteOf } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adsNamed } from './answer-letter.ts';
import type { AnsweredLetter } from './answers-to.ts';
import type { RequestDesk } from './desk.ts';

/**
 * One kind of data that the case needs and a company holds. `unasked`: no preservation request asked that company for
 * it. `gone`: it was asked for after it had been deleted. `refused`: each request that asked for it was refused for
 * another reason.
 */
export interface SecuredFact {
  readonly platform: string;
  readonly data: DataCategory;
  readonly outcome: 'kept' | 'unasked' | 'gone' | 'refused';
  /** Number of ads of the case at that company. */
  readonly of: number;
  /**
   * Those of them that no successful preservation request for this kind of data refers to; all of them if it is not
   * preserved.
   */
  readonly left: readonly string[];
}

interface WhatIsNeeded {
  readonly ads: readonly string[];
  readonly custodians: readonly string[];
  readonly data: readonly DataCategory[];
}

/** Outcome of each kind of data, company by company, and for which ads. */
export function securedFacts(
  { ads, custodians, data: needed }: WhatIsNeeded,
  { platforms }: RequestDesk,
  answered: readonly AnsweredLetter[],
  market: Market,
): SecuredFact[] {
  const preserving = answered.filter(({ letter }) => letter.kind === 'preservation');
  return platforms
    .filter(({ id }) => custodians.includes(id))
    .flatMap((platform) => {
      const here = ads.filter((id) => platform.sites.includes(siteOf(market, findAd(market, id)).id));
      const own = preserving.filter(({ letter }) => letter.to === platform.id);
      return needed
        .filter((data) => platform.holds.includes(data))
        .map((data): SecuredFact => {
          const keeping = own.filter(({ answer }) => answer.data.includes(data));
          const named = keeping.flatMap(({ letter }) => adsNamed(letter, platform, market));
          const left = here.filter((ad) => !named.includes(ad));
          return { platform: platform.id, data, outcome: outcomeOf(data, own, keeping), of: here.length, left };
        });
    });
}

function outcomeOf(
  data: DataCategory,
  own: readonly AnsweredLetter[],
  keeping: readonly AnsweredLetter[],
): SecuredFact['outcome'] {
  const asked = own.filter(({ letter }) => letter.data.includes(data));
  if (keeping.length > 0) return 'kept';
  if (asked.length === 0) return 'unasked';
  return asked.some(({ answer: { reasons } }) => reasons.includes('already-deleted')) ? 'gone' : 'refused';
}

/** Preserved share of a kind of data, from 0 to 1: by ads of the case at that company. */
export const shareKept = ({ outcome, of, left }: SecuredFact): number =>
  outcome === 'kept' && of > 0 ? (of - left.length) / of : 0;
