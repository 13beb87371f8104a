import { FAMILIES, GROUPED_TRACES, type GroupedTrace } from '#market/ads/model/families.ts';
import type { LinkEdge } from '#market/ads/model/ground-truth.ts';
import { adId } from './ad-ids.ts';
import { type DrawnMarket, familyAt } from './drawn-market.ts';
import { actorId, type Sharers } from './truth-at.ts';

/** Ads connected by one trace, whatever their actors. */
export interface LinkGroup {
  readonly kind: string;
  /** Weight of such a link in the graph of the truth (0 to 1). */
  readonly strength: number;
  readonly ads: readonly string[];
  readonly actors: readonly string[];
}

/** All groups of ads at these indexes that share a trace. */
export function linkGroups(drawn: DrawnMarket, sharers: Sharers, places: Iterable<number>): LinkGroup[] {
  const { columns } = drawn;
  const found: LinkGroup[] = [];
  const isLinked = (members: readonly number[]) => new Set(members.map((at) => columns.persona[at])).size > 1;
  for (const trace of GROUPED_TRACES) {
    const seen = new Set<number>();
    for (const at of places) {
      const group = columns.groups[trace][at] as number;
      if (group === 0 || seen.has(group)) continue;
      seen.add(group);
      const members = sharers.get(group) ?? [];
      if (isLinked(members)) found.push(groupOf(drawn, kindOf(trace, drawn, at), members));
    }
  }
  return found;
}

function kindOf(trace: GroupedTrace, drawn: DrawnMarket, at: number): string {
  const one = FAMILIES[familyAt(drawn.columns, at)].shown.find(
    (shown) => shown.in === 'shared' && shown.trace === trace,
  );
  return one?.id ?? trace;
}

function groupOf(drawn: DrawnMarket, kind: string, members: readonly number[]): LinkGroup {
  const actors = [...new Set(members.map((at) => drawn.columns.actor[at] as number))];
  return {
    kind,
    strength: drawn.order.planting.links[kind] ?? 0.5,
    ads: members.map((at) => adId(drawn, at)),
    actors: actors.map((actor) => actorId(drawn, actor)),
  };
}

/** All pairs of ads of different personas that share a trace, each with the truth whether one actor is behind both. */
export function linkEdges(
  drawn: DrawnMarket,
  groups: readonly LinkGroup[],
  placeOf: (ad: string) => number,
): LinkEdge[] {
  const { actor, persona } = drawn.columns;
  return groups.flatMap(({ kind, strength, ads }) =>
    ads.flatMap((a, n) =>
      ads.slice(n + 1).flatMap((b): LinkEdge[] => {
        const [one, other] = [placeOf(a), placeOf(b)];
        if (persona[one] === persona[other]) return [];
        return [{ a, b, kind, strength, sameActor: actor[one] === actor[other] }];
      }),
    ),
  );
}
