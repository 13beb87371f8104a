import type { MarketProfile } from './schemas.ts';

/** What the market card of a case tells a trainee; it leaves out the shares of actors. */
export type CardProfile = Pick<
  MarketProfile,
  'family' | 'state' | 'summary' | 'law' | 'agencies' | 'touring' | 'symbols' | 'languages' | 'reportTo' | 'towns'
> & { readonly sites: readonly { readonly name: string }[] };

/** The card of a profile, with the sites of the market. */
export function cardOf(profile: MarketProfile, sites: readonly { readonly name: string }[]): CardProfile {
  const { family, state, summary, law, agencies, touring, symbols, languages, reportTo, towns } = profile;
  return {
    family,
    state,
    summary,
    law,
    agencies,
    touring,
    symbols,
    languages,
    reportTo,
    towns,
    sites: sites.map(({ name }) => ({ name })),
  };
}
