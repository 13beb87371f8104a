import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Resting, TeamWithResult } from './played-team.ts';

/** A sign that controlled ads show, with the teams that marked it and that missed it, of those that reached it. */
export interface BoardSign extends Resting {
  readonly indicator: string;
  readonly missedBy: readonly string[];
  readonly seenBy: readonly string[];
  readonly places: readonly {
    readonly ad: string;
    readonly locator?: string;
    readonly missedBy: readonly string[];
    readonly seenBy: readonly string[];
  }[];
}

/** Signs that any team missed, the one that most teams missed first. */
export function signsOf(played: readonly TeamWithResult[]): BoardSign[] {
  const logs = played.flatMap(({ team, findings }) => (findings ? [{ team: team.team, findings }] : []));
  const signs = new Map<string, Map<string, { ad: string; locator?: string; missedBy: string[]; seenBy: string[] }>>();
  for (const { team, findings } of logs)
    for (const { kind, indicator, at } of findings) {
      if (indicator === undefined || at.ad === undefined || (kind !== 'miss' && kind !== 'hit')) continue;
      const places = signs.get(indicator) ?? new Map();
      signs.set(indicator, places);
      const name = `${at.ad} ${at.locator ?? ''}`;
      const place = places.get(name) ?? {
        ad: at.ad,
        ...(at.locator !== undefined && { locator: at.locator }),
        missedBy: [],
        seenBy: [],
      };
      places.set(name, place);
      const list: string[] = kind === 'miss' ? place.missedBy : place.seenBy;
      if (!list.includes(team)) list.push(team);
    }
  const teamsIn = (lists: readonly (readonly string[])[]) =>
    logs.map(({ team }) => team).filter((team) => lists.some((list) => list.includes(team)));
  return [...signs]
    .map(([indicator, places]) => {
      const missed = [...places.values()].map(({ missedBy }) => missedBy);
      const seen = [...places.values()].map(({ seenBy }) => seenBy);
      return {
        indicator,
        missedBy: teamsIn(missed),
        seenBy: teamsIn(seen),
        places: [...places.values()].sort((a, b) => b.missedBy.length - a.missedBy.length || compareCodes(a.ad, b.ad)),
        restsOn: teamsIn([...missed, ...seen]).length,
      };
    })
    .filter(({ missedBy }) => missedBy.length > 0)
    .sort(
      (a, b) =>
        mostMissed(b) - mostMissed(a) ||
        b.missedBy.length - a.missedBy.length ||
        compareCodes(a.indicator, b.indicator),
    );
}

/** Teams that missed the place of the sign that was missed most. */
const mostMissed = ({ places }: Pick<BoardSign, 'places'>) =>
  Math.max(0, ...places.map(({ missedBy }) => missedBy.length));
