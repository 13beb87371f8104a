import type { Catalogue } from './catalogue.ts';
import type { Indicator } from './schemas.ts';

/** Likelihood ratios of one market, by indicator: what the ideal observer has learned there. */
export type Ratios = ReadonlyMap<string, number>;

/** Share of independents and of agencies among ads of people who are not controlled, as the catalogue assumes it. */
const INDEPENDENT_SHARE = 0.8;
const AGENCY_SHARE = 0.2;

/** No more than this many signs of one group count: signs of a group say the same thing again. */
const SIGNS_PER_GROUP = 2;

/** Signs that tell the same story for scoring, whatever group their page stands in. */
const SCORED_AS_LINK = new Set(['shared-phone', 'shared-account-or-payer']);

/**
 * How many times likelier the sign is in a controlled ad than in another (in a deceptive offer than in a lawful one), by the
 * catalogue's table; undefined for a trap, which says nothing.
 */
export function likelihoodRatio(indicator: Indicator): number | undefined {
  const { likelihood } = indicator;
  if (!likelihood) return undefined;
  if ('deceptive' in likelihood) return likelihood.deceptive / likelihood.lawful;
  return likelihood.controlled / (INDEPENDENT_SHARE * likelihood.independent + AGENCY_SHARE * likelihood.agency);
}

/**
 * The likelihood ratio of everything seen in one ad. Signs are never counted: of each group the two that weigh most are
 * multiplied, protective cues are multiplied in, absent signs and cues leave it as it is. `ratios` are those of the market;
 * where one is missing there, the table's is taken.
 */
export function weighEvidence(indicatorIds: Iterable<string>, catalogue: Catalogue, ratios?: Ratios): number {
  const groups = new Map<string, number[]>();
  let ratio = 1;
  for (const id of new Set(indicatorIds)) {
    const indicator = catalogue.get(id);
    const weight = indicator && (ratios?.get(id) ?? likelihoodRatio(indicator));
    if (!indicator || weight === undefined || indicator.kind === 'trap') continue;
    if (indicator.kind === 'cue') ratio *= weight;
    else {
      const group = SCORED_AS_LINK.has(id) ? 'link' : indicator.group;
      groups.set(group, [...(groups.get(group) ?? []), weight]);
    }
  }
  for (const weights of groups.values()) {
    for (const weight of weights.sort((a, b) => b - a).slice(0, SIGNS_PER_GROUP)) ratio *= weight;
  }
  return ratio;
}

/** The probability after the evidence, from the share of controlled ads before it (0 to 1). */
export function posterior(ratio: number, prevalence: number): number {
  const odds = (prevalence / (1 - prevalence)) * ratio;
  return odds / (1 + odds);
}
