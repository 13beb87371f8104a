import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Catalogue } from './catalogue.ts';
import type { Indicator } from './schemas.ts';
import type { SignGroup } from './sign-groups.ts';

/**
 * What a picker may show of an indicator before the trainee has committed: nothing distinguishes a sign from a trap or
 * a cue.
 */
export interface IndicatorChoice {
  readonly id: string;
  readonly name: string;
  /** Present if a page of the exercise can show it: only then is it offered. */
  readonly offer?: SignOffer;
}

/** How a picker offers an indicator. */
export interface SignOffer {
  readonly group: SignGroup;
  /** What on a page counts, in one line. */
  readonly counts: string;
  readonly example: string;
  readonly synonyms: readonly string[];
}

/**
 * The names of all indicators, sorted by name, for what was marked and what is explained; with an offer for those in
 * `shown`. Signs of a possible minor are never marked, so they are left out.
 */
export function indicatorChoices(catalogue: Catalogue, shown: ReadonlySet<string>): IndicatorChoice[] {
  return [...catalogue.values()]
    .filter(({ group }) => group !== 'possible-minor')
    .map((indicator) => {
      const offer = shown.has(indicator.id) ? offerOf(indicator) : undefined;
      return { id: indicator.id, name: indicator.name, ...(offer && { offer }) };
    })
    .sort((a, b) => compareCodes(a.name, b.name));
}

function offerOf({ group, among, shows, counts, example, synonyms }: Indicator): SignOffer | undefined {
  const listed = among ?? group;
  if (listed === 'possible-minor' || listed === 'trap' || listed === 'cue') return undefined;
  return { group: listed, counts: counts ?? shows, example: example ?? '', synonyms };
}
