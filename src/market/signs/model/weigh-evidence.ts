import type { Catalogue } from './catalogue.ts';
import type { Indicator } from './schemas.ts';

/** Likelihood ratios of one market, by indicator: what the ideal observer knows. */
export type Ratios = ReadonlyMap<string, number>;

/** Shares of independents and of agencies among ads of people who are not controlled, as the catalogue assumes them. */
const INDEPENDENT_SHARE = 0.8;
const AGENCY_SHARE = 0.2;

/** Maximum signs of one group that count: signs of a group are not independent evidence. */
const SIGNS_PER_GROUP = 2;

/** Signs that are scored as links, whatever group their page is listed in. */
const SCORED_AS_LINK = new Set(['shared-phone', 'shared-account-or-payer']);

/**
 * Likelihood ratio of a sign by the catalogue's table: controlled ads against others (deceptive offers against lawful
 * ones); undefined for a trap, which carries no evidence.
 */
export function likelihoodRatio(indicator: Indicator): number | undefined {
  const { likelihood } = indicator;
  if (!likelihood) return undefined;
  if ('deceptive' in likelihood) return likelihood.deceptive / likelihood.lawful;
  return likelihood.controlled / (INDEPENDENT_SHARE * likelihood.independent + AGENCY_SHARE * likelihood.agency);
}

/**
 * The likelihood ratio of everything seen in one ad. Signs are never counted: of each group the two strongest are
 * multiplied, protective cues are multiplied in, absent signs and cues leave the ratio unchanged. `ratios` are those of
 * the market; where one is missing, the catalogue's is used.
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

/** The posterior probability, from the prevalence (share of controlled ads, 0 to 1) and the likelihood ratio. */
export function posterior(ratio: number, prevalence: number): number {
  const odds = (prevalence / (1 - prevalence)) * ratio;
  return odds / (1 + odds);
}
