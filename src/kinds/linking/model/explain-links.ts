import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { BoardAd } from './derive-links.ts';
import { gatherBy } from './gather-by.ts';
import type { EdgeVerdict, JudgedEdge } from './judge-edges.ts';

const REASONS: Readonly<Record<EdgeVerdict, { readonly kind: Finding['kind']; readonly reason: string }>> = {
  holds: { kind: 'hit', reason: 'link.holds' },
  again: { kind: 'hit', reason: 'link.again' },
  reason: { kind: 'falseFlag', reason: 'link.reason' },
  stranger: { kind: 'falseFlag', reason: 'link.stranger' },
  bridge: { kind: 'falseFlag', reason: 'link.bridge' },
};

/**
 * Findings about each edge, and where both ads show its trace; if two ads share a trace without being a network, also
 * how that happens.
 */
export function explainEdges(edges: readonly JudgedEdge[], catalogue: Catalogue): Finding[] {
  return edges.map(({ edge, verdict, shown, lawful }): Finding => {
    const { kind, reason } = REASONS[verdict];
    const indicator = catalogue.get(edge.kind);
    return {
      kind,
      at: { ad: edge.a, locator: withAd(edge.b) },
      indicator: edge.kind,
      reason: lawful ? `${reason}.lawful` : reason,
      ...(shown && { places: [shown] }),
      ...(indicator && { strength: indicator.strength }),
      ...(indicator && verdict === 'bridge' && { innocentExplanation: indicator.innocent.join(' ') }),
      sources: indicator?.sources ?? [],
    };
  });
}

/** Reference to the other ad of a pair in a finding. */
export const withAd = (ad: string) => `ad:${ad}`;

/**
 * Which networks are complete in one group, which are split, and which groups mix actors. `groups` has one name per ad.
 */
export function explainGroups(ads: readonly BoardAd[], groups: readonly string[]): Finding[] {
  const places = ads.map((ad, n) => ({ ...ad, group: groups[n] as string }));
  const finding = (kind: Finding['kind'], ad: string, reason: string, count: Finding['count']): Finding => ({
    kind,
    at: { ad },
    reason,
    ...(count && { count }),
    sources: [],
  });
  const parts = gatherBy(places, ({ part }) => part);
  const whole = parts.flatMap((part): Finding[] => {
    const [first] = part;
    if (!first || part.length < 2) return [];
    const together = Math.max(...gatherBy(part, ({ group }) => group).map(({ length }) => length));
    return together === part.length
      ? [finding('hit', first.ad, 'network.whole', undefined)]
      : [finding('miss', first.ad, 'network.torn', [together, part.length])];
  });
  const mixed = gatherBy(places, ({ group }) => group).flatMap((group): Finding[] => {
    const actors = new Map(group.map(({ actor, lawful }) => [actor, lawful]));
    const [first] = group;
    if (!first || actors.size < 2) return [];
    const lawful = [...actors.values()].filter(Boolean).length;
    return [
      finding('falseFlag', first.ad, lawful > 1 ? 'network.lawful' : 'network.mixed', [actors.size, group.length]),
    ];
  });
  const apart = gatherBy(places, ({ actor }) => actor).flatMap((own): Finding[] => {
    const numbers = new Set(own.map(({ part }) => part));
    const [first] = own;
    return first && numbers.size > 1
      ? [finding('notKnowable', first.ad, 'network.notKnowable', [numbers.size, own.length])]
      : [];
  });
  return [...whole, ...mixed, ...apart];
}
