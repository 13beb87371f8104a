import { createSets } from '#kernel/model/joined-sets.ts';
import { adjustedRandIndex } from '#kernel/model/statistics/adjusted-rand-index.ts';
import { type ClusterCells, clusterCells } from '#kernel/model/statistics/cluster-cells.ts';
import { fScore } from '#kernel/model/statistics/f-score.ts';
import { pairAgreement, pairCounts } from '#kernel/model/statistics/pair-counts.ts';
import type { BoardAd, LinkKey } from './derive-links.ts';
import type { LinkingResponse } from './play.ts';

/** The group of each ad; ads in no group are grouped by the edges between them (connected components). */
export function groupsOf(response: LinkingResponse, { ads, placeOf }: LinkKey): string[] {
  const named = new Map(response.groups.flatMap(({ id, ads: members }) => members.map((ad) => [ad, id] as const)));
  const sets = createSets(ads.length);
  for (const { a, b } of response.edges) {
    const [one, other] = [placeOf.get(a), placeOf.get(b)];
    if (one !== undefined && other !== undefined && !named.has(a) && !named.has(b)) sets.join(one, other);
  }
  return ads.map(({ ad }, place) => {
    const group = named.get(ad);
    return group === undefined ? `edges ${sets.find(place)}` : `group ${group}`;
  });
}

export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface GroupAgreement {
  /** Pair precision and recall; a pair of two lawful actors weighs double. */
  readonly pairs: Agreement;
  /** B-cubed: the mean over ads. */
  readonly bCubed: Agreement;
  /** The adjusted Rand index against the actors, or against their knowable components: the higher one. */
  readonly rand: number;
}

/**
 * Compares groups with the actors of the ads. A pair of one actor that is not knowable is left out everywhere except in
 * the adjusted Rand index. `groups` has one name per ad of the board.
 */
export function measureGroups(ads: readonly BoardAd[], groups: readonly string[]): GroupAgreement {
  const parts = cells(ads, groups, ({ part }) => String(part));
  const actors = cells(ads, groups, ({ actor }) => actor);
  const rand = (of: ClusterCells) => adjustedRandIndex(of)(once(of)) ?? 1;
  return {
    pairs: pairsOf(ads, groups, parts, actors),
    bCubed: bCubedOf(ads, groups),
    rand: Math.max(rand(parts), rand(actors)),
  };
}

function pairsOf(
  ads: readonly BoardAd[],
  groups: readonly string[],
  parts: ClusterCells,
  actors: ClusterCells,
): Agreement {
  const lawful = ads.flatMap((ad, n) => (ad.lawful ? [[ad, groups[n] as string] as const] : []));
  const lawfulActors = cells(
    lawful.map(([ad]) => ad),
    lawful.map(([, group]) => group),
    ({ actor }) => actor,
  );
  const mixed = (of: ClusterCells) => {
    const { sameCluster, both } = pairCounts(of)(once(of));
    return sameCluster - both;
  };
  const { sameActor, both } = pairCounts(parts)(once(parts));
  return pairAgreement({ sameActor, both, sameCluster: both + mixed(actors) + mixed(lawfulActors) });
}

/** B-cubed in which ads of one actor that are not knowable as a pair are ignored for each other. */
function bCubedOf(ads: readonly BoardAd[], groups: readonly string[]): Agreement {
  const sizes = new Map<string, number>();
  const count = (name: string) => sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const size = (name: string) => sizes.get(name) ?? 0;
  const names = ads.map(({ actor, part }, n) => {
    const group = groups[n] as string;
    const of = {
      group: JSON.stringify([group]),
      part: JSON.stringify([null, part]),
      withPart: JSON.stringify([group, part]),
      withActor: JSON.stringify([group, actor]),
    };
    for (const name of Object.values(of)) count(name);
    return of;
  });
  let [precision, recall] = [0, 0];
  for (const { group, part, withPart, withActor } of names) {
    precision += size(withPart) / (size(group) - size(withActor) + size(withPart));
    recall += size(withPart) / size(part);
  }
  [precision, recall] = [precision / ads.length, recall / ads.length];
  return { precision, recall, f1: fScore(precision, recall, 1) };
}

function cells(ads: readonly BoardAd[], groups: readonly string[], nameOf: (ad: BoardAd) => string): ClusterCells {
  const numbers = new Map<string, number>();
  const actor = ads.map((ad) => {
    const name = nameOf(ad);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return clusterCells({ count: ads.length, actor, actors: numbers.size }, (ad) => groups[ad]);
}

const once = ({ actors }: ClusterCells) => new Uint8Array(actors).fill(1);
