import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { AttemptLog } from './attempt-log.ts';

/**
 * Everything an attempt may refer to: ads and sites of its market, signs of the catalogue, and what the case allows.
 */
export interface Nameable {
  readonly scenario: CompiledScenario;
  readonly market: Market;
  /** Every sign that can be marked. */
  readonly choices: readonly { readonly id: string }[];
}

/** A name in a log that does not exist in the case: the interface cannot produce it. */
export interface UnknownName {
  readonly seq: number;
  readonly what: 'act' | 'ad' | 'site' | 'sign' | 'place';
  readonly name: string;
}

/**
 * The first action of a log that does not belong to its exercise, or that refers to an ad, a site, a sign or a place in
 * an ad that the case does not have. A hand-written log can have an intact chain and still contain such references.
 */
export function firstUnknownName(
  { events }: AttemptLog,
  known: Nameable,
  kinds: Pick<Kinds, 'reads'>,
): UnknownName | undefined {
  const lookUp = createLookUp(known, kinds);
  for (const event of events) {
    if (event.type !== 'exercise.acted') continue;
    const unknown = lookUp(event.state, event.action);
    if (unknown) return { seq: event.seq, ...unknown };
  }
  return undefined;
}

/** Looks up the references of single actions; see `firstUnknownName`. */
export function createLookUp({ scenario, market, choices }: Nameable, { reads }: Pick<Kinds, 'reads'>) {
  const ads = new Map(market.ads.map((ad) => [ad.id, ad]));
  const sites = new Set(market.sites.map(({ id }) => id));
  const signs = new Set(choices.map(({ id }) => id));
  const missing = (names: readonly unknown[], among: { has(name: string): boolean }) =>
    names.find((name): name is string => typeof name === 'string' && name !== '' && !among.has(name));

  return (stateId: string, action: ExerciseAction): Omit<UnknownName, 'seq'> | undefined => {
    const state = Object.hasOwn(scenario.states, stateId) ? scenario.states[stateId] : undefined;
    // The replay refuses a state that is not in the case or is not an exercise.
    if (state?.type !== 'exercise') return undefined;
    const schemas = reads.of(state.kind);
    if (schemas?.action.safeParse(action).success !== true) return { what: 'act', name: action.type };
    const named = schemas.namesIn?.(action) ?? {};
    const listed = (field: string) => (Array.isArray(action[field]) ? (action[field] as readonly unknown[]) : []);
    const ad = missing([action.ad, ...listed('ads'), ...(named.ads ?? [])], ads);
    if (ad !== undefined) return { what: 'ad', name: ad };
    const known = new Set([...sites, ...(schemas.sitesIn?.(state.brief ?? {}) ?? [])]);
    const site = missing([action.site, ...(named.sites ?? [])], known);
    if (site !== undefined) return { what: 'site', name: site };
    const sign = missing([action.indicator, action.sign, ...listed('signs')], signs);
    if (sign !== undefined) return { what: 'sign', name: sign };
    const place = schemas.unknownPlace?.(action, ads.get(String(action.ad)));
    return place === undefined ? undefined : { what: 'place', name: place };
  };
}
