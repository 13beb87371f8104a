import type { LinkingAction, LinkingResponse, ProposedEdge } from '#kinds/linking/model/play.ts';

/** Takes an ad off the board, with its links and out of its network. */
export function stepsToReturn({ edges, groups }: LinkingResponse, ad: string): LinkingAction[] {
  const own = edges.filter(({ a, b }) => a === ad || b === ad);
  return [
    ...own.map((edge): LinkingAction => ({ type: 'edge.withdrawn', ...edge })),
    ...(groups.some(({ ads }) => ads.includes(ad)) ? [{ type: 'ad.ungrouped', ad } as const] : []),
    { type: 'ad.returned', ad },
  ];
}

/** Links two ads; both are put on the board where they are not there yet. */
export function stepsToLink({ board }: LinkingResponse, edge: ProposedEdge): LinkingAction[] {
  const missing = [edge.a, edge.b].filter((ad) => !board.includes(ad));
  return [
    ...missing.map((ad): LinkingAction => ({ type: 'ad.collected', ad })),
    { type: 'edge.proposed', a: edge.a, b: edge.b, kind: edge.kind },
  ];
}

/** The id of a network that is named now: the first that none has. */
export function nextGroup({ groups }: LinkingResponse): string {
  const taken = new Set(groups.map(({ id }) => id));
  let n = 1;
  while (taken.has(`network-${n}`)) n += 1;
  return `network-${n}`;
}
