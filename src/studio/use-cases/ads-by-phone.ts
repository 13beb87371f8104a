import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import type { PlayableDraft } from '#studio/use-cases/checking/check-draft.ts';

/** The ads with one phone number, which an author chooses by the first of them. */
export interface PhoneAds {
  readonly ad: string;
  readonly title: string;
  /** All of them, that one among them. */
  readonly all: readonly string[];
}

/** One entry for each phone number that ads of the market show; numbers with most ads first. */
export function adsByPhone({ parts }: PlayableDraft): readonly PhoneAds[] {
  const { market } = parts[PUBLIC_PART] as PublicPart;
  const seen = new Set<string>();
  return market.ads
    .flatMap(({ id, title }): readonly PhoneAds[] => {
      if (seen.has(id)) return [];
      const sharing = adsSharingPhone(market, id);
      for (const other of sharing) seen.add(other);
      return sharing.length === 0 ? [] : [{ ad: id, title, all: sharing }];
    })
    .toSorted((a, b) => b.all.length - a.all.length);
}
