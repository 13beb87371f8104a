import type { OpenBrief } from './open-brief.ts';
import { isUntouched, type PlatformTestAct, type PlatformTestResponse } from './play.ts';
import { hoursToNext } from './seen-test.ts';
import type { PlatformTestBrief } from './state.ts';

/** Caches the briefs of shares by brief, so that results computed for one are reused. */
const cut = new WeakMap<object, Map<string, OpenBrief>>();

/**
 * The brief with the platforms that a team was given, and their mirrors; the whole brief if it was given all. Each
 * platform has its own random streams and behaves alike in every share. `notGiven` names the others.
 */
export function briefOfShare<Given extends OpenBrief>(
  brief: Given,
  { sites }: Pick<PlatformTestResponse, 'sites'>,
): Given {
  if (sites === undefined) return brief;
  const has = (id: string) => sites.includes(id);
  const known = cut.get(brief) ?? new Map<string, OpenBrief>();
  cut.set(brief, known);
  const platforms = brief.platforms.filter(({ id }) => has(id));
  const key = platforms.map(({ id }) => id).join(' ');
  const made: OpenBrief = known.get(key) ?? {
    ...brief,
    platforms,
    mirrors: brief.mirrors.filter(({ mirrorOf }) => has(mirrorOf)),
    notGiven: brief.platforms.filter(({ id }) => !has(id)).map(({ id, name }) => ({ id, name })),
  };
  known.set(key, made);
  return made as Given;
}

/** True if both name the same platforms. */
const areSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id) => others.includes(id));

/**
 * Whether a team can do an act in a room that gave it these platforms, all if `share` is undefined. Its first act
 * confirms them; later acts are limited to them. After "to the next event" only the hours until then can follow.
 */
export function mayAct(
  brief: PlatformTestBrief,
  response: PlatformTestResponse,
  act: PlatformTestAct,
  share: readonly string[] | undefined,
): boolean {
  if (act.type === 'sites.given') return share !== undefined && isUntouched(response) && areSame(act.sites, share);
  if (share !== undefined && response.sites === undefined) return false;
  const own = briefOfShare(brief, response);
  if (response.awaits) {
    const hours = hoursToNext(own, response);
    return hours === 0 || (act.type === 'time.passed' && act.hours === hours);
  }
  return sitesNamed(act).every((site) => [...own.platforms, ...own.mirrors].some(({ id }) => id === site));
}

/** The sites that an act names; those of a copy are the site on which it was placed. */
function sitesNamed(act: PlatformTestAct): readonly string[] {
  if (act.type === 'week.planned') return act.acts.flatMap(sitesNamed);
  if (act.type === 'plan.locked') return act.cells.map(({ site }) => site);
  const site = 'site' in act ? [act.site] : [];
  return 'mirror' in act && act.mirror !== undefined ? [...site, act.mirror] : site;
}
