import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import type { LinkingKind } from './kind.ts';

/** Proposed links, and networks with an ad in them. */
export const LINKING_TELLS: KindTells<LinkingKind> = {
  tell: ({ edges, groups }) => ({
    handled: () => [
      { id: 'linking.edges', n: edges.length },
      { id: 'linking.groups', n: groups.filter(({ ads }) => ads.length > 0).length },
    ],
  }),
};
