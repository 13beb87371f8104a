import { createSets } from '#kernel/model/joined-sets.ts';
import type { LinkKey } from './derive-links.ts';
import type { ProposedEdge } from './play.ts';
import { placeOfTrace, type TracePlace } from './shown-traces.ts';

/**
 * Points of an edge by verdict. Training values: a bridge draws a person into a network they have nothing to do with.
 */
const POINTS = { holds: 1, again: 0, reason: -0.5, stranger: -1, bridge: -2 } as const;

/**
 * `holds`: one actor, and both ads show the trace. `again`: as `holds`, but the two were already linked. `reason`: one
 * actor, but not both ads show that trace. `stranger`: two actors, and not both show it. `bridge`: two actors, and both
 * show it: a true trace, and a wrong conclusion.
 */
export type EdgeVerdict = keyof typeof POINTS;

export interface JudgedEdge {
  readonly edge: ProposedEdge;
  readonly verdict: EdgeVerdict;
  /** Where both ads show the trace; left out if they do not. */
  readonly shown?: TracePlace;
  /** True if both actors are lawful, which doubles the points. */
  readonly lawful: boolean;
  readonly points: number;
}

/** Judges edges in the order in which they were proposed, up to `budget`. Edges to ads off the board are ignored. */
export function judgeEdges(
  edges: readonly ProposedEdge[],
  { ads, placeOf, tracesOf }: LinkKey,
  budget = edges.length,
): JudgedEdge[] {
  const sets = createSets(ads.length);
  return edges
    .filter(({ a, b }) => placeOf.has(a) && placeOf.has(b) && a !== b)
    .slice(0, budget)
    .map((edge): JudgedEdge => {
      const [one, other] = [placeOf.get(edge.a) as number, placeOf.get(edge.b) as number];
      const shown = placeOfTrace(tracesOf(edge.a, edge.b), edge.kind);
      const isOne = ads[one]?.actor === ads[other]?.actor;
      const lawful = !isOne && (ads[one]?.lawful ?? false) && (ads[other]?.lawful ?? false);
      const right = () => (sets.join(one, other) ? 'holds' : 'again');
      const verdict = isOne ? (shown ? right() : 'reason') : shown ? 'bridge' : 'stranger';
      return { edge, verdict, ...(shown && { shown }), lawful, points: POINTS[verdict] * (lawful ? 2 : 1) };
    });
}
