import type { BoardAd, LinkKey } from './derive-links.ts';
import { gatherBy } from './gather-by.ts';
import type { EdgeVerdict, JudgedEdge } from './judge-edges.ts';
import type { LinkingResponse } from './play.ts';

/** One judged link. */
export interface LinkFact {
  readonly a: string;
  readonly b: string;
  /** The trace given as its reason. */
  readonly trace: string;
  readonly verdict: EdgeVerdict;
  /** True if the ads have two different actors, both lawful. */
  readonly lawful: boolean;
}

/**
 * What happened in a linking exercise, from its log and the truth; every sentence about it rests on these facts. Ads by
 * id, in the order of the market.
 */
export interface LinkingFacts {
  /** Judged links, in the order in which they were proposed. */
  readonly links: readonly LinkFact[];
  /** Number of links proposed after the budget was used up. */
  readonly overBudget: number;
  /** Number of links to an ad that is not part of the exercise. */
  readonly offBoard: number;
  /** Connected sets of at least two ads of one actor, and the largest number of them in one group. */
  readonly networks: readonly { readonly ads: readonly string[]; readonly together: number }[];
  /** Groups with ads of more than one actor. */
  readonly mixed: readonly { readonly ads: readonly string[]; readonly actors: number; readonly lawful: number }[];
  /** Ads of one actor that no available evidence connects, and the number of their components. */
  readonly unjoined: readonly { readonly ads: readonly string[]; readonly parts: number }[];
}

/** Builds the facts of one linking exercise. `judged` are its judged links, `groups` has one name per ad of the key. */
export function linkingFacts(
  { edges }: Pick<LinkingResponse, 'edges'>,
  { ads, placeOf }: Pick<LinkKey, 'ads' | 'placeOf'>,
  judged: readonly JudgedEdge[],
  groups: readonly string[],
): LinkingFacts {
  const onBoard = edges.filter(({ a, b }) => placeOf.has(a) && placeOf.has(b));
  const places = ads.map((ad, n) => ({ ...ad, group: groups[n] as string }));
  const ids = (of: readonly BoardAd[]) => of.map(({ ad }) => ad);
  return {
    links: judged.map(({ edge: { a, b, kind }, verdict, lawful }) => ({ a, b, trace: kind, verdict, lawful })),
    overBudget: onBoard.length - judged.length,
    offBoard: edges.length - onBoard.length,
    networks: gatherBy(places, ({ part }) => part)
      .filter(({ length }) => length > 1)
      .map((part) => ({
        ads: ids(part),
        together: Math.max(...gatherBy(part, ({ group }) => group).map(({ length }) => length)),
      })),
    mixed: gatherBy(places, ({ group }) => group).flatMap((group) => {
      const actors = new Map(group.map(({ actor, lawful }) => [actor, lawful]));
      const lawful = [...actors.values()].filter(Boolean).length;
      return actors.size > 1 ? [{ ads: ids(group), actors: actors.size, lawful }] : [];
    }),
    unjoined: gatherBy(places, ({ actor }) => actor).flatMap((own) => {
      const parts = new Set(own.map(({ part }) => part)).size;
      return parts > 1 ? [{ ads: ids(own), parts }] : [];
    }),
  };
}
