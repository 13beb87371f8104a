import type { HandedReport, HandedSite } from '#market/platforms/model/handed-report.ts';
import type { TableStanding } from './effects.ts';
import type { IndicatorRange } from './measures.ts';

/** Fixed starting values of two indicators, and the value from which over-blocking is subtracted. Training values. */
const IN_VIEW = 90;
const SAFETY = 60;
const RIGHTS = 70;
/** Days of retention that count in full. A training value. */
const DAYS_TO_KEEP = 90;

const WHOLE = 100;
/** The rate of a site that was not tested: anything between none and all. */
const UNKNOWN: IndicatorRange = [0, 1];

const toldBy = ({ told }: HandedSite): IndicatorRange => (told ? same(told[0] / told[1]) : UNKNOWN);
const keptBy = ({ kept }: HandedSite): IndicatorRange =>
  kept ? same((kept.fields[0] / kept.fields[1]) * Math.min(1, kept.days / DAYS_TO_KEEP)) : UNKNOWN;
const blockedBy = ({ blocked }: HandedSite): IndicatorRange => (blocked ? same(blocked[0] / blocked[1]) : UNKNOWN);
const same = (rate: number): IndicatorRange => [rate, rate];

/** The mean over the tested sites, each weighed by its share of their ads. */
function weighed(sites: readonly HandedSite[], rateOf: (site: HandedSite) => IndicatorRange): IndicatorRange {
  const all = sites.reduce((sum, { share }) => sum + share, 0);
  const end = (n: 0 | 1) => sites.reduce((sum, site) => sum + (site.share / all) * rateOf(site)[n], 0);
  return all === 0 ? UNKNOWN : [end(0), end(1)];
}

const points = (value: number) => Math.round(Math.min(WHOLE, Math.max(0, value)));

/**
 * The five indicators from the measurements of a test, in whole points from 0 to 100. Help is the share of cards
 * referred with usable data, evidence the share of fields kept for 90 days, safety is 60 less the share of lawful cards
 * taken down; the two others begin at fixed values. Sites are weighted by their share of the ads. An untested site
 * widens the ranges.
 */
export function standingOf({ sites }: Pick<HandedReport, 'sites'>): TableStanding {
  const [toldLow, toldHigh] = weighed(sites, toldBy);
  const [keptLow, keptHigh] = weighed(sites, keptBy);
  const [blockedLow, blockedHigh] = weighed(sites, blockedBy);
  return {
    H: [points(WHOLE * toldLow), points(WHOLE * toldHigh)],
    E: [points(WHOLE * keptLow), points(WHOLE * keptHigh)],
    V: same(IN_VIEW),
    S: [points(SAFETY - WHOLE * blockedHigh), points(SAFETY - WHOLE * blockedLow)],
    R: same(RIGHTS),
  };
}

/** By indicator, the ids of untested sites, which widen its range. */
export const untestedSites = ({ sites }: Pick<HandedReport, 'sites'>) => ({
  H: sites.filter(({ told }) => !told),
  E: sites.filter(({ kept }) => !kept),
  S: sites.filter(({ blocked }) => !blocked),
});
