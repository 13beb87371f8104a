import { isHidden } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { digitsOf } from '#market/search/model/searched-numbers.ts';
import type { DutyPage } from './duty-pages.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/** Traces other than a phone number that pages may share, in the order in which the debrief lists them. */
const TRACES = ['account', 'payment', 'picture', 'room'] as const;

/** Why pages belong in the locker together, as far as the pages themselves show. */
export interface SharedTraces {
  /** Sets of ads that show the same phone number. */
  readonly numbers: readonly (readonly string[])[];
  /** Ads that share no number, each with the other traces that it shares with at least one of the targets. */
  readonly traces: readonly { readonly ad: string; readonly shared: readonly string[] }[];
  /** Ads whose page shares no trace with the others, each with the signs and cues that stand on it. */
  readonly none: readonly DutyPage[];
}

/** Phone numbers are compared by their digits only, whatever the spacing. */
const comparable = (name: string, value: string) => (name === 'phone' ? digitsOf(value) : value);

/** Traces shared by the pages that belong in the locker, as they were before the story changed anything. */
export function sharedTraces({
  key: { targets, duties = [] },
  context: { market },
}: Pick<WorkbenchFacts, 'key' | 'context'>): SharedTraces {
  const shown = new Map(
    targets.map((ad) => {
      const seen = readServedAd(serveAd(market, ad, market.until));
      const fields = seen.kind === 'ad' ? seen.fields.filter(({ value }) => !isHidden(value)) : [];
      return [ad, new Map(fields.map(({ name, value }) => [name as string, comparable(name, value)]))] as const;
    }),
  );
  const sharing = (ad: string, trace: string) => {
    const value = shown.get(ad)?.get(trace);
    return value === undefined ? [] : targets.filter((other) => shown.get(other)?.get(trace) === value);
  };
  const groups = targets.map((ad) => sharing(ad, 'phone')).filter((ads) => ads.length > 1);
  const rest = targets
    .filter((ad) => sharing(ad, 'phone').length < 2)
    .map((ad) => ({ ad, shared: TRACES.filter((trace) => sharing(ad, trace).length > 1) }));
  return {
    numbers: [...new Map(groups.map((ads) => [ads.join(), ads])).values()],
    traces: rest.filter(({ shared }) => shared.length > 0),
    none:
      targets.length > 1
        ? rest
            .filter(({ shared }) => shared.length === 0)
            .map(({ ad }) => duties.find((duty) => duty.ad === ad) ?? { ad, signs: [], cues: [] })
        : [],
  };
}
