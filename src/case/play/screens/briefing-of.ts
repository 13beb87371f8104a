import type { Kinds } from '#case/exercise/model/kinds.ts';
import { readsMarket } from '#case/language/model/reads-market.ts';
import { scoredParts } from '#case/language/model/scored-parts.ts';
import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { cardOf } from '#market/ads/model/card-profile.ts';
import type { Market } from '#market/ads/model/market.ts';
import { caseLanguages } from './case-languages.ts';
import { playedRoles } from './played-roles.ts';
import { sayScored } from './say-scored.ts';

/** What a briefing needs of a case. */
export type BriefedCase = Pick<
  LoadedCase,
  'source' | 'scenario' | 'scenes' | 'translations' | 'minutes' | 'profile'
> & {
  readonly kinds: Pick<Kinds, 'plays'>;
  readonly market: Pick<Market, 'sites'>;
};

/** What the island of a case is given by the page that it stands on. */
export function briefingOf(loaded: BriefedCase, kinds: Pick<Kinds, 'aboutWords'>) {
  const { id, summary, contentLevel, stages } = loaded.source;
  return {
    id,
    summary,
    contentLevel,
    readsMarket: readsMarket(loaded),
    minutes: loaded.minutes,
    roles: playedRoles(loaded),
    languages: caseLanguages(loaded),
    stages,
    profile: cardOf(loaded.profile, loaded.market.sites),
    ...sayScored(scoredParts(loaded), kinds),
  };
}
